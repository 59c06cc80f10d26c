import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { read, SHIPPED } from "./built";

type Messages = Record<string, { message: string }>;
const messagesOf = (locale: string) => JSON.parse(read(SHIPPED, `_locales/${locale}/messages.json`)) as Messages;

/** `$1` and so on: each that is in the text, once. */
const places = (text: string) => [...new Set([...text.matchAll(/\$\d/g)].map(([place]) => place))].toSorted();

const english = messagesOf("en");

describe.each(["de", "pt_BR"])("the catalogue in %s", (locale) => {
  const translated = messagesOf(locale);

  it("has every text, and no other", () => {
    expect(Object.keys(translated).toSorted()).toEqual(Object.keys(english).toSorted());
  });

  it("has no empty text, and the same places to fill in", () => {
    for (const [key, { message }] of Object.entries(english)) {
      const there = translated[key]?.message ?? "";
      expect(there.trim(), key).not.toBe("");
      expect(places(there), key).toEqual(places(message));
    }
  });

  it("has as many forms of each plural", () => {
    for (const [key, { message }] of Object.entries(english)) {
      expect(translated[key]?.message.split(" | ").length, key).toBe(message.split(" | ").length);
    }
  });
});

it("has names that Chromium takes: with any other sign in one of them the extension does not load at all", () => {
  for (const key of Object.keys(english)) expect(key).toMatch(/^[A-Za-z0-9_]+$/);
  // It does not tell large letters from small ones.
  const folded = Object.keys(english).map((key) => key.toLowerCase());
  expect(new Set(folded).size).toBe(folded.length);
});

it("has a text for everything that the manifest names", () => {
  const manifest = read(SHIPPED, "manifest.json");
  for (const [, key = ""] of manifest.matchAll(/__MSG_(\w+)__/g)) expect(english).toHaveProperty(key);
  expect(existsSync(join(SHIPPED, "_locales/en/messages.json"))).toBe(true);
});

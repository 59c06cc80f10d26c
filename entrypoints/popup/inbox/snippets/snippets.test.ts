import fc from "fast-check";
import { expect, it } from "vitest";
import { insertAt, readSnippets, type Snippet, withoutSnippet, withSnippet } from "./snippets";

const CACHE: Snippet = { name: "Reload", text: "Hello [name], load the page anew." };

it("are kept by name, each once", () => {
  const kept = withSnippet(withSnippet([], CACHE), { name: "  Again   and again ", text: " Try it. " });
  expect(kept.map(({ name }) => name)).toEqual(["Again and again", "Reload"]);
  expect(withSnippet(kept, { name: "Reload", text: "Other words" })).toEqual([
    { name: "Again and again", text: "Try it." },
    { name: "Reload", text: "Other words" },
  ]);
  expect(withSnippet(kept, { name: "New name", text: "Try it." }, "Reload").map(({ name }) => name)).toEqual([
    "Again and again",
    "New name",
  ]);
  expect(withoutSnippet(kept, "Reload")).toHaveLength(1);
});

it("need a name and words, and have an end", () => {
  for (const wrong of [
    { name: " ", text: "x" },
    { name: "x", text: " " },
    { name: "x", text: "x".repeat(4001) },
  ]) {
    expect(withSnippet([CACHE], wrong)).toEqual([CACHE]);
  }
  const many = Array.from({ length: 100 }, (_, index) => ({ name: `Number ${index}`, text: "x" }));
  expect(withSnippet(many, CACHE)).toEqual(many);
  expect(withSnippet(many, { name: "Number 3", text: "y" })).toHaveLength(100);
});

it.each([null, "", "null", "{}", "[1]", '[["",""]]', '[["a"]]', "["])("what cannot be read is let go: %s", (kept) => {
  expect(readSnippets(kept)).toEqual([]);
});

it("go in where the cursor was, and run into no word", () => {
  expect(insertAt("", [0, 0], "Try it.")).toEqual({ text: "Try it.", cursor: 7 });
  expect(insertAt("Hello.", [6, 6], "Try it.")).toEqual({ text: "Hello. Try it.", cursor: 14 });
  expect(insertAt("Hello xx there", [6, 8], "you")).toEqual({ text: "Hello you there", cursor: 9 });
  const text = fc.string({ unit: "grapheme", maxLength: 30 });
  fc.assert(
    fc.property(text, text, text, (before, chosen, put) => {
      const done = insertAt(before + chosen, [before.length, before.length + chosen.length], put);
      expect(done.text.startsWith(before)).toBe(true);
      expect(done.text.slice(0, done.cursor).endsWith(put)).toBe(true);
    }),
  );
});

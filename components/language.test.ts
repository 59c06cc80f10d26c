import { expect, it, vi } from "vitest";
import { type Detected, languageTag } from "./language";

vi.mock("wxt/browser", () => ({ browser: {} }));
vi.mock("#i18n", () => ({ i18n: {} }));

const told = (language: string, isReliable = true): Detected => ({
  isReliable,
  languages: [{ language, percentage: 90 }],
});

it.each([
  ["another language", told("de"), "en", "de"],
  ["not sure", told("de", false), "en", "en"],
  ["nothing", { isReliable: true, languages: [] }, "en", "en"],
  ["no answer", null, "pt-BR", "pt-BR"],
  ["not known", told("und"), "en", "en"],
  ["the interface's own, less exactly", told("pt"), "pt-BR", "pt-BR"],
  ["with a script", told("zh-Hant"), "en", "zh-Hant"],
  ["no tag at all", told("x"), "en", "en"],
])("%s", (_name, detected, own, tag) => {
  expect(languageTag(detected, own)).toBe(tag);
});

import { expect, it } from "vitest";
import { JARGON } from "./jargon-list";
import { wholeWords } from "./words";

it.each(JARGON.map((entry) => [entry.words[0], entry] as const))("%s can be found, and is said plainly", (_, entry) => {
  expect(entry.words.every((word) => word.trim() === word && word !== "")).toBe(true);
  expect(() => wholeWords(entry.words)).not.toThrow();
  const languages = entry.only ?? ["en", "de", "pt-BR"];
  expect(languages.every((language) => ["en", "de", "pt-BR"].includes(language))).toBe(true);
  expect(languages.some((language) => entry.say[language])).toBe(true);
});

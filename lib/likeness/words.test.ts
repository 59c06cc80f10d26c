import { describe, expect, it } from "vitest";
import { languageOf, stemOf, wordsIn } from "./words";

describe("words", () => {
  it("are the same with and without accents and umlauts", () => {
    expect(wordsIn("Führende Nullen, größer!")).toEqual(wordsIn("fuehrende nullen groesser"));
    expect(wordsIn("não há ramal")).toEqual(wordsIn("nao ha ramal"));
    expect(wordsIn("I can’t log-in")).toEqual(["i", "can't", "log-in"]);
  });

  it("of a report that is one word of 4,000 letters, or of thousands, are few and short", () => {
    expect(wordsIn("a".repeat(4000))[0]).toHaveLength(40);
    expect(wordsIn("no ".repeat(1300))).toHaveLength(400);
  });

  it("survive emoji and letters that are not ours", () => {
    expect(wordsIn("😡😡 لا يعمل 🙃")).toEqual(["لا", "يعمل"]);
    expect(wordsIn("!!! ??")).toEqual([]);
  });

  it.each([
    ["die suche findet nichts und der knopf ist weg", "en", "de"],
    ["nao acho o botao e a tela fica branca", "en", "pt"],
    ["the list is empty", "de-DE", "en"],
    ["Drucker kaputt", "de", "de"],
    ["impossible", "fr", null],
    ["salvar", "pt-BR", "pt"],
  ])("%s (on a screen in %s) is in %s", (text, tag, language) => {
    expect(languageOf(wordsIn(text), tag)).toBe(language);
  });

  it.each([
    ["printing", "prints", "en"],
    ["bestellungen", "bestellung", "de"],
    ["demorando", "demora", "pt"],
  ] as const)("%s and %s have one stem", (a, b, language) => {
    expect(stemOf(a, language)).toBe(stemOf(b, language));
  });
});

import { describe, expect, it } from "vitest";
import { conceptsIn } from "./concepts";
import { DOING } from "./concepts-doing";
import { OFFICE } from "./concepts-office";
import { SCREEN } from "./concepts-screen";
import { THINGS } from "./concepts-things";
import { TROUBLE } from "./concepts-trouble";
import { WORK } from "./concepts-work";
import { wordsIn } from "./words";

const of = (text: string, language: "en" | "de" | "pt") => [...conceptsIn(wordsIn(text), language)];

describe("concepts", () => {
  it.each([
    ["The printout takes ages", "en", ["print", "slow"]],
    ["Der Ausdruck dauert ewig", "de", ["print", "slow"]],
    ["a impressora demora", "pt", ["print", "slow"]],
    ["I have to log in again", "en", ["login", "again"]],
    ["muss mich neu anmelden", "de", ["login", "again"]],
    ["preciso logar de novo", "pt", ["login", "again"]],
  ] as const)("%s (%s)", (text, language, concepts) => {
    expect(of(text, language)).toEqual(expect.arrayContaining([...concepts]));
  });

  it("are found inside German compounds, and only there", () => {
    expect(of("Fotodrucker", "de")).toContain("print");
    expect(of("Reisekostenbeleg", "de")).toEqual(expect.arrayContaining(["travel", "receipt"]));
    // "button" is no part of "unbuttoned" for us, nor "press" of "drucken".
    expect(of("unbuttoned", "en")).toEqual([]);
    expect(of("drücken", "de")).not.toContain("print");
  });

  it("need all words of a phrase", () => {
    expect(of("throws me out", "en")).not.toContain("notify");
    expect(of("log the hours", "en")).not.toContain("login");
  });

  it("may have words between, before or behind", () => {
    expect(of("the filter I had set is gone", "en")).toContain("t-filterlost");
    expect(of("nach dem Zurückgehen ist mein Filter weg", "de")).toContain("t-filterlost");
    expect(of("weg vom alten System, sagt man seit vielen Jahren, und was ist mit dem Filter", "de")).not.toContain(
      "t-filterlost",
    );
  });

  it.each([
    ["it won't let me, I can not find it", "en", "t-nofind"],
    ["i cant find it", "en", "t-nofind"],
    ["das dauert eeeewig", "de", "t-slow"],
    ["hab keinerlei Berechtigung", "de", "t-noaccess"],
    ["n mostra qdo chega", "pt", "t-notshown"],
    ["could not close my own window: nothing at all happens", "en", "t-dead"],
  ] as const)("are found in any spelling: %s (%s)", (text, language, concept) => {
    expect(of(text, language)).toContain(concept);
  });

  it("are none in a language that we do not know", () => {
    expect([...conceptsIn(wordsIn("imprimante"), null)]).toEqual([]);
  });

  it("are listed once in a list, in all three languages, in the form that texts are compared in", () => {
    const lists = [DOING + SCREEN + WORK, TROUBLE, OFFICE, THINGS].map((list) =>
      list.split("\n").filter((line) => line !== ""),
    );
    for (const lines of lists) {
      const names = lines.map((line) => line.split(" / ")[0]);
      expect(new Set(names).size).toBe(names.length);
    }
    for (const line of lists.flat()) {
      expect(line).toMatch(/^[a-z-]+( \/ \S+( \S+)*){3}$/);
      for (const word of line.split(/ \/ | /).slice(1)) expect(wordsIn(word.replace(/[_*~]/g, " "))).not.toEqual([]);
    }
  });
});

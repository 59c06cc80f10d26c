import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Confided, findTold } from "./told";

function told(text: string, said: string | string[], people: string[] = [], lang = "en"): string[] {
  const confided = { said: [said].flat().map((one) => ({ text: one, lang })), people };
  return findTold(text, confided).map(({ type, from, to }) => `${type}: ${text.slice(from, to)}`);
}

describe("names", () => {
  it.each([
    ["Kim says that the list is slow.", "", ["Kim Palmer"], "en", ["name: Kim"]],
    ["PALMER's list", "", ["Kim Palmer"], "en", ["name: PALMER's"]],
    ["Ask k.palmer", "", ["kim.palmer@example.com"], "en", ["name: palmer"]],
    ["The order of Öztürk", "Bei Frau Dr. Öztürk geht es nicht", [], "de", ["name: Öztürk"]],
    ["Sra. Souza não vê a lista", "A Sra. Souza reclamou", [], "pt-BR", ["name: Souza"]],
    ["Anna cannot open it", "Then I asked Anna Schmidt for it", [], "en", ["name: Anna"]],
    // Words that everybody uses.
    ["The list is slow on Mondays", "The List is bad. On Mondays it is slow", ["Jo"], "en", []],
    ["Das Programm am Montag", "Am Montag Morgen spinnt das Programm", [], "de", []],
    ["The kimono shop", "", ["Kim"], "en", []],
  ])("%s", (text, said, people, lang, expected) => {
    expect(told(text, said, people, lang)).toEqual(expected);
  });
});

describe("addresses and figures", () => {
  it.each([
    ["Write to it-help@example.com.", "", ["email: it-help@example.com"]],
    ["Order 47 11 does not open", "order 4711 is stuck", ["number: 47 11"]],
    ["It takes 45 seconds", "45 s each time!", ["number: 45"]],
    ["It takes 30 seconds", "45 s each time!", []],
    ["Press it 2 times", "2 times a day", []],
    ["Call +49 30 123456", "", ["number: 49 30 123456"]],
    ["Since version 2026", "", []],
  ])("%s", (text, said, expected) => {
    expect(told(text, said)).toEqual(expected);
  });
});

describe("the person's words", () => {
  const SAID = "Every time I open an order the search forgets what I typed, and I have to begin anew.";
  it.each([
    ["The search forgets what I typed.", ["words: The search forgets what I typed"]],
    ["THE SEARCH — forgets, what i TYPED", ["words: THE SEARCH — forgets, what i TYPED"]],
    ["The search forgets the filter.", []],
    ["Open an order in a new tab.", []],
  ])("%s", (text, expected) => {
    expect(told(text, SAID)).toEqual(expected);
  });

  it("a short report is looked for as a whole", () => {
    expect(told("Search forgets the filter", "search forgets")).toEqual(["words: Search forgets"]);
    expect(told("The search is slow", "search")).toEqual([]);
  });

  it("of every report that is the same", () => {
    expect(told("We know: it is slow", ["nothing", "it is slow"])).toEqual(["words: it is slow"]);
  });
});

describe("whatever is written", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 200 });
  const words = fc.array(
    fc.constantFrom("order", "list", "slow", "Anna", "Mrs", "Palmer", "4711", "a@b.example", "the"),
    {
      maxLength: 20,
    },
  );
  const confided: fc.Arbitrary<Confided> = fc.record({
    said: fc.array(
      fc.record({
        text: fc.oneof(
          text,
          words.map((all) => all.join(" ")),
        ),
        lang: fc.constantFrom("en", "de"),
      }),
      {
        maxLength: 3,
      },
    ),
    people: fc.array(text, { maxLength: 2 }),
  });

  it("each finding is a part of the text, in its order, and none overlaps another", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          words.map((all) => all.join(" ")),
        ),
        confided,
        (of, by) => {
          let end = 0;
          for (const { from, to } of findTold(of, by)) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThan(from);
            end = to;
          }
          expect(end).toBeLessThanOrEqual(of.length);
        },
      ),
    );
  });

  it("a report's own words never pass unseen, whatever stands around them", () => {
    const sentence = fc.array(fc.constantFrom("order", "list", "slow", "page", "opens", "never"), {
      minLength: 5,
      maxLength: 12,
    });
    fc.assert(
      fc.property(sentence, text, text, (said, before, after) => {
        const whole = said.join(" ");
        const found = findTold(`${before} \n ${whole.toUpperCase()}. \n ${after}`, {
          said: [{ text: whole, lang: "en" }],
          people: [],
        });
        expect(found.length).toBeGreaterThan(0);
      }),
    );
  });

  it("the same text tells the same when more was confided, or more", () => {
    fc.assert(
      fc.property(words, confided, (all, by) => {
        const of = all.join(" ");
        const covered = (found: { from: number; to: number }[]) =>
          new Set(found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
        const little = covered(findTold(of, { said: [], people: by.people }));
        const much = covered(findTold(of, by));
        for (const at of little) expect(much.has(at)).toBe(true);
      }),
    );
  });

  it("is quick over the longest texts", () => {
    const said = "the list ".repeat(444);
    expect(findTold("the list ".repeat(66), { said: [{ text: said, lang: "en" }], people: [] })).toHaveLength(1);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLANKS, fillBlanks, openBlanks } from "./blanks";

const KNOWN = { name: "Ada Example", site: "Orders", link: "https://orders.example/list" };
const NOBODY = { name: null, site: null, link: null };

describe("where all is known", () => {
  it.each([
    [
      "Hello [name], [site] is fast again: [link]",
      "Hello Ada Example, Orders is fast again: https://orders.example/list",
    ],
    ["Hallo [Name], die [Seite] geht wieder.", "Hallo Ada Example, die Orders geht wieder."],
    ["Olá [nome], veja [LINK]", "Olá Ada Example, veja https://orders.example/list"],
    ["No blank,  and two spaces ", "No blank,  and two spaces "],
    ["[surname] stays", "[surname] stays"],
  ])("%s", (text, filled) => expect(fillBlanks(text, KNOWN)).toEqual({ text: filled, left: [] }));

  it("what is filled in is not filled in again", () => {
    expect(fillBlanks("Hello [name]", { ...KNOWN, name: "[link]" }).text).toBe("Hello [link]");
    expect(fillBlanks("Hello [name]", { ...KNOWN, name: "$1 $&" }).text).toBe("Hello $1 $&");
  });
});

describe("without a name", () => {
  it.each([
    ["Hello [name],\n\nthe list is fast again.", "Hello,\n\nthe list is fast again."],
    ["Hi [name]! It works.", "Hi! It works."],
    ["Guten Morgen, [Name], es geht wieder.", "Guten Morgen, es geht wieder."],
    ["Dear [name], it works.", "Hello, it works."],
    ["Hallo [Name], es geht wieder.", "Hallo, es geht wieder."],
    ["Liebe/r [Name], es geht wieder.", "Guten Tag, es geht wieder."],
    ["Sehr geehrte [Name],\nes geht wieder.", "Guten Tag,\nes geht wieder."],
    ["Olá, [nome]! Já funciona.", "Olá! Já funciona."],
    ["Prezado(a) [nome], já funciona.", "Olá, já funciona."],
    ["Thank you, [name], for the report.", "Thank you for the report."],
    ["It is mended, [name]. Try it.", "It is mended. Try it."],
    ["[name], we have mended it.", "We have mended it."],
    ["Thank you very much, [name]!", "Thank you very much!"],
  ])("%s", (text, filled) => expect(fillBlanks(text, { ...KNOWN, name: null })).toEqual({ text: filled, left: [] }));

  it("a sentence about the person goes, and is named", () => {
    expect(fillBlanks("It works. We have told the team of [name] too. Try it.", { ...KNOWN, name: null })).toEqual({
      text: "It works. Try it.",
      left: ["We have told the team of [name] too."],
    });
  });
});

describe("without a page", () => {
  it.each([
    ["The list in [site] is fast again.", "The list is fast again.", []],
    ["Die Liste in [Seite] ist wieder schnell.", "Die Liste ist wieder schnell.", []],
    ["A lista no [site] está rápida.", "A lista está rápida.", []],
    ["It works (see [link]). Try it.", "It works. Try it.", []],
    ["It works. You find it here: [link].", "It works.", ["You find it here: [link]."]],
    ["In [site] ist sie schnell. Probiere es.", "Probiere es.", ["In [site] ist sie schnell."]],
    ["[link]", "", ["[link]"]],
  ])("%s", (text, filled, left) => {
    expect(fillBlanks(text, { ...KNOWN, site: null, link: null })).toEqual({ text: filled, left });
  });
});

describe("whatever is kept", () => {
  const piece = fc.constantFrom(
    ..."Hello|Dear|we|mended|it|in|[name]|[Seite]|[link]|,|.|!|\n|Thank you|(see|)|list|the|ÄÖ".split("|"),
  );
  const text = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(" "));

  it("nothing is left open, nothing stands doubled or loose", () => {
    fc.assert(
      fc.property(text, fc.subarray([...BLANKS]), (of, missing) => {
        const facts = { ...KNOWN, ...Object.fromEntries(missing.map((blank) => [blank, null])) };
        const { text: filled, left } = fillBlanks(of, facts);
        expect(filled).not.toMatch(/\[(?:name|nome|site|seite|link)\]/i);
        if (left.length > 0 || filled !== fillBlanks(of, KNOWN).text) expect(filled).not.toMatch(/ {2}| [,.!]|\n{3}/);
      }),
    );
  });

  it("a text without blanks stays as it is", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }).filter((any) => !any.includes("[")),
        (any) => {
          expect(fillBlanks(any, NOBODY)).toEqual({ text: any, left: [] });
        },
      ),
    );
  });

  it("what was opened is filled in again as it was", () => {
    const written = { name: "[Name]", site: "[Seite]", link: "[Link]" };
    fc.assert(
      fc.property(
        text.map((any) => any.replaceAll(/\[\w+\]/g, "Ada Example")),
        (any) => {
          const open = openBlanks(any, KNOWN, written);
          expect(open).not.toContain("Ada Example");
          expect(fillBlanks(open, KNOWN)).toEqual({ text: any, left: [] });
        },
      ),
    );
    expect(openBlanks("Ada Examples (https://orders.example/list), Orders", KNOWN, written)).toBe(
      "Ada Examples ([Link]), [Seite]",
    );
  });
});

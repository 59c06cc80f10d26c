import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blackOut, redact } from "./black-out";
import { BLACKED_OUT, findPrivate } from "./find-private";
import { ownPatterns } from "./own-patterns";

const PRIVATE = [
  "4111 1111 1111 1111",
  "DE89370400440532013000",
  "müller@bücher.example",
  "+49 30 1234567",
  "529.982.247-25",
  "password: hunter2",
  "ghp_abcdefghijklmnopqrstuvwxyzABCDEFGHIJ",
];

/** Texts that are hard on detectors: pieces of private strings, words that announce them, separators, any Unicode. */
const hardText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...PRIVATE,
        "Tel. ",
        "password is ",
        "PIN ",
        "IBAN",
        "token=",
        "Bearer ",
        "://",
        "(0",
        "█",
        "███",
      ),
      fc.constantFrom(
        " ",
        "-",
        ".",
        "/",
        ":",
        "@",
        "+",
        "\n",
        '"',
        "\u00a0",
        "\u200b",
        "\u0301",
        "\ud800",
        "ﬁ",
        "１２",
      ),
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.string({ unit: fc.constantFrom(...Array.from("0123456789 -.")), maxLength: 24 }),
      fc.string({ unit: fc.constantFrom(...Array.from("aZ09_-/+=")), maxLength: 40 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(""));

describe("blackOut", () => {
  it("puts the same mark for every piece, however long", () => {
    expect(redact("a@b.example and somebody.else@mail.example")).toBe(`${BLACKED_OUT} and ${BLACKED_OUT}`);
  });

  it("takes spans in any order, overlapping or out of bounds", () => {
    const spans = [
      { start: 8, end: 99, kind: "pattern" as const },
      { start: -3, end: 2, kind: "pattern" as const },
      { start: 1, end: 3, kind: "pattern" as const },
    ];
    expect(blackOut("abcdefghij", spans)).toBe(`${BLACKED_OUT}defgh${BLACKED_OUT}`);
  });

  it.each([
    ["full-width digits", "Ｃａｒｄ ４１１１ １１１１ １１１１ １１１１!", `Ｃａｒｄ ${BLACKED_OUT}!`],
    ["no-break spaces", "4111\u00a01111\u00a01111\u00a01111", BLACKED_OUT],
    ["thin spaces", "+33\u20091\u200923\u200945\u200967\u200989", BLACKED_OUT],
    ["zero-width characters", "4111\u200b1111\u200d1111\u20601111", BLACKED_OUT],
    ["other dashes", "4111–1111–1111–1111", BLACKED_OUT],
    ["letters in two parts", "mu\u0308ller@bu\u0308cher.example ok", `${BLACKED_OUT} ok`],
    ["what stands around it", "naïve 🙂 a@b.example 🙂", `naïve 🙂 ${BLACKED_OUT} 🙂`],
    ["half of a surrogate pair", "\ud83d a@b.example \udc00", `\ud83d ${BLACKED_OUT} \udc00`],
  ])("minds %s", (_, text, expected) => {
    expect(redact(text)).toBe(expected);
  });
});

describe("for any text", () => {
  it("spans are sorted, disjoint, not empty and inside the text", () => {
    fc.assert(
      fc.property(hardText, (text) => {
        let done = -1;
        for (const { start, end } of findPrivate(text, { own: ownPatterns(["a+"]), locale: "es" })) {
          expect(start).toBeGreaterThan(done);
          expect(end).toBeGreaterThan(start);
          done = end;
        }
        expect(done).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it("redact is idempotent", () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const once = redact(text);
        expect(redact(once)).toBe(once);
      }),
    );
  });

  it("a private piece between blanks is found", () => {
    const around = fc.string({ unit: fc.constantFrom(...Array.from("abcxyz ,;")), maxLength: 20 });
    fc.assert(
      fc.property(around, fc.constantFrom(...PRIVATE), around, (left, secret, right) => {
        const text = redact(`${left} ; ${secret} ; ${right}`);
        expect(text).toContain(BLACKED_OUT);
        expect(text).not.toContain(secret.slice(-7));
      }),
    );
  });

  /** Repeats of what makes each detector begin to read. Twice the text may not take four times as long. */
  it.each([
    "Müller bestellt am 21.11.2024 für 12,50 €. ",
    "1 ",
    "4111 ",
    "0",
    "(0",
    "+49 ",
    "a",
    "aB1",
    "a-b-",
    "ab/",
    "a@",
    "a@b.",
    "password ",
    "password: ",
    "a password b ",
    "password (",
    "pin to 1",
    "ssn 1 1 1 ",
    "call a ",
    "/commit/",
    "token a b c d ",
    "de12 ",
    "-----BEGIN PRIVATE KEY",
    "eyJabcdef",
    "tel ",
    "secret",
    "ausweis",
    "passport ",
    "://a:",
    '"',
    "order ",
    "bearer ",
    "█",
    "\u0301",
    "\ud800",
  ])("time grows with the length alone: %j", (piece) => {
    const cost = (length: number) => {
      const text = piece.repeat(length / piece.length);
      // The processor's time, not the clock's: the machine may be busy.
      const before = process.cpuUsage();
      findPrivate(text);
      return process.cpuUsage(before).user + 1000;
    };
    // Eight times the length: 8 if linear, 64 if quadratic. Compiling and tidying up may spoil one try, not all.
    const ratios = Array.from({ length: 6 }, () => 1 / (cost(5000) / cost(40_000)));
    expect(Math.min(...ratios)).toBeLessThan(24);
  });
});

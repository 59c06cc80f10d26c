import { describe, expect, it } from "vitest";
import { ownPatterns, TooSlow } from "./own-patterns";

const found = (patterns: string[], text: string) =>
  ownPatterns(patterns)(text).map(({ start, end }) => text.slice(start, end));

describe("ownPatterns", () => {
  it("finds what each of the patterns matches, in any letters", () => {
    expect(found(["KD-\\d{6}", "(?i)projekt \\p{L}+"], "KD-123456, PROJEKT Öl and KD-12")).toEqual([
      "KD-123456",
      "PROJEKT Öl",
    ]);
    expect(found(["."], "a😀")).toEqual(["a", "😀"]);
  });

  it("finds a match wherever it stands in a long text, and once", () => {
    for (let at = 7_990; at < 8_010; at++) {
      const text = "x ".repeat(4_100).slice(0, at) + " KD-123456 " + "y ".repeat(5_000);
      expect(new Set(ownPatterns(["\\bKD-\\d{6}\\b"])(text).map(({ start }) => start))).toEqual(new Set([at + 1]));
    }
  });

  it.each([
    ["(a+)+$", "a"],
    ["(x+x+)+y", "x"],
    ["(\\d|\\w)*!", "1"],
    [".*foo.*bar", "foo "],
  ])("is through with %s long before anybody waits", (pattern, unit) => {
    const text = unit.repeat(20_000);
    expect(() => ownPatterns([pattern])(text)).not.toThrow();
  });

  it("gives up once the time is over, and never goes on without end", () => {
    let at = 0;
    const slow = ownPatterns(["a"], () => (at += 100));
    expect(slow("a".repeat(5))).toHaveLength(5);
    expect(() => slow("a".repeat(5_000))).toThrow(TooSlow);
  });

  it("throws for what is no pattern", () => {
    for (const text of ["(?=x)", "(a)\\1", "[", "a**"]) expect(() => ownPatterns([text])).toThrow();
  });
});

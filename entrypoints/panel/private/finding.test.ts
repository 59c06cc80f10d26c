import { describe, expect, it } from "vitest";
import { findPrivate } from "@/lib/capture/private/find-private";
import { findingsIn, kindsOf, openFindings, shortValue } from "./finding";

const TEXT = "Card 4111 1111 1111 1111, mail jane.doe@corp.example";
const found = findingsIn(TEXT, findPrivate, "en");

describe("what looks private in the words", () => {
  it("is named with its place", () => {
    expect(kindsOf(found)).toEqual(["card", "email"]);
    expect(found.map(({ value }) => value)).toEqual(["4111 1111 1111 1111", "jane.doe@corp.example"]);
  });

  it("is offered where it stands now, and not where the person left it", () => {
    expect(openFindings(found, TEXT, new Set())).toHaveLength(2);
    const [card] = openFindings(found, `My ${TEXT}`, new Set());
    expect(card).toMatchObject({ start: 8, end: 27, value: "4111 1111 1111 1111" });
    expect(openFindings(found, TEXT.replace("jane", "joe"), new Set())).toHaveLength(1);
    expect(openFindings(found, TEXT, new Set(["4111 1111 1111 1111"]))).toHaveLength(1);
    expect(openFindings(found, "", new Set())).toEqual([]);
  });

  it("is not looked for in a book", () => {
    const book = `${"word ".repeat(2_000_000)}${TEXT}`;
    expect(findingsIn(book, findPrivate, "en")).toEqual([]);
  });

  it.each([
    ["short", "short"],
    ["a\n  b", "a b"],
    ["x".repeat(29), `${"x".repeat(13)} … ${"x".repeat(13)}`],
  ])("%j is shown as %j", (value, shown) => {
    expect(shortValue(value)).toBe(shown);
  });
});

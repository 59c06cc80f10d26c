import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { docWith } from "../inbox.test-support";
import { plainLetters } from "@/lib/copies/letters";
import { searchText, termsOf } from "@/lib/copies/search-text";
import { isNear } from "./near";
import { createSearch, type Search } from "./search";

/** As packs say it; null for a report that is gone. */
function tell(search: Search, said: Record<string, string | null>): void {
  const packed = Object.entries(said).map(([id, words]) => ({ id, text: plainLetters(words ?? "") }));
  search.take(packed, termsOf(packed.map(({ text }) => text)));
}

function searchIn(texts: Record<string, string>) {
  const search = createSearch();
  tell(search, texts);
  return (typed: string) => [...(search.find(typed) ?? ["everything"])];
}

const REPORTS = {
  a: "The invoice list forgets my filter every time",
  b: "Der Drucker im Flur druckt wieder nichts, und die Straße ist gesperrt",
  c: "A aprovação de férias não abre no celular",
  d: "Printer prints nothing again",
};

test.each([
  ["invoice", ["a"]],
  ["INVOICE filter", ["a"]],
  ["filter printer", []],
  ["strasse", ["b"]],
  ["aprovacao", ["c"]],
  ["drück", ["b"]],
  ["inv", ["a"]],
  ["lter", ["a"]],
  // As people mistype: a letter too few, too many, wrong, or the wrong way round.
  ["invioce", ["a"]],
  ["invice", ["a"]],
  ["fillter", ["a"]],
  ["drukcer", ["b"]],
  ["aprovacoo", ["c"]],
  ["prnter", ["d"]],
  ["invioce flter", ["a"]],
  ["zzz", []],
  ["  ", ["everything"]],
  ["?!", ["everything"]],
])("%j finds %j", (typed, ids) => {
  expect(searchIn(REPORTS)(typed)).toEqual(ids);
});

test("short words are taken as they are: they are too near to each other", () => {
  expect(searchIn({ a: "the map is off" })("mop")).toEqual([]);
});

it("keeps up with what is new, changed and gone, also for slips", () => {
  const search = createSearch();
  tell(search, { a: "calendar" });
  expect([...(search.find("calender") ?? [])]).toEqual(["a"]);
  tell(search, { a: "printer", b: "payroll" });
  expect([...(search.find("calendar") ?? [])]).toEqual([]);
  expect([...(search.find("payrol") ?? [])]).toEqual(["b"]);
  expect([...(search.find("pairoll") ?? [])]).toEqual(["b"]);
  tell(search, { a: null });
  expect([...(search.find("printer") ?? [])]).toEqual([]);
});

it("looks into all that was said, and into where", () => {
  const doc = docWith({
    words: "one",
    goal: "two",
    note: "three",
    context: { site: "four", origin: "https://five.example", path: "/six/{id}", title: "seven" },
    timeline: [{ text: "eight" } as never],
  });
  const text = plainLetters(searchText(doc));
  for (const word of ["one", "two", "three", "four", "five", "six", "seven", "eight"]) expect(text).toContain(word);
});

describe("nearly the same", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "d", "e"), minLength: 4, maxLength: 12 });

  it("is the word itself and each beginning of it", () => {
    fc.assert(fc.property(word, fc.nat(12), (whole, cut) => isNear(whole.slice(0, cut), whole, 0)));
  });

  it("is one slip away: a letter wrong, missing, too many, or changed places", () => {
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom("x", "y", "z"), (whole, where, other) => {
        const at = where % (whole.length - 1);
        const [before, letter, after] = [whole.slice(0, at), whole.charAt(at), whole.slice(at + 1)];
        expect(isNear(before + other + after, whole, 1)).toBe(true);
        expect(isNear(before + after, whole, 1)).toBe(true);
        expect(isNear(before + other + letter + after, whole, 1)).toBe(true);
        expect(isNear(before + after.charAt(0) + letter + after.slice(1), whole, 1)).toBe(true);
      }),
    );
  });

  it("is not what has more slips than that", () => {
    expect(isNear("payroll", "calendar", 2)).toBe(false);
    expect(isNear("printing", "pr", 2)).toBe(false);
    expect(isNear("abcd", "wxyz", 1)).toBe(false);
  });
});

it("takes any text at all", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), fc.string({ unit: "binary" }), (texts, typed) => {
      const search = createSearch();
      tell(search, Object.fromEntries(texts.map((words, index) => [String(index), words])));
      const found = search.find(typed);
      // Each text is found by itself, unless there is nothing in it to search for.
      texts.forEach((text, index) => expect(search.find(text)?.has(String(index)) ?? true).toBe(true));
      for (const id of found ?? []) expect(Number(id)).toBeLessThan(texts.length);
    }),
  );
});

import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { docWith } from "../inbox.test-support";
import { plainLetters, wordsOf } from "@/lib/copies/letters";
import { PACK } from "@/lib/copies/packs";
import { searchText } from "@/lib/copies/search-text";
import { isNear } from "./near";
import { createSearch, type Search } from "./search";

let no = 0;
/** As the dictionary has them, for each search. */
const dictionaries = new WeakMap<Search, string[]>();

/** As a pack says it; null for a report that is gone. */
function tell(search: Search, said: Record<string, string | null>): void {
  const texts = Object.values(said).map((words) => wordsOf(plainLetters(words ?? "")));
  const known = dictionaries.get(search) ?? [];
  const terms = [...new Set([...known, ...texts.flat()])];
  dictionaries.set(search, terms);
  const numbers = texts.flatMap((words) => [words.length, ...words.map((word) => terms.indexOf(word))]);
  search.take({ no: (no += 1), ids: Object.keys(said), numbers: Uint32Array.from(numbers) });
  search.learn(known.length, terms.slice(known.length));
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

describe("own answers that the copies do not contain yet", () => {
  const own = (said: Record<string, string>) =>
    new Map(Object.entries(said).map(([id, text]) => [id, [...new Set(wordsOf(plainLetters(text)))]]));

  it("are found as everything else is, until they are gone", () => {
    const search = createSearch();
    tell(search, { a: "The invoice list forgets my filter", b: "Printer prints nothing" });
    search.overlay(own({ a: "The invoice list forgets my filter. Solução: próxima Straße" }));
    const found = (typed: string) => [...(search.find(typed) ?? [])];
    for (const typed of ["solucao", "SOLU", "soluçoa", "strasse", "invoice prox", "invioce solucao"]) {
      expect(found(typed), typed).toEqual(["a"]);
    }
    expect(found("printer solucao")).toEqual([]);
    expect(found("printer")).toEqual(["b"]);
    // Undone.
    search.overlay(own({}));
    expect(found("solucao")).toEqual([]);
    expect(found("invoice")).toEqual(["a"]);
  });

  it("stand for what the copies say: a label that was taken away finds nothing", () => {
    const search = createSearch();
    tell(search, { a: "calendar urgent", b: "payroll urgent" });
    search.overlay(own({ a: "calendar" }));
    expect([...(search.find("urgent") ?? [])]).toEqual(["b"]);
    expect([...(search.find("calendar") ?? [])]).toEqual(["a"]);
  });

  it("are as if they had come back", () => {
    const piece = fc.array(fc.constantFrom("list", "lists", "liste", "filter", "fitler", "über", "a"), {
      maxLength: 4,
    });
    const text = piece.map((words) => words.join(" "));
    const texts = fc.dictionary(fc.constantFrom("1", "2", "3", "4"), text);
    const typed = fc.oneof(text, fc.constantFrom("lis", "lsit", "uber", "filtre", "list fil"));
    fc.assert(
      fc.property(texts, texts, typed, (copies, later, wanted) => {
        const [waiting, back] = [createSearch(), createSearch()];
        tell(waiting, copies);
        tell(back, copies);
        // What is of no report that is held is not asked for.
        const said = Object.fromEntries(Object.entries(later).filter(([id]) => id in copies));
        waiting.overlay(own(said));
        tell(back, said);
        expect([...(waiting.find(wanted) ?? [])].toSorted()).toEqual([...(back.find(wanted) ?? [])].toSorted());
      }),
      { numRuns: 500 },
    );
  });
});

it("knows what is old in packs that are full", () => {
  const search = createSearch();
  const pack = (word: string) => Object.fromEntries(Array.from({ length: PACK }, (_, n) => [`${n}`, word]));
  tell(search, pack("calendar"));
  tell(search, { ...pack("printer"), [PACK - 1]: null });
  tell(search, { 0: "payroll" });
  expect(search.find("calendar")?.size).toBe(0);
  expect(search.find("printer")?.size).toBe(PACK - 2);
  expect([...(search.find("payroll") ?? [])]).toEqual(["0"]);
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

  it("is what the whole table of distances says", () => {
    const piece = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(piece, piece, fc.nat(2), (typed, whole, slips) => {
        const beginnings = Array.from({ length: whole.length + 1 }, (_, end) => whole.slice(0, end));
        const least = Math.min(...beginnings.map((beginning) => distance(typed, beginning)));
        expect(isNear(typed, whole, slips)).toBe(least <= slips);
      }),
      { numRuns: 1000 },
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

/** Optimal string alignment distance by its whole table (Wagner and Fischer 1974): slow, and plainly right. */
function distance(a: string, b: string): number {
  const rows: number[][] = [];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 0; i <= a.length; i += 1) {
    const row: number[] = [];
    rows.push(row);
    for (let j = 0; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const ways = [at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1)];
      row.push(i === 0 ? j : j === 0 ? i : Math.min(...ways, swapped ? at(i - 2, j - 2) + 1 : Infinity));
    }
  }
  return at(a.length, b.length);
}

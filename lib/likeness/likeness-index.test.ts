import { describe, expect, it } from "vitest";
import { createLikenessIndex } from "./likeness-index";
import type { ReportText } from "./traits";

let count = 0;
const report = (words: string, more: Partial<ReportText> = {}): ReportText => ({
  id: `r${(count += 1)}`,
  words,
  lang: "en",
  goal: null,
  kind: null,
  origin: "https://shop.example",
  path: "/orders/{id}",
  element: null,
  ...more,
});

/** What else people say of the same site: without it every word is rare. */
const others = [
  report("the colours hurt my eyes", { path: "/home" }),
  report("cannot change my address", { path: "/profile" }),
  report("too many mails about nothing", { path: "/profile" }),
  report("the map shows the wrong building", { path: "/stores" }),
  report("deleted the wrong invoice and cannot undo it", { path: "/invoices" }),
];

function indexOf(...reports: ReportText[]) {
  const index = createLikenessIndex();
  for (const each of [...others, ...reports]) index.put(each);
  return index;
}

const print = { role: "button", name: "Print" };

describe("a likely duplicate", () => {
  it("says why: element, words and page", () => {
    const a = report("Printing an order cuts off the last column", { element: print });
    const b = report("when I print, the right column is cut off", { element: print });
    const [first] = indexOf(a, b).propose(a.id);
    expect(first).toMatchObject({ id: b.id, reasons: ["same-element", "like-words", "same-page"] });
    expect(first?.likelihood).toBeGreaterThan(0.5);
  });

  it("is found across languages", () => {
    const a = report("Printing an order cuts off the last column", { element: print });
    const b = report("beim Drucken wird die letzte Spalte abgeschnitten", {
      lang: "de",
      element: { role: "button", name: "Drucken" },
    });
    expect(indexOf(a, b).propose(a.id)).toMatchObject([
      { id: b.id, reasons: expect.arrayContaining(["same-element"]) },
    ]);
    expect(indexOf(a, b).propose(b.id)).toMatchObject([{ id: a.id }]);
  });

  it("is not another annoyance of the same page", () => {
    const a = report("Printing an order cuts off the last column");
    const b = report("I was signed out and lost my notes");
    expect(indexOf(a, b).propose(a.id)).toEqual([]);
  });

  it("is not the same words on another tool", () => {
    const a = report("Printing an order cuts off the last column");
    const b = report("Printing an order cuts off the last column", { origin: "https://hr.example" });
    expect(indexOf(a, b).propose(a.id)).toEqual([]);
  });

  it("can be on no page", () => {
    const a = report("Printing an order cuts off the last column on the right");
    const b = report("printing an order cuts off its last column on the right", { origin: null, path: null });
    expect(indexOf(a, b).propose(b.id)).toMatchObject([{ id: a.id, reasons: ["like-words"] }]);
  });

  it("is one of three at most, the likeliest first", () => {
    const same = Array.from({ length: 8 }, () => report("search forgets the filter when I go back"));
    const near = report("search forgets my filter", { path: "/orders" });
    const index = indexOf(near, ...same);
    const got = index.propose(same[0]?.id ?? "");
    expect(got).toHaveLength(3);
    expect(got.map(({ likelihood }) => likelihood)).toEqual(
      got.map(({ likelihood }) => likelihood).toSorted((x, y) => y - x),
    );
    expect(got.map(({ id }) => id)).not.toContain(near.id);
  });
});

describe("the index", () => {
  it("forgets what is removed, and takes a changed report for the old one", () => {
    const a = report("search forgets the filter when I go back");
    const b = report("after going back the search has forgotten my filter");
    const index = indexOf(a, b);
    expect(index.propose(a.id)).toHaveLength(1);
    index.put({ ...b, words: "the invoice is late" });
    expect(index.propose(a.id)).toEqual([]);
    index.put(b);
    expect(index.propose(a.id)).toHaveLength(1);
    index.remove(b.id);
    expect(index.propose(a.id)).toEqual([]);
    expect(index.propose(b.id)).toEqual([]);
    index.remove(b.id);
  });

  it("gives each report the same answer, in whatever order they came", () => {
    const a = report("search forgets the filter when I go back");
    const b = report("after going back the search has forgotten my filter");
    const c = report("filter is gone when I go back to the search");
    const ids = (...order: ReportText[]) =>
      indexOf(...order)
        .propose(a.id)
        .map(({ id }) => id)
        .toSorted();
    expect(ids(a, b, c)).toEqual(ids(c, b, a));
  });

  it("takes what nobody can read", () => {
    const odd = [report(""), report("x".repeat(4000)), report("😡"), report("لا يعمل", { lang: "ar" })];
    const index = indexOf(...odd);
    for (const { id } of odd) expect(index.propose(id)).toEqual([]);
  });
});

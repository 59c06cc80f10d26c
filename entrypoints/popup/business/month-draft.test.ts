import { expect, test } from "vitest";
import type { MonthPage } from "@/lib/impact/month-page";
import { digestPublishedData } from "@/lib/protocol/digest";
import { blocksOf, type Docs, isReady, linesOf } from "./month-draft";

const PAGE: MonthPage = {
  month: "2026-10",
  figures: [{ block: "figure", name: "given", people: 12, hours: 3 }],
  fixes: [
    { id: "a", kind: "slow", status: "done", site: "Orders", helped: { yes: 5, partly: 0, no: 1 }, hours: 3 },
    { id: "b", kind: "other", status: "possible", site: null, helped: null, hours: null },
  ],
  nos: [{ id: "c", kind: "missing", site: "Orders", people: 9, hours: 2 }],
};
const summary = {
  title: "Search is quick",
  workaround: "Filter first.",
  lang: "en",
  texts: { de: { title: "Suche ist schnell", workaround: "Erst filtern." } },
  place: "page",
  by: "Robin",
  at: "2026-10-03T10:00:00.000Z",
} as const;
const DOCS: Docs = new Map([
  ["a", { summary, note: "Kim, it is mended" }],
  ["b", { note: "Press F2, Kim" }],
  ["c", { summary: { ...summary, title: "Exports" }, note: "Kim, it is too dear", lookAgain: "2027-01-10" }],
]);

test("what IT wrote to one person is shared only where IT says so", () => {
  expect(linesOf(PAGE, DOCS, {})).toEqual([
    { id: "a", kind: "fix", title: "Search is quick", reason: "", shared: true },
    { id: "b", kind: "fix", title: "", reason: "", shared: false },
    { id: "c", kind: "no", title: "Exports", reason: "Kim, it is too dear", shared: false },
  ]);
  expect(JSON.stringify(blocksOf(PAGE, DOCS, linesOf(PAGE, DOCS, {}), "en"))).not.toContain("Kim");
});

test("a month as it is shared: figures, fixes in all their languages, and a no with what goes with it", () => {
  const lines = linesOf(PAGE, DOCS, {
    b: { title: " Copy a row with F2 ", shared: true },
    c: { reason: "Too dear", shared: true },
  });
  const blocks = blocksOf(PAGE, DOCS, lines, "de");
  expect(blocks).toEqual([
    PAGE.figures[0],
    {
      block: "fix",
      status: "done",
      title: "Search is quick",
      lang: "en",
      texts: { de: { title: "Suche ist schnell" } },
      site: "Orders",
      helped: { yes: 5, partly: 0, no: 1 },
      hours: 3,
    },
    { block: "fix", status: "possible", title: "Copy a row with F2", lang: "de" },
    {
      block: "no",
      title: "Exports",
      lang: "en",
      texts: { de: { title: "Suche ist schnell" } },
      reason: "Too dear",
      site: "Orders",
      workaround: "Filter first.",
      people: 9,
      hours: 2,
      lookAgain: "2027-01-10",
    },
  ]);
  expect(digestPublishedData.safeParse({ month: PAGE.month, lang: "de", blocks }).success).toBe(true);
});

test.each([
  [{ title: "" }, false],
  [{ title: "x".repeat(121) }, false],
  [{ title: "Exports", reason: " " }, false],
  [{ title: "Exports", reason: "Too dear" }, true],
])("%j can be shared: %s", (change, expected) => {
  const [, , no] = linesOf(PAGE, DOCS, { c: { shared: true, ...change } });
  expect(no && isReady(no)).toBe(expected);
});

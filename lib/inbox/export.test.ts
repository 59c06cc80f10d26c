import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCsv, toMarkdown, toNdjson } from "./export";
import { docWith } from "./inbox.test-support";

/** RFC 4180, read back. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of text
    .replace(/^\uFEFF/, "")
    .matchAll(/((?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*)\r\n/g)) {
    const cells = [...(line[1] ?? "").matchAll(/(?:^|,)("(?:[^"]|"")*"|[^",]*)/g)].map(([, cell = ""]) => cell);
    rows.push(cells.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)));
  }
  return rows;
}

describe("CSV", () => {
  it("has a row for each report, whatever is in its words", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 5 }), (texts) => {
        const rows = readCsv(toCsv(texts.map((words) => docWith({ words }))));
        expect(rows).toHaveLength(texts.length + 1);
        const at = rows[0]?.indexOf("words") ?? -1;
        rows.slice(1).forEach((row, index) => expect(row[at]?.replace(/^'/, "")).toBe(texts[index]?.replace(/^'/, "")));
      }),
    );
  });

  it.each(["=1+1", "+49 1", "-2", "@SUM(A1)", "\t=1", "  =cmd|' /C calc'!A0", "\r=1", "|x"])(
    "never begins a cell like a formula: %j",
    (words) => {
      const rows = readCsv(toCsv([docWith({ words })]));
      expect(rows[1]?.[rows[0]?.indexOf("words") ?? -1]).toBe(`'${words}`);
    },
  );

  it("says nothing where nothing is known, and not 0", () => {
    const [head, row] = readCsv(toCsv([docWith({ hoursAWeek: null, hoursUnknown: 1 })]));
    expect(row?.[head?.indexOf("hours_a_week") ?? -1]).toBe("");
  });
});

it("is one JSON document a line", () => {
  const docs = [docWith({ words: "two\nlines" }), docWith()];
  const lines = toNdjson(docs).trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(docs);
  expect(toNdjson([])).toBe("");
});

it("quotes what people wrote in Markdown, as text", () => {
  const words = "# Slow\n![x](https://evil.example/x.png) @everybody <b>";
  const text = toMarkdown(words, docWith({ words }), [
    ["Where", "Orders"],
    ["Goal", null],
  ]);
  expect(text.split("\n")).toEqual([
    "# \\# Slow",
    "",
    "> \\# Slow",
    "> \\!\\[x\\]\\(https\\://evil.example/x.png\\) @\u200Beverybody \\<b\\>",
    "",
    "- Where: Orders",
    "",
  ]);
});

import { describe, expect, test } from "vitest";
import type { ReportDoc } from "@/lib/protocol/documents";
import { docWith, statusRow } from "./inbox.test-support";
import { toItem } from "./item";
import { overlay } from "./overlay";

const planned = { status: "planned", basedOn: null, note: "Next month.", lang: "en" };
const A = "00000000-0000-4000-8000-00000000000a";
const B = "00000000-0000-4000-8000-00000000000b";

describe("a reviewer's own answers over the collector's document", () => {
  test("what waits shows at once, under the reviewer's name, and as not acknowledged", () => {
    const doc = overlay(docWith(), 10, [statusRow(A, planned)], "Mara");
    expect(doc).toMatchObject({ status: "planned", statusBy: "Mara", note: "Next month." });
    expect(doc.timeline.at(-1)).toMatchObject({ seq: null, by: { kind: "reviewer", name: "Mara" } });
  });

  test("a second answer builds on the first", () => {
    const rows = [statusRow(A, planned), statusRow(B, { status: "done", basedOn: A })];
    expect(overlay(docWith(), 10, rows, "Mara").status).toBe("done");
  });

  test("what the document already contains is not shown twice", () => {
    const row = statusRow(A, planned, { state: "received", seq: "10" });
    expect(overlay(docWith(), 10, [row], "Mara").timeline).toHaveLength(0);
    expect(overlay(docWith(), 9, [row], "Mara").timeline).toHaveLength(1);
  });

  test("a link shows at once, and no more once the collector has decided otherwise", () => {
    const part = { type: "org.earshot.report.linked.v1" };
    const body = JSON.stringify({ ...JSON.parse(statusRow(A, { into: B }).body), ...part });
    expect(overlay(docWith(), 10, [statusRow(A, {}, { ...part, body })], "Mara").canonical).toBe(B);
    const received = statusRow(A, {}, { ...part, body, state: "received", seq: "11" });
    expect(overlay(docWith(), 11, [received], "Mara").canonical).toBeUndefined();
  });

  test.each(["dead", "parked"] as const)("a %s answer is not shown as given", (state) => {
    expect(overlay(docWith(), 10, [statusRow(A, planned, { state })], "Mara").status).toBe("new");
  });

  test("the same person's own report writes nothing here", () => {
    expect(overlay(docWith(), 10, [statusRow(A, planned, { route: "thread" })], "Mara").status).toBe("new");
  });
});

describe("an item of the list", () => {
  const row = { id: "r", collector: "", rev: 9, origin: "", status: "new", readRev: 0 };

  test("is unread until opened, and again when its reporter speaks; what IT says is no news to IT", () => {
    const line = { id: A, type: "comment.added", at: "2026-11-20T09:00:00.000Z", applied: true } as const;
    const said = { ...line, visibility: "thread", text: "It is back", seq: "8" } as const;
    const replied = docWith({ timeline: [{ ...said, by: { kind: "reporter", name: null } }] });
    const answered = docWith({ timeline: [{ ...said, by: { kind: "reviewer", name: "Jonas" } }] });
    const isUnread = (readRev: number, doc: ReportDoc) => toItem({ ...row, readRev, doc }, [], null).unread;
    expect(isUnread(0, docWith())).toBe(true);
    expect(isUnread(5, docWith())).toBe(false);
    expect(isUnread(7, replied)).toBe(true);
    expect(isUnread(8, replied)).toBe(false);
    expect(isUnread(7, answered)).toBe(false);
  });

  test("names the answers that were refused", () => {
    const problem = { slug: "forbidden", detail: null, pointer: null };
    const item = toItem({ ...row, doc: docWith() }, [statusRow(A, planned, { state: "dead", problem })], "Mara");
    expect(item.refused).toEqual([problem]);
  });
});

import { describe, expect, test } from "vitest";
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

  test.each(["dead", "parked"] as const)("a %s answer is not shown as given", (state) => {
    expect(overlay(docWith(), 10, [statusRow(A, planned, { state })], "Mara").status).toBe("new");
  });

  test("the same person's own report writes nothing here", () => {
    expect(overlay(docWith(), 10, [statusRow(A, planned, { route: "thread" })], "Mara").status).toBe("new");
  });
});

describe("an item of the list", () => {
  const row = { id: "r", collector: "", rev: 1, origin: "", status: "new", readAt: 0 };
  const at = Date.parse("2026-11-20T08:00:00.000Z");

  test("is unread until opened, and again when its reporter speaks", () => {
    expect(toItem({ ...row, doc: docWith() }, [], null).unread).toBe(true);
    expect(toItem({ ...row, readAt: at, doc: docWith() }, [], null).unread).toBe(false);
    const replied = docWith({ attention: "reply", updatedAt: "2026-11-20T08:30:00.000Z" });
    expect(toItem({ ...row, readAt: at, doc: replied }, [], null).unread).toBe(true);
    expect(toItem({ ...row, readAt: at + 3_600_000, doc: replied }, [], null).unread).toBe(false);
  });

  test("names the answers that were refused", () => {
    const problem = { slug: "forbidden", detail: null, pointer: null };
    const item = toItem({ ...row, doc: docWith() }, [statusRow(A, planned, { state: "dead", problem })], "Mara");
    expect(item.refused).toEqual([problem]);
  });
});

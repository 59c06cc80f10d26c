import { describe, expect, it } from "vitest";
import type { BlobRow, OutboxRow, ReportRow } from "@/lib/database/rows";
import type { Left } from "./said";
import { judgeTakenBack } from "./verdict-taken-back";
import { leftWith, part, storedWith } from "./verdict.test-support";

const unsaid = new Map([["r", ["left-1."]]]);
const blank = { id: "a", subject: "r", type: "created", seq: 1n, isBlank: true };
const clean = { events: [blank], erased: ["r"] };
const outbox = (route: OutboxRow["route"]) => [
  part<OutboxRow>({ subject: "r", route, type: "created", state: "received" }),
];

function judge(
  left: Partial<Left>,
  stored: Parameters<typeof storedWith>[0] = clean,
  became: "deleted" | "erased" = "erased",
) {
  return judgeTakenBack(new Map([["r", became]]), unsaid, [leftWith({}), leftWith(left)], storedWith(stored));
}

describe("the verdict on what was taken back", () => {
  it("is good where only the wish, and what IT said, is left", () => {
    const kept = [...outbox("erase"), ...outbox("session")];
    expect(judge({ outbox: kept, text: "left-11. left-2." }, { ...clean, text: "left-11." })).toEqual([]);
    expect(judge({}, {}, "deleted")).toEqual([]);
  });

  it.each<[string, Partial<Left>, string]>([
    ["an event", { outbox: outbox("ingest") }, "created (received) of r"],
    ["the words", { text: '{"words":"left-1."}' }, 'the words "left-1."'],
    ["a reviewer's copy", { reports: [part<ReportRow>({ id: "r" })] }, "a reviewer's copy"],
    ["a picture", { blobs: [part<BlobRow>({ subject: "r", state: "dead" })] }, "a picture (dead)"],
    ["its bytes", { bytes: [{ subject: "r", sha256: "ab" }] }, "a picture's bytes"],
  ])("sees %s in a browser", (_, left, what) => {
    expect(judge(left)).toEqual([expect.stringContaining(what)]);
  });

  it.each<[string, Parameters<typeof storedWith>[0], string]>([
    ["what was said", { ...clean, events: [{ ...blank, isBlank: false }] }, "created of r"],
    ["the words", { ...clean, text: "left-1." }, 'the words "left-1."'],
    ["a voice", { ...clean, voices: ["r"] }, "a voice"],
    ["a picture", { ...clean, pictures: [{ report: "r", sha256: "ab", isStored: true }] }, "a picture"],
    ["its document", { timelines: { r: [] } }, "a document"],
    ["no trace that would keep it from coming back", {}, "no trace"],
  ])("sees %s at the collector", (_, stored, what) => {
    expect(judge({}, stored)).toEqual([expect.stringContaining(what)]);
  });

  it("sees anything of one that was never sent", () => {
    expect(judge({}, clean, "deleted")).toHaveLength(2);
  });
});

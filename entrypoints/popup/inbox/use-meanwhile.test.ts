import { expect, test } from "vitest";
import type { TimelineEntry } from "@/lib/protocol/documents";
import { newsFor } from "./use-meanwhile";

const entry = (id: string, part: Partial<TimelineEntry> = {}): TimelineEntry => ({
  id,
  seq: "1",
  type: "comment.added",
  by: { kind: "reviewer", name: "Jonas" },
  at: "2026-11-20T08:00:00.000Z",
  applied: true,
  visibility: "thread",
  text: "words",
  ...part,
});

test("what others have said since is news; one's own words and what was there already are not", () => {
  const timeline = [
    entry("seen"),
    entry("colleague"),
    entry("mine", { by: { kind: "reviewer", name: "Mara" } }),
    entry("on its way", { seq: null }),
    entry("person", { by: { kind: "reporter", name: "Mara" } }),
    entry("lost", { type: "status.set", status: "done", applied: false }),
  ];
  expect(newsFor(timeline, new Set(["seen"]), "Mara").map(({ id }) => id)).toEqual(["colleague", "person", "lost"]);
});

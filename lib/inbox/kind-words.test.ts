import { expect, test } from "vitest";
import type { TimelineEntry } from "@/lib/protocol/documents";
import { docWith } from "./inbox.test-support";
import { kindWordsIn } from "./kind-words";

test("kind words come with a yes, newest first", () => {
  const thanks = (id: string, at: string, answer: "yes" | "no", text: string | null): TimelineEntry => ({
    id,
    seq: "1",
    type: "helped.answered",
    by: { kind: "reporter", name: "Priya" },
    at,
    applied: true,
    visibility: "thread",
    text,
    answer,
  });
  const timeline = [
    thanks("1", "2026-11-01T08:00:00.000Z", "yes", "Thank you"),
    thanks("2", "2026-11-02T08:00:00.000Z", "no", "Still slow"),
    thanks("3", "2026-11-03T08:00:00.000Z", "yes", null),
    thanks("4", "2026-11-04T08:00:00.000Z", "yes", "What a relief"),
  ];
  expect(kindWordsIn([docWith({ timeline })]).map((word) => word.text)).toEqual(["What a relief", "Thank you"]);
});

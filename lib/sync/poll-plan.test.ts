import { expect, it } from "vitest";
import type { MineRow } from "@/lib/database/rows";
import { NEVER } from "@/lib/outbox/never";
import { threadIntervalMs } from "./poll-plan";

const DAY_MS = 86_400_000;
const NOW = Date.parse("2026-06-01T12:00:00Z");

/** A thread to which nothing has happened for 40 days. */
const quiet = (thread: object) =>
  ({ createdAt: NOW - 40 * DAY_MS, thread: { timeline: [], ...thread } }) as unknown as MineRow;

it.each([
  ["a no", { status: "declined" }, NEVER],
  ["a no that IT looks at again", { status: "declined", lookAgain: "2026-09-01" }, DAY_MS],
  ["what is planned", { status: "planned" }, DAY_MS],
  ["what helped", { status: "done", statusEvent: "e", mine: { forEvent: "e", answer: "yes" } }, NEVER],
  ["what was not answered yet", { status: "done", statusEvent: "e", mine: { forEvent: null, answer: null } }, DAY_MS],
])("after a long silence %s is asked for %#", (_what, thread, ms) => {
  expect(threadIntervalMs(quiet(thread), NOW)).toBe(ms);
});

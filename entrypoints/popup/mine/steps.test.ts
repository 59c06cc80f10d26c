import { expect, test } from "vitest";
import type { MyReport } from "@/lib/outbox/my-report";
import { stepsOf } from "./steps";

const AT = "2026-03-10T10:00:00.000Z";
type Line = MyReport["timeline"][number];

function line(kind: Line["by"]["kind"], name: string | null): Line {
  const by = { kind, name };
  return { id: "e", seq: "2", type: "comment.added", by, at: AT, applied: true, visibility: "thread", text: "hello" };
}

const REPORT = {
  createdAt: 5,
  receivedAt: 6,
  delivery: "received",
  sendOnly: false,
  status: "new",
  statusBy: null,
  statusAt: null,
  timeline: [line("reporter", null)],
} as unknown as MyReport;

const steps = (more: Partial<MyReport>) => stepsOf({ ...REPORT, ...more }).map(({ kind, at, by }) => [kind, at, by]);

test("a report that waits is kept here, and nothing more is said", () => {
  expect(steps({ delivery: "saved", receivedAt: null })).toEqual([
    ["kept", 5, null],
    ["onItsWay", null, null],
  ]);
});

test("it is read when a human has said something, whoever else has written", () => {
  expect(steps({})).toEqual([
    ["kept", 5, null],
    ["received", 6, null],
    ["unread", null, null],
  ]);
  const timeline = [line("reporter", null), line("reviewer", "Mara"), line("reviewer", "Jonas")];
  expect(steps({ timeline })[2]).toEqual(["read", Date.parse(AT), "Mara"]);
  // Of a conversation that was cut, its status is left.
  expect(steps({ status: "heard", statusAt: AT, statusBy: null })[2]).toEqual(["read", Date.parse(AT), null]);
});

test("of what went to a webhook nobody here knows whether it is read", () => {
  expect(steps({ sendOnly: true })).toHaveLength(2);
});

import { expect, test } from "vitest";
import { readKv, writeKv } from "@/lib/database/kv-values";
import { clientWorld } from "@/tests/support/client-world";
import { clockOffMs } from "./clock-off";

const DAY = 86_400_000;

test.each([
  [0, 2000, 0],
  [0, 2 * DAY, 2 * DAY],
  [2 * DAY, 2 * DAY + 30_000, 2 * DAY],
  [2 * DAY, 2 * DAY + 90_000, 2 * DAY + 90_000],
  [2 * DAY, -100, 0],
  [0, -2 * DAY, -2 * DAY],
])("after %i, %i measured is %i", (before, measured, off) => expect(clockOffMs(before, measured)).toBe(off));

test("what the collector's answers say of the time is kept, and dropped when the clock is right again", async () => {
  const w = await clientWorld();
  const date = (off: number) =>
    new Response("{}", {
      status: 503,
      headers: { "earshot-protocol": "1", date: new Date(w.clock.now() + off).toUTCString() },
    });
  w.collector.answer = () => date(-2 * DAY);
  await w.file();
  await w.engine.kick();
  expect(Math.round(((await readKv(w.db, "clockOff")) ?? 0) / 60_000)).toBe(-2 * 24 * 60);
  w.collector.answer = () => date(0);
  w.clock.move(60 * 60_000);
  await w.engine.kick();
  expect(await readKv(w.db, "clockOff")).toBeNull();
});

test("a clock that comes back from two days ahead does not keep the next changes away for two days", async () => {
  const w = await clientWorld();
  w.state.policy.reviewers.token = "rev";
  await w.file();
  await w.engine.kick();
  await w.engine.refresh();
  const cursor = await readKv(w.db, "cursor");
  if (!cursor) throw new Error("nothing was pulled");
  await writeKv(w.db, "cursor", { ...cursor, nextAt: w.clock.now() + 2 * DAY });
  await w.file();
  await w.engine.kick();
  expect(await w.db.reports.count()).toBe(2);
});

import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { open } from "@/tests/support/postgres-and-pglite";
import { silentLog } from "../log";
import type { Db } from "../store/db";
import { openOrg } from "../store/org";
import { createNight, msUntil } from "./night";

const HOUR_MS = 3_600_000;

describe("the time until the next night", () => {
  it.each([
    ["2026-03-04T02:59:59", 1000],
    ["2026-03-04T03:00:00", 24 * HOUR_MS],
    ["2026-03-04T12:00:00", 15 * HOUR_MS],
    ["2026-12-31T23:00:00", 4 * HOUR_MS],
  ])("from %s is %d ms", (now, ms) => expect(msUntil("03:00", new Date(now))).toBe(ms));
});

describe("a night", () => {
  let db: Db;
  let nowMs = 0;
  beforeAll(async () => {
    db = await open("pglite");
    await openOrg(db, "main", null, () => crypto.randomUUID());
  });
  afterAll(() => db.close());
  beforeEach(async () => {
    nowMs = new Date("2026-03-04T12:00:00").getTime();
    await db.query("update org set settings = '{}'");
  });

  /** A clock that goes on when somebody sleeps, for as many nights as are given; then `stop` is all that ends it. */
  function nights(count: number, tasks: Parameters<typeof createNight>[0]["tasks"], log = silentLog) {
    let left = count;
    let asleep = () => {};
    const isAsleep = new Promise<void>((resolve) => {
      asleep = resolve;
    });
    const sleep = (ms: number, signal: AbortSignal) => {
      if (left === 0) {
        asleep();
        return new Promise<void>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error)));
      }
      left -= 1;
      nowMs += ms;
      return Promise.resolve();
    };
    const night = createNight({ db, org: "main", at: "03:00", now: () => new Date(nowMs), sleep, log, tasks });
    night.start();
    return { night, isAsleep };
  }

  it("comes once a day, beginning with the first one after the first start", async () => {
    const seen: string[] = [];
    const { night, isAsleep } = nights(2, {
      purge: async () => void seen.push(new Date(nowMs).toString().slice(0, 21)),
    });
    await isAsleep;
    await night.stop();
    expect(seen).toEqual(["Thu Mar 05 2026 03:00", "Fri Mar 06 2026 03:00"]);
  });

  it("is caught up with by a process that was away, and done once by several", async () => {
    const work = vi.fn(async () => {});
    const first = nights(1, { work });
    await first.isAsleep;
    const beside = nights(0, { work });
    await beside.isAsleep;
    expect(work).toHaveBeenCalledTimes(1);
    await Promise.all([first.night.stop(), beside.night.stop()]);
    nowMs += 26 * HOUR_MS;
    const later = nights(0, { work });
    await later.isAsleep;
    await later.night.stop();
    expect(work).toHaveBeenCalledTimes(2);
  });

  it("goes on after a task that failed, and says so without quoting it", async () => {
    const error = vi.fn();
    const copy = vi.fn(async () => {});
    const { night, isAsleep } = nights(
      2,
      { purge: () => Promise.reject(new Error("secret words")), copy },
      { ...silentLog, error },
    );
    await isAsleep;
    await night.stop();
    expect(copy).toHaveBeenCalledTimes(2);
    expect(error.mock.calls.map(([message]) => message as string)).toEqual(Array(2).fill("the nightly purge failed"));
    expect(JSON.stringify(error.mock.calls)).not.toContain("secret");
  });

  it("ends between two steps when the process does, and is then not called done", async () => {
    const stopping: Promise<void>[] = [];
    const copy = vi.fn(async () => {});
    const made = nights(1, {
      purge: async (isOver) => {
        expect(isOver()).toBe(false);
        stopping.push(made.night.stop());
        expect(isOver()).toBe(true);
      },
      copy,
    });
    await vi.waitFor(() => expect(stopping).toHaveLength(1));
    await Promise.all(stopping);
    expect(copy).not.toHaveBeenCalled();
    const [row] = await db.query<{ at: string }>("select settings->>'nightAt' as at from org where id = 'main'");
    expect(new Date(row?.at ?? "").getTime()).toBe(new Date("2026-03-04T12:00:00").getTime());
  });
});

import { describe, expect, it } from "vitest";
import { NEVER } from "@/lib/outbox/never";
import { clientWorld as world, posts } from "@/tests/support/client-world";

const MINUTE = 60_000;
const DAY = 86_400_000;

describe("a run", () => {
  it("has set its alarm before its first request", async () => {
    const w = await world();
    await w.file();
    w.alarms.set.mockClear();
    let alarms = -1;
    w.collector.answer = () => {
      if (alarms < 0) alarms = w.alarms.set.mock.calls.length;
      return null;
    };
    await w.engine.kick();
    expect(alarms).toBe(1);
  });

  it("asks first only whose endpoint it is, where that is not known", async () => {
    const w = await world(null);
    await w.file();
    w.state.policy.endpoint = "https://collector.example";
    w.state.policy.reviewers.token = "rev";
    await w.engine.kick();
    expect(w.collector.seen.map(({ path }) => path.split("?")[0])).toEqual([
      "/v1/config",
      "/v1/events",
      "/v1/auth/session",
      "/v1/changes",
    ]);
  });

  it("sends what is written while it asks before its next question", async () => {
    const w = await world();
    await w.file();
    await w.engine.kick();
    w.state.policy.reviewers.token = "rev";
    w.clock.move(40 * MINUTE);
    const before = w.collector.seen.length;
    w.collector.answer = async ({ path }) => {
      if (!path.startsWith("/v1/threads") || posts(w).length > 1) return null;
      await w.file();
      void w.engine.kick();
      return null;
    };
    await w.engine.kick();
    const asked = w.collector.seen.slice(before).map(({ path }) => path.split("/")[2]);
    expect(asked.slice(0, 3)).toEqual(["threads", "events", "auth"]);
  });

  it("lets no row of threads come before it", async () => {
    const w = await world();
    for (let n = 0; n < 3; n += 1) await w.file();
    await w.engine.kick();
    w.clock.move(40 * MINUTE);
    const before = w.collector.seen.length;
    w.collector.answer = async ({ path }) => {
      if (!path.startsWith("/v1/threads") || posts(w).length > 1) return null;
      await w.file();
      void w.engine.kick();
      return null;
    };
    await w.engine.kick();
    const asked = w.collector.seen.slice(before).map(({ path }) => path.split("/")[2]);
    expect(asked).toEqual(["threads", "events", "threads", "threads"]);
  });

  it("remembers that the configuration could not be had", async () => {
    const w = await world(null);
    w.collector.answer = ({ path }) => (path === "/v1/config" ? new Response("", { status: 503 }) : null);
    w.state.policy.endpoint = "https://collector.example";
    const asked = () => w.collector.seen.filter(({ path }) => path === "/v1/config").length;
    await w.engine.tryAgain();
    for (let n = 0; n < 3; n += 1) {
      w.clock.move(10_000);
      await w.engine.kick();
    }
    expect(asked()).toBe(1);
    await w.engine.tryAgain();
    expect(asked()).toBe(2);
    w.clock.move(10 * MINUTE);
    await w.engine.kick();
    expect(asked()).toBe(3);
  });
});

describe("a thread that the collector does not know", () => {
  it("is asked for at the usual pace, and after a week no more", async () => {
    const w = await world();
    const id = await w.file();
    await w.engine.kick();
    w.collector.docs.clear();
    w.clock.move(40 * MINUTE);
    await w.engine.kick();
    const next = async () => (await w.db.mine.get(id))?.nextPollAt ?? 0;
    expect((await next()) - w.clock.now()).toBeGreaterThan(20 * MINUTE);
    for (let day = 0; day < 6; day += 1) {
      w.clock.move(DAY);
      await w.engine.kick();
    }
    expect(await next()).toBeLessThan(NEVER);
    w.clock.move(2 * DAY);
    await w.engine.kick();
    expect(await next()).toBe(NEVER);
  });
});

describe("a history that is told anew", () => {
  it("keeps what was read although it is cut off in the middle, and drops what is not told any more", async () => {
    const w = await world();
    w.state.policy.reviewers.token = "rev";
    for (const words of ["one", "two", "gone"]) await w.file({ words });
    await w.engine.kick();
    await w.engine.refresh();
    await w.db.reports.toCollection().modify((row) => void (row.readRev = row.rev));
    const read = await w.db.reports.orderBy("rev").toArray();
    const items = read.map(({ id, rev, doc }) => ({ id, rev: String(rev), doc }));
    const page = (next: string, more: boolean, item: unknown) =>
      Response.json(
        { epoch: w.collector.epoch, next, more, items: [item] },
        { headers: { "earshot-protocol": "1", "earshot-epoch": w.collector.epoch } },
      );
    let cut = true;
    w.collector.answer = ({ path }) => {
      if (!path.startsWith("/v1/changes")) return null;
      const since = new URL(path, "https://x").searchParams.get("since");
      if (since === null) return page("p1", true, items[0]);
      if (since !== "p1") return new Response("", { status: 410, headers: { "earshot-protocol": "1" } });
      if (!cut) return page("p2", false, items[1]);
      cut = false;
      return new Response("", { status: 503 });
    };
    await w.engine.refresh();
    expect(await w.db.reports.count()).toBe(3);
    await w.engine.refresh();
    const after = await w.db.reports.orderBy("rev").toArray();
    expect(after.map(({ id, readRev }) => [id, readRev])).toEqual(
      read.slice(0, 2).map(({ id, readRev }) => [id, readRev]),
    );
    expect(after.every((row) => row.stale === undefined && row.readRev > 0)).toBe(true);
  });
});

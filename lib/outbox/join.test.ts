import { describe, expect, it } from "vitest";
import { readJoined } from "@/lib/known/watch-joined";
import { clientWorld } from "@/tests/support/client-world";
import { known } from "@/tests/support/known-file";
import { readCountedTwice } from "./counted-twice";

async function world() {
  const w = await clientWorld();
  const collector = (await w.db.kv.get("collector"))?.value as { key: string };
  const bucket = { name: "all", collector: collector.key, etag: null, fetchedAt: 1, nextAt: 2 };
  await w.db.buckets.put({ ...bucket, items: [known(1)] });
  const said = async () => {
    const bodies = await w.db.bodies.toArray();
    return bodies.map(({ body }) => JSON.parse(body) as { type: string; source: string; data: { on: boolean } });
  };
  return { ...w, said };
}

const id = known(1).reportId;

describe("me too", () => {
  it("is kept here with what it costs, and is gone when it is taken back", async () => {
    const w = await world();
    expect(await w.outbox.metoo(id, true, undefined)).toBe(true);
    expect(await readJoined(w.db, ["en"])).toMatchObject([{ reportId: id, joined: {}, gone: false }]);
    expect(await w.outbox.metoo(id, true, { often: "daily" })).toBe(true);
    expect(await readJoined(w.db, ["en"])).toMatchObject([{ joined: { often: "daily" } }]);
    expect(await w.outbox.metoo(id, false, undefined)).toBe(true);
    expect(await readJoined(w.db, ["en"])).toEqual([]);
    const said = await w.said();
    expect(said.map(({ source }) => source)).toEqual(Array(3).fill("urn:earshot:anon"));
    expect(said.filter(({ data }) => !data.on)).toHaveLength(1);
  });

  it("is not said for one's own report, nor for the one that it was joined to", async () => {
    const w = await world();
    const mine = await w.file();
    expect(await w.outbox.metoo(mine, true, undefined)).toBe(false);
    await w.engine.kick();
    w.clock.move(40 * 60_000);
    await w.engine.kick();
    await w.db.mine.toCollection().modify((row) => {
      if (row.thread) row.thread.canonical = id;
    });
    expect(await w.outbox.metoo(id, true, undefined)).toBe(false);
    expect(await w.db.joined.count()).toBe(0);
    expect((await w.said()).filter(({ type }) => type.includes("metoo"))).toEqual([]);
    // What was said before it was joined can still be taken back.
    expect(await w.outbox.metoo(id, false, undefined)).toBe(true);
  });

  it("is known to count twice where IT has joined one's own report to it", async () => {
    const w = await world();
    await w.file();
    await w.outbox.metoo(id, true, undefined);
    await w.engine.kick();
    w.clock.move(40 * 60_000);
    await w.engine.kick();
    expect(await readCountedTwice(w.db)).toEqual([]);
    await w.db.mine.toCollection().modify((row) => {
      if (row.thread) row.thread.canonical = id;
    });
    expect(await readCountedTwice(w.db)).toEqual([id]);
    await w.outbox.metoo(id, false, undefined);
    expect(await readCountedTwice(w.db)).toEqual([]);
  });

  it("of another collector is not shown, and comes back with that one", async () => {
    const w = await world();
    await w.outbox.metoo(id, true, undefined);
    const before = await w.db.kv.get("collector");
    await w.db.kv.put({ key: "collector", value: { endpoint: "https://other.example", key: "other" } });
    expect(await readJoined(w.db, ["en"])).toEqual([]);
    if (before) await w.db.kv.put(before);
    expect(await readJoined(w.db, ["en"])).toHaveLength(1);
  });

  it("with a short delay wakes for the one with a longer delay that it stands behind", async () => {
    const w = await world();
    w.random.fraction = () => 0.9;
    await w.outbox.metoo(id, true, undefined);
    w.random.fraction = () => 0.1;
    await w.outbox.metoo(id, false, undefined);
    w.clock.move(2 * 60_000);
    await w.engine.kick();
    expect(w.alarms.set).toHaveBeenLastCalledWith("sync", 7 * 60_000);
  });
});

import { expect, it, vi } from "vitest";
import { readKv } from "@/lib/database/kv-values";
import { clientWorld, posts } from "@/tests/support/client-world";
import { known } from "@/tests/support/known-file";
import { createSharedDevice } from "./shared-device";

const DAY = 86_400_000;

async function world(sharedDevice = true) {
  const w = await clientWorld();
  w.state.policy.sharedDevice = sharedDevice;
  const policy = { current: async () => w.state, onChange: () => () => {} };
  let kicks = 0;
  const shared = createSharedDevice({ ...w, policy, kick: () => void (kicks += 1) });
  const left = async () => {
    const tables = [w.db.outbox, w.db.bodies, w.db.mine, w.db.asks, w.db.joined, w.db.drafts, w.db.blobs];
    const counts = await Promise.all(tables.map((table) => table.count()));
    return counts.reduce((sum, count) => sum + count, 0);
  };
  return { ...w, shared, left, kicks: () => kicks };
}

type World = Awaited<ReturnType<typeof world>>;

async function keepDraft(w: World) {
  const draft = { words: "half", goal: "", kind: null, burden: {}, exactPath: false, anonymous: false };
  await w.db.drafts.put({ key: "https://erp.example 1", draft, updatedAt: w.clock.now() });
}

it("keeps a report until it is received, and then nothing of it, of drafts and of the name", async () => {
  const w = await world();
  w.collector.fault = () => "network";
  await w.file();
  await keepDraft(w);
  await w.engine.kick();
  await w.shared.look();
  // The network was away: it waits, and its words are safe.
  expect(await w.db.mine.count()).toBe(1);
  expect(await readKv(w.db, "name")).toBe("Ada");
  w.collector.fault = () => null;
  w.clock.move(10 * 60_000);
  await w.engine.kick();
  await w.shared.look();
  expect(w.collector.docs.size).toBe(1);
  expect(await w.left()).toBe(0);
  expect(await readKv(w.db, "name")).toBeNull();
});

it("sends at once what goes without a name", async () => {
  const w = await world();
  await w.file({ anonymous: true });
  await w.engine.kick();
  expect(posts(w)).toHaveLength(0);
  await w.shared.look();
  expect(w.kicks()).toBe(1);
  await w.engine.kick();
  expect(posts(w)).toHaveLength(1);
  await w.shared.look();
  expect(await w.left()).toBe(0);
});

it("remembers no me too, and sends it", async () => {
  const w = await world();
  const collector = (await w.db.kv.get("collector"))?.value as { key: string };
  const bucket = { name: "all", collector: collector.key, etag: null, fetchedAt: 1, nextAt: 2 };
  await w.db.buckets.put({ ...bucket, items: [known(1)] });
  await w.outbox.metoo(known(1).reportId, true, undefined);
  await w.shared.look();
  expect(await w.db.joined.count()).toBe(0);
  expect(await w.db.outbox.toArray()).toMatchObject([{ state: "queued", nextAt: w.clock.now() }]);
});

it("lets go of what was refused after a day, since nobody can see it there", async () => {
  const w = await world();
  await w.file();
  await w.db.outbox.toCollection().modify({ state: "dead" });
  await w.shared.look();
  expect(await w.db.mine.count()).toBe(1);
  w.clock.move(2 * DAY);
  await w.shared.look();
  expect(await w.left()).toBe(0);
});

it("lets nobody find what another one has typed", async () => {
  const w = await world();
  await keepDraft(w);
  await w.shared.leave();
  expect(await w.left()).toBe(0);
  expect(await readKv(w.db, "name")).toBeNull();
});

it("writes nothing where nothing is to go: its own sweep would wake it for ever", async () => {
  const w = await world();
  await w.file();
  await w.engine.kick();
  await w.shared.look();
  const { joined, outbox, asks } = w.db;
  const writes = [vi.spyOn(joined, "clear"), vi.spyOn(asks, "clear"), vi.spyOn(outbox, "bulkPut")];
  await w.shared.look();
  expect(writes.map((spy) => spy.mock.calls.length)).toEqual([0, 0, 0]);
});

it("does nothing on a computer of one's own", async () => {
  const w = await world(false);
  await w.file({ anonymous: true });
  await keepDraft(w);
  const before = await w.db.outbox.toArray();
  await w.shared.look();
  await w.shared.leave();
  expect(await w.db.outbox.toArray()).toEqual(before);
  expect(await w.db.drafts.count()).toBe(1);
  expect(await readKv(w.db, "name")).toBe("Ada");
});

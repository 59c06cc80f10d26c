import { describe, expect, it } from "vitest";
import { withBodies } from "@/lib/database/items";
import type { OutboxItem, OutboxRow } from "@/lib/database/rows";
import { clientWorld } from "@/tests/support/client-world";
import { DAMAGED, endDamaged, isSound } from "./damaged";
import { readMyReports } from "./watch-my-reports";

/** Ways in which a row can be broken, by a fault of the disk or of a version that never was. */
const BROKEN: [string, Record<string, unknown>][] = [
  ["a body that ends in the middle", { body: '{"specversion":"1.0","da' }],
  ["no body at all", { body: undefined }],
  ["a body that is no text", { body: { words: "slow" } }],
  ["a route that nobody knows", { route: "pigeon" }],
  ["a state that nobody knows", { state: "lost" }],
  ["no time", { nextAt: undefined }],
  ["a time that is no number", { nextAt: "soon", nextSetAt: Number.NaN }],
  ["no report", { subject: null }],
  ["set aside for no reason that we know", { state: "parked", parkedFor: "moon" }],
];

async function withDamage(damage: Record<string, unknown>) {
  const w = await clientWorld(null);
  const id = await w.file({ words: "The words of the broken one" });
  const row = (await w.db.outbox.toArray())[0] as OutboxRow;
  const { body, ...fields } = damage;
  await w.db.outbox.put({ ...row, ...fields });
  if ("body" in damage) await w.db.bodies.put({ id: row.id, body: body as string });
  const order = row.order ?? 0;
  const read = async () => (await withBodies(w.db, [(await w.db.outbox.get(order)) as OutboxRow]))[0] as OutboxItem;
  return { w, id, order, read };
}

describe("a row that cannot be read", () => {
  it.each(BROKEN)("is ended and its words can be sent again: %s", async (_, damage) => {
    const { w, id, read } = await withDamage(damage);
    expect(isSound(await read())).toBe(false);
    const ended = await endDamaged(w.db, w.clock.now(), w.ids.random);
    expect(ended).toHaveLength(1);
    const after = await read();
    expect(isSound(after)).toBe(true);
    expect(after).toMatchObject({ state: "dead", problem: { slug: DAMAGED } });
    const [mine] = await readMyReports(w.db);
    expect(mine).toMatchObject({ id, words: "The words of the broken one", delivery: "refused" });
    expect(await endDamaged(w.db, w.clock.now(), w.ids.random)).toEqual([]);
  });

  it("keeps what can still be seen of a broken body", async () => {
    const { w, order } = await withDamage({ body: '{"data":{"words":"slo' });
    await endDamaged(w.db, w.clock.now(), w.ids.random);
    expect((await w.db.outbox.get(order))?.problem?.detail).toBe('{"data":{"words":"slo');
  });

  it("carries out the wish to take a report back all the same", async () => {
    const { w, order } = await withDamage({ route: "erase", state: "lost", body: "" });
    expect(await endDamaged(w.db, w.clock.now(), w.ids.random)).toEqual([]);
    expect(await w.db.outbox.get(order)).toMatchObject({ route: "erase", state: "queued" });
  });

  it("does not turn a report that has arrived into a refused one", async () => {
    const { w, read } = await withDamage({ state: "received", receivedAt: 1, body: "{" });
    expect(await endDamaged(w.db, w.clock.now(), w.ids.random)).toEqual([]);
    expect(await read()).toMatchObject({ state: "received", receivedAt: 1, body: "" });
  });

  it("leaves good rows alone, and lets those behind it go", async () => {
    const w = await clientWorld();
    const first = await w.file({ words: "good" });
    await w.outbox.burden(first, { often: "daily", minutes: 5 });
    const before = await w.db.outbox.toArray();
    await w.db.outbox.put({ ...before[1], nextAt: undefined } as unknown as OutboxRow);
    await endDamaged(w.db, w.clock.now(), w.ids.random);
    const [good, bad] = await w.db.outbox.toArray();
    expect(good).toEqual(before[0]);
    expect(bad?.state).toBe("dead");
    await w.outbox.comment(first, "and one more thing", "en");
    await w.engine.kick();
    expect([...w.collector.events.values()].map(({ text }) => text).join("")).toContain("and one more thing");
  });

  it("shows My reports all the same while it is still there", async () => {
    const { w, id } = await withDamage({ body: "{" });
    expect(await readMyReports(w.db)).toMatchObject([{ id, words: "The words of the broken one" }]);
  });
});

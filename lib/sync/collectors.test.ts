import { describe, expect, it } from "vitest";
import { readKv } from "@/lib/database/kv-values";
import { readMyReports } from "@/lib/outbox/watch-my-reports";
import { clientWorld as world, type ClientWorld, posts } from "@/tests/support/client-world";

const A = "https://collector.example";
const B = "https://other.example";
const aside = [{ delivery: "parked", parkedFor: "other-collector" }];

async function pointTo(w: ClientWorld, endpoint: string): Promise<void> {
  w.state.policy.endpoint = endpoint;
  await w.engine.tryAgain();
}

/** Nothing but what a portal says: neither who the collector is nor that it has anything. */
function shut(w: ClientWorld): void {
  w.collector.answer = () => new Response("", { status: 503 });
}

describe("another collector", () => {
  it("gets neither words about a report that it does not have, nor the key to its thread", async () => {
    const w = await world();
    const id = await w.file();
    await w.engine.kick();
    await pointTo(w, B);
    const before = w.collector.seen.length;
    expect(await w.outbox.comment(id, "for A alone", "en")).toBe(true);
    expect(await w.outbox.burden(id, { often: "daily" })).toBe(true);
    expect(await w.outbox.helped({ reportId: id, answer: "yes", forEvent: id })).toBe(true);
    expect((await w.db.outbox.toArray()).filter((row) => row.parkedFor === "other-collector")).toHaveLength(3);
    w.clock.move(40 * 60_000);
    await w.engine.refresh();
    const toB = w.collector.seen.slice(before);
    expect(toB.filter(({ headers }) => headers.get("authorization")?.startsWith("Reply"))).toEqual([]);
    expect(posts(w)).toHaveLength(1);
    await pointTo(w, A);
    expect(w.collector.stored.get(id)).toHaveLength(4);
  });

  it("gets no answer of IT's that was written about the first one's report", async () => {
    const w = await world();
    w.state.policy.reviewers.token = "rev";
    const id = await w.file();
    await w.engine.kick();
    await w.engine.refresh();
    await w.db.kv.put({ key: "collector", value: { endpoint: B, key: "b" } });
    await w.outbox.answer({ reportId: id, status: "planned", basedOn: null, text: "Soon", lang: "en" });
    expect((await w.db.outbox.toArray()).at(-1)).toMatchObject({ state: "parked", parkedFor: "other-collector" });
  });

  it("gets nothing that was written while the first one's organisation was not known", async () => {
    const w = await world(null);
    shut(w);
    await pointTo(w, A);
    await w.file();
    w.collector.answer = null;
    await pointTo(w, B);
    expect(w.collector.docs.size).toBe(0);
    expect(await readMyReports(w.db)).toMatchObject(aside);
    await pointTo(w, A);
    expect(w.collector.docs.size).toBe(1);
  });

  it("gets nothing that may have reached the first one, and what was written for nobody", async () => {
    const w = await world(null);
    const tried = await w.file();
    shut(w);
    await pointTo(w, A);
    await pointTo(w, "");
    const untried = await w.file();
    w.collector.answer = null;
    await pointTo(w, B);
    expect([w.collector.docs.has(tried), w.collector.docs.has(untried)]).toEqual([false, true]);
  });

  it("gets whole reports that wait, where policy says so, and nothing of what the first one has", async () => {
    const w = await world();
    const received = await w.file();
    await w.engine.kick();
    w.collector.fault = () => "network";
    const waiting = await w.file();
    await w.engine.kick();
    expect(await w.outbox.comment(waiting, "and more", "en")).toBe(true);
    expect(await w.outbox.comment(received, "for the first one", "en")).toBe(true);
    w.collector.fault = () => null;
    const heard = () => posts(w).flatMap(({ text }) => [...text.matchAll(/"subject":"([^"]+)"/g)].map(([, id]) => id));
    const before = heard().length;
    await pointTo(w, B);
    expect(heard().slice(before)).toEqual([]);
    w.state.policy.moveWaiting = true;
    await w.engine.tryAgain();
    expect(heard().slice(before)).toEqual([waiting, waiting]);
    expect((await readMyReports(w.db)).map(({ id, delivery }) => [id, delivery])).toContainEqual([waiting, "received"]);
    // It was tried at the first one, and may be there.
    expect((await w.db.outbox.where("subject").equals(waiting).first())?.attempt).toBeGreaterThan(1);
    // It is the second one's now: its thread is asked for there.
    const key = (await readKv(w.db, "collector"))?.key;
    expect(await w.db.mine.get(waiting)).toMatchObject({ collector: key });
    expect((await w.db.outbox.toArray()).filter(({ parkedFor }) => parkedFor === "other-collector")).toMatchObject([
      { subject: received },
    ]);
  });

  it("answers a report that the person sent to it although it was written for another", async () => {
    const w = await world();
    w.collector.fault = () => "network";
    const id = await w.file();
    await w.engine.kick();
    w.collector.fault = () => null;
    await pointTo(w, B);
    expect(await w.outbox.resend(id, "slow")).toEqual({ ok: true, reportId: id });
    await w.engine.kick();
    expect(w.collector.docs.size).toBe(1);
    const key = (await readKv(w.db, "collector"))?.key;
    expect(await w.db.mine.toArray()).toMatchObject([{ collector: key }]);
    w.clock.move(40 * 60_000);
    await w.engine.kick();
    expect(w.collector.seen.at(-1)?.path).toBe(`/v1/threads/${id}`);
  });
});

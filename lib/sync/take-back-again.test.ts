import { describe, expect, it } from "vitest";
import { clientWorld } from "@/tests/support/client-world";
import { asked, sent, takenBack, WORDS } from "@/tests/support/taken-back";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe("a collector that was set back to a backup", () => {
  it("in which the report was is asked to erase it again, before anything of it is offered", async () => {
    const w = await sent();
    w.state.policy.reviewers.token = "rev";
    await w.outbox.answer({ reportId: w.id, status: "heard", basedOn: null, text: "", lang: "en" });
    await w.engine.kick();
    const restore = w.collector.backUp();
    const other = await w.file();
    await w.engine.kick();
    await w.outbox.takeBack(w.id);
    await w.engine.kick();
    expect(await takenBack(w)).toEqual([null, "gone"]);
    restore();
    expect(w.collector.docs.has(w.id)).toBe(true);
    const from = w.collector.seen.length;
    w.clock.move(DAY);
    await w.engine.kick();
    // Once it has learnt of the new history, at once, and before the spread of the others.
    expect(asked(w, from)).toEqual([`DELETE /v1/threads/${w.id}`]);
    w.clock.move(DAY);
    await w.engine.kick();
    expect([w.collector.docs.has(w.id), w.collector.erased.has(w.id)]).toEqual([false, true]);
    expect(w.collector.docs.has(other)).toBe(true);
    expect(
      asked(w, from)
        .join(" ")
        .match(/events/g),
    ).toHaveLength(1);
    expect(await takenBack(w)).toEqual([null, "gone"]);
  });

  it("in which it was not yet has nothing to erase, and is not given it", async () => {
    const w = await clientWorld();
    const restore = w.collector.backUp();
    const id = await w.file({ words: WORDS });
    await w.engine.kick();
    await w.outbox.takeBack(id);
    await w.engine.kick();
    restore();
    const from = w.collector.seen.length;
    for (let n = 0; n < 3; n += 1) {
      w.clock.move(DAY);
      await w.engine.kick();
    }
    expect(asked(w, from)).toEqual([`DELETE /v1/threads/${id}`]);
    expect([w.collector.docs.size, await takenBack(w)]).toEqual([0, ["gone"]]);
  });

  it("before it was asked for the first time has nothing of it either", async () => {
    const w = await clientWorld();
    const restore = w.collector.backUp();
    const id = await w.file({ words: WORDS });
    await w.engine.kick();
    w.collector.fault = () => "network";
    await w.outbox.takeBack(id);
    await w.engine.kick();
    restore();
    w.collector.fault = () => null;
    w.clock.move(HOUR);
    await w.engine.kick();
    expect([w.collector.docs.size, await takenBack(w)]).toEqual([0, ["gone"]]);
  });

  it("does not bring those without a name back to back", async () => {
    const w = await clientWorld();
    const ids = [await w.file({ anonymous: true }), await w.file({ anonymous: true })];
    const settle = async () => {
      for (let n = 0; n < 4; n += 1) {
        w.clock.move(11 * MINUTE);
        await w.engine.kick();
      }
    };
    await settle();
    const restore = w.collector.backUp();
    for (const id of ids) await w.outbox.takeBack(id);
    await settle();
    expect(w.collector.erased.size).toBe(2);
    restore();
    w.clock.move(DAY);
    await w.engine.kick();
    const waits = (await w.db.outbox.toArray()).map((row) => row.nextAt - w.clock.now());
    expect(new Set(waits).size).toBe(2);
    expect(Math.min(...waits)).toBeGreaterThan(0);
    await settle();
    expect(w.collector.erased.size).toBe(2);
  });
});

describe("what is kept of a report that was taken back", () => {
  it("is the wish alone, for a fortnight, and then nothing", async () => {
    const w = await sent();
    await w.outbox.takeBack(w.id);
    await w.engine.kick();
    expect((await w.db.outbox.toArray()).map(({ route }) => route)).toEqual(["erase"]);
    expect(await w.db.bodies.count()).toBe(0);
    w.clock.move(13 * DAY);
    await w.engine.kick();
    expect(await takenBack(w)).toEqual(["gone"]);
    w.clock.move(2 * DAY);
    await w.engine.kick();
    expect([await w.db.outbox.count(), await w.db.mine.count()]).toEqual([0, 0]);
  });
});

import { describe, expect, it } from "vitest";
import { NEVER } from "@/lib/outbox/never";
import { clientWorld as world, type ClientWorld } from "@/tests/support/client-world";

const MINUTE = 60_000;
const DAY = 86_400_000;

const asked = (w: ClientWorld) => w.collector.seen.filter(({ path }) => path.startsWith("/v1/threads/")).length;
const nextPollAt = async (w: ClientWorld, id: string) => (await w.db.mine.get(id))?.nextPollAt ?? 0;

async function later(w: ClientWorld, ms: number): Promise<void> {
  w.clock.move(ms);
  await w.engine.tryAgain();
}

describe("the thread of a report that the collector does not have yet", () => {
  it("is not asked for, also where the person looks, and soon after it has arrived", async () => {
    const w = await world();
    await w.file();
    w.collector.fault = () => "network";
    for (let n = 0; n < 4; n += 1) await later(w, 40 * MINUTE);
    await w.engine.refresh();
    expect([asked(w), w.collector.docs.size]).toEqual([0, 0]);
    w.collector.fault = () => null;
    await w.engine.tryAgain();
    expect([asked(w), w.collector.docs.size]).toEqual([0, 1]);
    await later(w, 40 * MINUTE);
    expect(asked(w)).toBe(1);
  });

  it("does not keep the others from being asked for", async () => {
    const w = await world();
    const here = await w.file();
    await w.engine.kick();
    w.collector.fault = () => "429";
    await w.file();
    await later(w, 40 * MINUTE);
    expect(w.collector.seen.at(-1)?.path).toBe(`/v1/threads/${here}`);
  });

  it("is never asked for where the report was refused", async () => {
    const w = await world();
    const id = await w.file();
    await w.db.outbox.toCollection().modify({ state: "dead" });
    await later(w, 40 * MINUTE);
    expect([asked(w), await nextPollAt(w, id)]).toEqual([0, NEVER]);
  });

  it("is asked for where taking it back was undone", async () => {
    const w = await world();
    w.collector.fault = () => "network";
    const id = await w.file();
    await w.engine.kick();
    await w.outbox.takeBack(id);
    expect(await w.outbox.undoTakeBack(id)).toBe(true);
    w.collector.fault = () => null;
    await w.engine.tryAgain();
    expect([asked(w), w.collector.docs.size]).toEqual([1, 1]);
  });
});

it("asks again for a thread that was given up once the collector has the report anew", async () => {
  const w = await world();
  const id = await w.file();
  await w.engine.kick();
  w.collector.docs.clear();
  for (let day = 0; day < 9; day += 1) await later(w, DAY);
  expect(await nextPollAt(w, id)).toBe(NEVER);
  w.collector.restore();
  await w.file();
  await w.engine.kick();
  await later(w, 31 * MINUTE);
  expect(w.collector.docs.has(id)).toBe(true);
  expect(await w.db.mine.get(id)).toMatchObject({ missingSince: null });
  expect(await nextPollAt(w, id)).toBeLessThan(w.clock.now() + 40 * MINUTE);
});

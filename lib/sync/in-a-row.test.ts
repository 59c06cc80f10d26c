import { expect, it } from "vitest";
import { clientWorld, posts } from "@/tests/support/client-world";

/** Two events a request, and this many reports that wait. */
async function world(reports: number) {
  const w = await clientWorld();
  w.collector.batchEvents = 2;
  await w.engine.kick();
  w.clock.move(2 * 86_400_000);
  await w.engine.kick();
  const filed: string[] = [];
  for (let n = 0; n < reports; n += 1) filed.push(await w.file({ words: `report ${n}` }));
  return { ...w, filed };
}

const sizes = (w: Awaited<ReturnType<typeof world>>) =>
  posts(w).map(({ text }) => (JSON.parse(text) as unknown[]).length);

const statesOf = async (w: Awaited<ReturnType<typeof world>>) =>
  (await w.db.outbox.orderBy("order").toArray()).map(({ state, attempt, owner }) => ({ state, attempt, owner }));

it("sends a long queue batch after batch, in its order, each event once", async () => {
  const w = await world(25);
  await w.engine.kick();
  expect(sizes(w)).toEqual([...Array.from({ length: 12 }, () => 2), 1]);
  expect([...w.collector.docs.keys()]).toEqual(w.filed);
  expect(w.settled).toHaveLength(25);
});

it("claims the next batch while a request is under way, and no other sender gets it", async () => {
  const w = await world(5);
  let during: unknown[] = [];
  w.collector.answer = async ({ method }) => {
    if (method === "POST" && during.length === 0) {
      await expect.poll(async () => (await statesOf(w)).filter(({ state }) => state === "leased")).toHaveLength(4);
      during = await statesOf(w);
    }
    return null;
  };
  await w.engine.kick();
  expect(during.map((row) => (row as { state: string }).state)).toEqual([
    "leased",
    "leased",
    "leased",
    "leased",
    "queued",
  ]);
  expect(w.collector.docs.size).toBe(5);
});

it("gives the next batch back as if it had never been claimed where a request fails", async () => {
  const w = await world(6);
  w.collector.fault = () => "500-before";
  await w.engine.kick();
  expect(sizes(w)).toEqual([2]);
  const never = { state: "queued", attempt: 0, owner: null };
  expect(await statesOf(w)).toEqual([
    { ...never, attempt: 1 },
    { ...never, attempt: 1 },
    ...Array.from({ length: 4 }, () => never),
  ]);
  // One that was never sent is still only here.
  expect(await w.outbox.takeBack(w.filed[2] ?? "")).toBe("deleted");
  w.collector.fault = () => null;
  await w.engine.tryAgain();
  expect([...w.collector.docs.keys()]).toEqual(w.filed.filter((_, n) => n !== 2));
});

it("asks with a single event whether a way that was blocked is open, and leaves the others as they were", async () => {
  const w = await world(4);
  w.collector.answer = ({ method }) =>
    method === "POST" ? new Response("", { status: 401, headers: { "earshot-protocol": "1" } }) : null;
  await w.engine.kick();
  w.clock.move(61 * 60_000);
  await w.engine.kick();
  expect(sizes(w)).toEqual([2, 1]);
  expect((await statesOf(w)).map(({ attempt }) => attempt)).toEqual([2, 1, 0, 0]);
});

it("does not let what was taken back wait for the end of a long queue", async () => {
  const w = await world(2);
  await w.engine.kick();
  const [gone = ""] = w.filed;
  for (let n = 0; n < 40; n += 1) await w.file({ words: `more ${n}` });
  let isAsked = false;
  w.collector.answer = async ({ method }) => {
    if (method === "POST" && !isAsked) {
      isAsked = true;
      await w.outbox.takeBack(gone);
    }
    return null;
  };
  await w.engine.kick();
  const methods = w.collector.seen.map(({ method }) => method);
  const after = methods.slice(methods.indexOf("DELETE")).filter((method) => method === "POST");
  expect(after.length).toBeGreaterThan(5);
  expect(w.collector.docs.size).toBe(41);
});

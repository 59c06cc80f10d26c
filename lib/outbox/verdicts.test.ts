import { expect, it } from "vitest";
import { askHere } from "@/lib/known/ask-here";
import { readJoined } from "@/lib/known/watch-joined";
import { clientWorld } from "@/tests/support/client-world";
import { known, ORIGIN } from "@/tests/support/known-file";
import { readMyReports } from "./watch-my-reports";

const DAY = 86_400_000;
const FIX = "7d0a6a52-5f0c-4b0e-9f0b-6d3a1f0f7a12";
const HERE = { origin: ORIGIN, path: "/orders/{id}" };
const id = known(1).reportId;

/** A person who joined a known annoyance that is put right now. */
async function world() {
  const w = await clientWorld();
  const collector = (await w.db.kv.get("collector"))?.value as { key: string };
  const updated = new Date(w.clock.now()).toISOString();
  const done = known(1, { status: "done", statusEvent: FIX, updated, text: "It keeps the filter now." });
  const bucket = { name: "all", collector: collector.key, etag: null, fetchedAt: 1, nextAt: 2 };
  await w.db.buckets.put({ ...bucket, items: [done] });
  await w.outbox.metoo(id, true, { often: "daily", minutes: 5 });
  const joined = async () => (await readJoined(w.db, ["en"], w.clock.now()))[0];
  const here = () => askHere(w.db, HERE, ["en"], w.clock.now());
  const answers = async () => {
    const events = (await w.db.bodies.toArray()).map(({ body }) => JSON.parse(body) as { type: string; data: object });
    return events.filter(({ type }) => type.includes("helped"));
  };
  return { ...w, joined, here, answers };
}

it("asks whoever joined, and answers without a name by their tag", async () => {
  const w = await world();
  expect((await w.joined())?.question).toEqual({ forEvent: FIX, check: "first" });
  expect(await w.outbox.helped({ reportId: id, forEvent: FIX, answer: "partly", minutesNow: 1 })).toBe(true);
  expect(await w.joined()).toMatchObject({ question: null, saidOfIt: [{ answer: "partly", minutesNow: 1 }] });
  const [event] = await w.answers();
  expect(event).toMatchObject({ source: "urn:earshot:anon", subject: id });
  expect(event?.data).toEqual({
    answer: "partly",
    minutesNow: 1,
    forEvent: FIX,
    tag: expect.stringMatching(/^.{22}$/),
  });

  // Weeks later: the very same question, named by its time.
  w.clock.move(28 * DAY);
  expect((await w.joined())?.question).toEqual({ forEvent: FIX, check: "weeks4" });
  expect(await w.outbox.helped({ reportId: id, forEvent: FIX, answer: "no", check: "weeks4" })).toBe(true);
  expect((await w.answers()).map(({ data }) => data)).toContainEqual(
    expect.objectContaining({ answer: "no", check: "weeks4" }),
  );
  w.clock.move(90 * DAY);
  expect((await w.joined())?.question).toBeNull();
});

it("asks anew of another claim, and not of one that was set back, taken away or never joined", async () => {
  const w = await world();
  await w.outbox.helped({ reportId: id, forEvent: FIX, answer: "no" });
  const become = (more: object) =>
    w.db.joined.toCollection().modify((row) => void Object.assign(row, { known: { ...row.known, ...more } }));
  await become({ status: "planned", statusEvent: id });
  expect(await w.joined()).toMatchObject({ question: null, saidOfIt: [] });
  await become({ status: "possible", statusEvent: id });
  expect(await w.joined()).toMatchObject({ question: { forEvent: id, check: "first" }, saidOfIt: [] });
  await w.db.joined.update(id, { gone: true });
  expect((await w.joined())?.question).toBeNull();
  await w.outbox.metoo(id, false, undefined);
  expect(await w.db.asks.count()).toBe(0);
  expect(await w.outbox.helped({ reportId: id, forEvent: id, answer: "yes" })).toBe(false);
});

it("asks on the same page a day later, once, and not again for 14 days", async () => {
  const w = await world();
  expect(await w.here()).toBeNull();
  w.clock.move(DAY);
  expect(await w.here()).toMatchObject({ reportId: id, check: "first", said: { text: "It keeps the filter now." } });
  expect(await askHere(w.db, { ...HERE, path: "/other" }, ["en"], w.clock.now())).toBeNull();
  expect(await askHere(w.db, null, ["en"], w.clock.now())).toBeNull();
  // They have seen it in My reports meanwhile.
  await w.outbox.asked({ reportId: id, forEvent: FIX, check: "first", where: "list" });
  expect(await w.here()).toBeNull();
  w.clock.move(14 * DAY);
  expect(await w.here()).not.toBeNull();
  await w.outbox.asked({ reportId: id, forEvent: FIX, check: "first", where: "page" });
  w.clock.move(400 * DAY);
  expect(await w.here()).toBeNull();
  expect((await w.joined())?.question).toEqual({ forEvent: FIX, check: "first" });
});

it("asks of one's own report where it was filed, and of none that was taken back", async () => {
  const w = await world();
  await w.outbox.metoo(id, false, undefined);
  const context = { origin: ORIGIN, path: "/orders/{id}" };
  const mine = await w.file({ context });
  await w.engine.kick();
  await w.outbox.answer({ reportId: mine, status: "done", basedOn: null, text: "Fixed", lang: "en" });
  await w.engine.kick();
  w.clock.move(2 * DAY);
  await w.engine.refresh();
  const asked = await w.here();
  expect(asked).toMatchObject({ reportId: mine, title: "slow", check: "first", said: { text: "Fixed" } });
  const { forEvent = "" } = asked ?? {};
  await w.outbox.asked({ reportId: mine, forEvent, check: "first", where: "list" });
  expect(await w.outbox.helped({ reportId: mine, forEvent, answer: "yes" })).toBe(true);
  expect(await readMyReports(w.db, w.clock.now())).toMatchObject([{ question: null, answered: "yes" }]);
  await w.outbox.takeBack(mine);
  expect(await w.db.asks.count()).toBe(0);
  expect(await w.outbox.helped({ reportId: mine, forEvent, answer: "no" })).toBe(false);
  expect(await w.here()).toBeNull();
});

it("asks nothing of a report that the collector has erased by itself, and says so", async () => {
  const w = await world();
  const mine = await w.file();
  await w.engine.kick();
  await w.outbox.answer({ reportId: mine, status: "done", basedOn: null, text: "Fixed", lang: "en" });
  await w.engine.kick();
  w.clock.move(DAY);
  await w.engine.refresh();
  const [before] = await readMyReports(w.db, w.clock.now());
  expect(before).toMatchObject({ isErased: false, question: { check: "first" } });
  w.collector.erased.set(mine, 99);
  w.clock.move(DAY);
  await w.engine.refresh();
  const [after] = await readMyReports(w.db, w.clock.now());
  expect(after).toMatchObject({ isErased: true, question: null, words: "slow", status: "done" });
  // A backup of before that brings it back.
  w.collector.erased.delete(mine);
  await w.db.mine.update(mine, { nextPollAt: 0 });
  await w.engine.tryAgain();
  expect(await readMyReports(w.db, w.clock.now())).toMatchObject([{ isErased: false }]);
});

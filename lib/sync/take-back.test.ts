import { describe, expect, it } from "vitest";
import { NEVER } from "@/lib/outbox/never";
import { readMyReports } from "@/lib/outbox/watch-my-reports";
import { clientWorld, posts } from "@/tests/support/client-world";
import { fakePicture } from "@/tests/support/fake-picture";
import { asked, sent, takenBack, traces, WORDS } from "@/tests/support/taken-back";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe("taking back a report that IT has", () => {
  it("asks the collector with its key, and says gone only after the answer", async () => {
    const w = await sent({ picture: fakePicture() });
    const mine = await w.db.mine.get(w.id);
    expect(w.collector.blobs.size).toBe(1);
    await w.outbox.takeBack(w.id);
    expect([await takenBack(w), await traces(w)]).toEqual([["underWay"], false]);
    await w.engine.kick();
    const request = w.collector.seen.at(-1);
    expect([request?.method, request?.path]).toEqual(["DELETE", `/v1/threads/${w.id}`]);
    expect(request?.headers.get("authorization")).toBe(`Reply ${mine?.replyKey}`);
    expect([w.collector.docs.size, w.collector.blobs.size, w.collector.erased.has(w.id)]).toEqual([0, 0, true]);
    expect(await takenBack(w)).toEqual(["gone"]);
    expect(await w.db.blobs.count()).toBe(0);
  });

  it("takes the copy of a reviewer away with it", async () => {
    const w = await sent();
    w.state.policy.reviewers.token = "rev";
    await w.engine.refresh();
    expect(await w.db.reports.count()).toBe(1);
    await w.outbox.takeBack(w.id);
    await w.engine.kick();
    expect(await w.db.reports.count()).toBe(0);
  });

  it("asks no more for its thread, and takes no answer that was under way", async () => {
    const w = await sent();
    w.clock.move(40 * MINUTE);
    w.collector.answer = async ({ path, method }) => {
      if (method === "GET" && path.startsWith("/v1/threads")) await w.outbox.takeBack(w.id);
      return null;
    };
    await w.engine.kick();
    w.collector.answer = null;
    expect(await w.db.mine.toArray()).toMatchObject([{ thread: null, etag: null, nextPollAt: NEVER, words: "" }]);
    const from = w.collector.seen.length;
    w.clock.move(DAY);
    await w.engine.refresh();
    expect(w.collector.seen.slice(from).filter(({ path }) => path.includes("threads"))).toMatchObject([
      { method: "DELETE" },
    ]);
  });

  it("waits while the network is away, and goes by itself", async () => {
    const w = await sent();
    w.collector.fault = () => "network";
    await w.outbox.takeBack(w.id);
    await w.engine.kick();
    expect([await takenBack(w), w.collector.docs.size]).toEqual([["underWay"], 1]);
    w.collector.fault = () => null;
    w.clock.move(HOUR);
    await w.engine.kick();
    expect([await takenBack(w), w.collector.docs.size]).toEqual([["gone"], 0]);
  });

  it("asks again where the answer was lost, also after the worker was killed", async () => {
    const w = await sent();
    w.collector.fault = () => "504-after";
    await w.outbox.takeBack(w.id);
    await w.engine.kick();
    expect([await takenBack(w), w.collector.docs.size]).toEqual([["underWay"], 0]);
    // As a worker leaves it that dies between the answer and the note of it.
    await w.db.outbox.toCollection().modify({ state: "leased", owner: "dead worker", leaseUntil: w.clock.now() + 1 });
    w.collector.fault = () => null;
    w.clock.move(HOUR);
    await w.engine.kick();
    expect(await takenBack(w)).toEqual(["gone"]);
  });

  it("is not held up by anything else: a reviewer's answer on it, or other reports", async () => {
    const w = await sent();
    await w.outbox.answer({ reportId: w.id, status: "heard", basedOn: null, text: "", lang: "en" });
    await w.outbox.takeBack(w.id);
    await w.file();
    const from = w.collector.seen.length;
    // The reviewer's token is not accepted.
    w.collector.answer = ({ headers }) =>
      headers.get("authorization") === "Bearer rev" ? new Response("", { status: 401 }) : null;
    w.state.policy.reviewers.token = "rev";
    await w.engine.kick();
    expect(asked(w, from).slice(0, 2)).toEqual([`DELETE /v1/threads/${w.id}`, "POST /v1/events"]);
  });

  it("does not let two without a name go back to back", async () => {
    const w = await clientWorld();
    const ids = [await w.file({ anonymous: true }), await w.file({ anonymous: true })];
    for (let n = 0; n < 3; n += 1) {
      w.clock.move(11 * MINUTE);
      await w.engine.kick();
    }
    expect(w.collector.docs.size).toBe(2);
    for (const id of ids) await w.outbox.takeBack(id);
    // Long due both of them, as after a night without a network.
    w.clock.move(12 * HOUR);
    await w.engine.kick();
    expect(w.collector.erased.size).toBe(1);
    w.clock.move(11 * MINUTE);
    await w.engine.kick();
    expect(w.collector.erased.size).toBe(2);
  });
});

describe("taking back a report of which nobody knows whether IT has it", () => {
  it("drives the creation to a receipt first, with the same bytes, and then asks", async () => {
    const w = await clientWorld();
    const id = await w.file({ words: WORDS, picture: fakePicture() });
    await w.outbox.comment(id, WORDS, "en");
    w.collector.fault = () => "network";
    await w.engine.kick();
    const first = posts(w)[0]?.text;
    await w.outbox.takeBack(id);
    expect(await takenBack(w)).toEqual(["underWay"]);
    const from = w.collector.seen.length;
    w.collector.fault = () => null;
    w.clock.move(HOUR);
    await w.engine.kick();
    // Neither the comment behind it nor the picture follows.
    expect(asked(w, from)).toEqual(["POST /v1/events", `DELETE /v1/threads/${id}`]);
    expect(posts(w).at(-1)?.text).toBe(first);
    expect([w.collector.docs.size, w.collector.erased.has(id)]).toEqual([0, true]);
    expect([await takenBack(w), await traces(w)]).toEqual([["gone"], false]);
  });

  it("cannot be brought back by an attempt that arrives after all", async () => {
    const w = await clientWorld();
    const id = await w.file({ words: WORDS });
    w.collector.fault = () => "late";
    await w.engine.kick();
    await w.outbox.takeBack(id);
    w.collector.fault = () => null;
    w.clock.move(HOUR);
    await w.engine.kick();
    expect(await takenBack(w)).toEqual(["gone"]);
    w.collector.deliverLate();
    expect([w.collector.docs.size, w.collector.erased.has(id)]).toEqual([0, true]);
  });

  it("takes it back where it is taken back while it is under way", async () => {
    const w = await clientWorld();
    const id = await w.file({ words: WORDS });
    w.collector.answer = async ({ method }) => {
      if (method === "POST") await w.outbox.takeBack(id);
      return null;
    };
    await w.engine.kick();
    expect(asked(w)).toEqual(["POST /v1/events", `DELETE /v1/threads/${id}`]);
    expect([await takenBack(w), await traces(w)]).toEqual([["gone"], false]);
  });

  it("asks all the same where the creation is refused, and takes 404 for gone then", async () => {
    const w = await clientWorld();
    const id = await w.file({ words: WORDS });
    w.collector.fault = () => "network";
    await w.engine.kick();
    await w.outbox.takeBack(id);
    w.collector.fault = ({ method }) => (method === "POST" ? "413" : null);
    w.clock.move(HOUR);
    await w.engine.kick();
    expect(asked(w).at(-1)).toBe(`DELETE /v1/threads/${id}`);
    expect([await takenBack(w), await traces(w)]).toEqual([["gone"], false]);
  });

  it("is never set aside for being old", async () => {
    const w = await clientWorld();
    const id = await w.file({ words: WORDS });
    w.collector.fault = () => "network";
    await w.engine.kick();
    await w.outbox.takeBack(id);
    w.clock.move(40 * DAY);
    await w.engine.kick();
    expect((await w.db.outbox.toArray()).map(({ state }) => state)).toEqual(["queued", "queued"]);
    w.collector.fault = () => null;
    w.clock.move(HOUR);
    await w.engine.kick();
    expect(await takenBack(w)).toEqual(["gone"]);
  });

  it("goes on as if nothing had been where the person changes their mind in time", async () => {
    const w = await clientWorld();
    const id = await w.file({ words: WORDS });
    w.collector.fault = () => "network";
    await w.engine.kick();
    await w.outbox.takeBack(id);
    expect(await w.outbox.undoTakeBack(id)).toBe(true);
    w.collector.fault = () => null;
    w.clock.move(HOUR);
    await w.engine.kick();
    expect(w.collector.docs.get(id)?.stored.doc.words).toBe(WORDS);
    expect(await readMyReports(w.db)).toMatchObject([{ words: WORDS, delivery: "received", takenBack: null }]);
    expect((await w.db.mine.get(id))?.nextPollAt).toBeLessThan(NEVER);
  });
});

describe("a collector that says it does not know the report", () => {
  it("is not believed in the history in which it has acknowledged it, and after a week the person is told", async () => {
    const w = await sent();
    w.collector.docs.clear();
    await w.outbox.takeBack(w.id);
    await w.engine.kick();
    expect(await takenBack(w)).toEqual(["underWay"]);
    w.clock.move(6 * DAY);
    await w.engine.kick();
    expect(await takenBack(w)).toEqual(["underWay"]);
    w.clock.move(2 * DAY);
    await w.engine.kick();
    expect(await takenBack(w)).toEqual(["unknown"]);
  });

  it("is believed where all of the creation's row has gone with the years", async () => {
    const w = await sent();
    await w.db.outbox.clear();
    w.collector.docs.clear();
    await w.outbox.takeBack(w.id);
    await w.engine.kick();
    expect(await takenBack(w)).toEqual(["gone"]);
  });

  it("keeps it where the law says so, and is asked again daily", async () => {
    const w = await sent();
    w.collector.answer = ({ method }) =>
      method === "DELETE" ? new Response(null, { status: 202, headers: { "earshot-protocol": "1" } }) : null;
    await w.outbox.takeBack(w.id);
    const from = w.collector.seen.length;
    for (let hour = 0; hour < 30; hour += 1) {
      await w.engine.kick();
      w.clock.move(HOUR);
    }
    expect(asked(w, from)).toHaveLength(2);
    expect(await takenBack(w)).toEqual(["held"]);
    w.collector.answer = null;
    w.clock.move(DAY);
    await w.engine.kick();
    expect(await takenBack(w)).toEqual(["gone"]);
  });
});

import { describe, expect, it } from "vitest";
import { readKv } from "@/lib/database/kv-values";
import { readMyReports } from "@/lib/outbox/watch-my-reports";
import { clientWorld as world } from "@/tests/support/client-world";

function forbidden(): Response {
  return new Response("{}", { status: 403, headers: { "earshot-protocol": "1" } });
}

describe("pulling", () => {
  it("shows IT's answer, asks whether it helped, and takes the answer", async () => {
    const w = await world();
    w.state.policy.reviewers.token = "rev";
    const id = await w.file();
    await w.engine.kick();
    await w.engine.refresh();
    expect(await w.db.reports.toArray()).toMatchObject([{ id, status: "new", rev: 1 }]);
    await w.outbox.answer({ reportId: id, status: "done", basedOn: null, text: "Fixed", lang: "en" });
    await w.engine.kick();
    expect(await w.db.reports.toArray()).toMatchObject([{ id, status: "done" }]);
    w.clock.move(6_000);
    await w.engine.kick();
    const [asking] = await readMyReports(w.db, w.clock.now());
    expect(asking).toMatchObject({ status: "done", statusBy: "Ines", note: "Fixed", answered: null, news: true });
    await w.outbox.markSeen(id);
    await w.outbox.helped({ reportId: id, answer: "yes", forEvent: asking?.question?.forEvent ?? "" });
    const waiting = { answered: "yes", question: null, news: false };
    expect(await readMyReports(w.db, w.clock.now())).toMatchObject([waiting]);
    await w.engine.kick();
    w.clock.move(6_000);
    await w.engine.refresh();
    const [last] = await readMyReports(w.db, w.clock.now());
    expect(last).toMatchObject({ ...waiting, thread: { mine: { answer: "yes" } } });
    expect(last?.timeline.map((line) => line.type)).toEqual(["status.set", "helped.answered"]);
    expect(last?.timeline.every((line) => line.seq !== null)).toBe(true);
  });

  it("asks for a thread with its ETag, one request a report", async () => {
    const w = await world();
    const id = await w.file();
    await w.engine.kick();
    for (let n = 0; n < 2; n += 1) {
      w.clock.move(40 * 60_000);
      await w.engine.kick();
    }
    const asked = w.collector.seen.filter(({ path }) => path === `/v1/threads/${id}`);
    expect(asked.map(({ headers }) => headers.get("if-none-match"))).toEqual([null, '"1"']);
    expect(asked.every(({ headers }) => headers.get("authorization")?.startsWith("Reply "))).toBe(true);
  });

  it("wipes a reviewer's copies when the role or the token is gone", async () => {
    const w = await world();
    w.state.policy.reviewers.token = "rev";
    await w.file();
    await w.engine.kick();
    await w.engine.refresh();
    expect(await w.db.reports.count()).toBe(1);
    w.collector.answer = ({ path }) => (path.startsWith("/v1/changes") ? forbidden() : null);
    await w.engine.refresh();
    expect(await w.db.reports.count()).toBe(0);
    expect(await readKv(w.db, "session")).toMatchObject({ info: null, problem: "unauthorized" });
  });

  it("offers everything again to a collector that was set back, and reads all anew", async () => {
    const w = await world();
    w.state.policy.reviewers.token = "rev";
    const id = await w.file();
    await w.outbox.comment(id, "more", "en");
    await w.engine.kick();
    await w.engine.refresh();
    w.collector.restore();
    await w.engine.refresh();
    expect(await readMyReports(w.db)).toMatchObject([{ delivery: "saved" }]);
    w.clock.move(31 * 60_000);
    await w.engine.kick();
    await w.engine.refresh();
    expect(w.collector.stored.get(id)).toHaveLength(2);
    expect(await w.db.reports.toArray()).toMatchObject([{ id, doc: { timeline: [{}, { text: "more" }] } }]);
  });

  it("gives what is offered again a fresh start, however often it was tried before", async () => {
    const w = await world();
    await w.file();
    await w.db.outbox.toCollection().modify({ attempt: 30 });
    await w.engine.kick();
    w.collector.restore();
    await w.engine.refresh();
    w.collector.fault = () => "last-busy";
    w.clock.move(31 * 60_000);
    await w.engine.kick();
    const [row] = await w.db.outbox.toArray();
    expect(row).toMatchObject({ state: "queued", attempt: 1, problem: { slug: "busy" } });
    expect((row?.nextAt ?? Infinity) - w.clock.now()).toBeLessThanOrEqual(5_000);
  });
});

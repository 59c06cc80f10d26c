import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { onBothEngines } from "@/tests/support/postgres-and-pglite";
import { createLog } from "../log";
import { anonymous, envelope, HOUR, newReport, newTag, NOW, openDesk, outcomes } from "../test-kit";

const V7 = "0195a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

onBothEngines("an anonymous report", (db) => {
  it("leaves no exact time, no name and no source in any row", async () => {
    const lines: string[] = [];
    const log = createLog(
      (line) => lines.push(line),
      () => new Date(NOW),
    );
    const desk = await openDesk(db(), { now: () => new Date(NOW), log });
    // A client that forgot to round its times.
    const report = newReport({}, "anon");
    const exact = { ...report.event, time: NOW };
    const join = { ...anonymous("metoo.set.v1", report.id, { tag: newTag(), on: true }), time: NOW };
    await desk.send(desk.ingest, "/v1/anon/events", [exact, join]);
    await desk.send(report.key, `/v1/threads/${report.id}/events`, [
      envelope("comment.added.v1", report.id, { text: "And another thing", lang: "en", visibility: "thread" }),
    ]);
    const rows = await Promise.all(
      ["event", "report", "voice"].map((table) => db().query(`select * from ${table} where org = $1`, [desk.org])),
    );
    const stored = JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value));
    expect(stored).toContain(HOUR);
    expect(stored).not.toContain("10:20");
    expect(stored).not.toContain("urn:earshot");
    expect(stored).not.toContain("Kim");
    expect(rows[0]).toHaveLength(3);
    expect(lines).toEqual([]);
  });

  it("does not make a named report seem older than it is", async () => {
    const desk = await openDesk(db(), { now: () => new Date(NOW) });
    const report = newReport();
    await desk.send(desk.ingest, "/v1/events", [report.event]);
    await desk.send(desk.ingest, "/v1/anon/events", [
      anonymous("metoo.set.v1", report.id, { tag: newTag(), on: true }),
    ]);
    const [row] = await db().query<{ updated_at: Date }>("select updated_at from report where org = $1", [desk.org]);
    expect(row?.updated_at.toISOString()).toBe(NOW);
  });

  it("is refused where it could be tied to a person or to another report", async () => {
    const desk = await openDesk(db());
    const one = newReport({}, "anon").event;
    const ordered = { ...newReport({}, "anon").event, id: V7 };
    expect(outcomes(await desk.send(desk.ingest, "/v1/anon/events", [ordered]), [ordered])).toEqual([
      "rejected invalid-event",
    ]);
    const post = (token: string, events: object[]) =>
      desk.ask("/v1/anon/events", {
        token,
        headers: { "content-type": "application/json" },
        body: JSON.stringify(events),
      });
    const mixed = await post(desk.ingest, [one, newReport({}, "anon").event]);
    expect([mixed.status, await mixed.json()]).toMatchObject([400, { type: "urn:earshot:problem:mixed-subjects" }]);
    const session = await post(desk.reviewer, [one]);
    expect([session.status, await session.json()]).toMatchObject([400, { type: "urn:earshot:problem:forbidden" }]);
    expect((await desk.send(desk.ingest, "/v1/events", [])).head).toBe("0");
  });

  it("is answered like any other", async () => {
    const desk = await openDesk(db());
    const report = newReport({}, "anon");
    await desk.send(desk.ingest, "/v1/anon/events", [report.event]);
    const answer = envelope("comment.added.v1", report.id, { text: "Soon", lang: "en", visibility: "thread" });
    await desk.send(desk.reviewer, "/v1/events", [answer]);
    const thread = await desk.ask(`/v1/threads/${report.id}`, { token: report.key });
    expect(await thread.json()).toMatchObject({ status: "heard", timeline: [{}, { by: { name: "Robin" } }] });
    expect((await desk.ask(`/v1/threads/${randomUUID()}`, { token: report.key })).status).toBe(404);
  });
});

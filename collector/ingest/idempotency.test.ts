import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { onBothEngines, open } from "@/tests/support/postgres-and-pglite";
import type { Db } from "../store/db";
import { anonymous, envelope, newReport, newTag, openDesk, outcomes, type Desk } from "../test-kit";

/** Two reports and what people and IT say of them; the path and token of each event beside it. */
function story(desk: Desk) {
  const one = newReport({ burden: { often: "daily", minutes: 5 } });
  const two = newReport({ burden: { often: "weekly" } });
  const tag = newTag();
  const done = envelope("status.set.v1", one.id, { status: "done", basedOn: null });
  const steps: [string, string, { id: string }][] = [
    [desk.ingest, "/v1/events", one.event],
    [desk.ingest, "/v1/events", two.event],
    [
      desk.ingest,
      "/v1/anon/events",
      anonymous("metoo.set.v1", one.id, { tag, on: true, burden: { often: "daily", minutes: 1 } }),
    ],
    [desk.reviewer, "/v1/events", done],
    [
      desk.reviewer,
      "/v1/events",
      envelope("status.set.v1", one.id, { status: "declined", basedOn: null, note: "Late" }),
    ],
    [
      one.key,
      `/v1/threads/${one.id}/events`,
      envelope("helped.answered.v1", one.id, { answer: "yes", forEvent: done.id }),
    ],
    [desk.ingest, "/v1/anon/events", anonymous("helped.answered.v1", one.id, { tag, answer: "no", forEvent: done.id })],
    [
      two.key,
      `/v1/threads/${two.id}/events`,
      envelope("comment.added.v1", two.id, { text: "?", lang: "en", visibility: "thread" }),
    ],
    [desk.ingest, "/v1/events", envelope("mood.set.v1", two.id, { mood: "fine" })],
    [desk.ingest, "/v1/anon/events", anonymous("metoo.set.v1", one.id, { tag, on: false })],
  ];
  return { one, two, steps };
}

async function documents(db: Db, org: string) {
  const docs = await db.query("select id, rev, doc from report where org = $1 order by rev", [org]);
  const voices = await db.query("select * from voice where org = $1 order by report, tag", [org]);
  const events = await db.query("select seq, id from event where org = $1 order by seq", [org]);
  return { docs, voices, events };
}

onBothEngines("sending again", (db) => {
  it("changes nothing, in whatever split", async () => {
    const desk = await openDesk(db());
    const { one, steps } = story(desk);
    for (const [token, path, event] of steps) {
      expect(outcomes(await desk.send(token, path, [event]), [event])).toEqual(["accepted"]);
    }
    const before = await documents(db(), desk.org);
    expect(before.docs).toMatchObject([
      {},
      { id: one.id, doc: { doc: { people: 1, status: "done", helped: { yes: 1, no: 0, hoursGivenBack: 0.416667 } } } },
    ]);
    const { head } = await desk.send(desk.ingest, "/v1/events", []);
    // Singly, in the wrong order, twice in one request, and all of a path together.
    for (const [token, path, event] of steps.toReversed()) {
      const receipt = await desk.send(token, path, [event, event]);
      expect(receipt.results.map(({ status }) => status)).toEqual(["duplicate", "duplicate"]);
      expect(receipt.head).toBe(head);
    }
    const batch = steps.filter(([token, path]) => token === desk.reviewer && path === "/v1/events");
    const again = await desk.send(
      desk.reviewer,
      "/v1/events",
      batch.map(([, , event]) => event),
    );
    expect(again.results.map(({ seq }) => seq)).toEqual(["4", "5"]);
    expect(await documents(db(), desk.org)).toEqual(before);
  });

  it("takes an event once that comes twice in one group", async () => {
    const desk = await openDesk(db());
    const report = newReport();
    const receipts = await Promise.all(
      Array.from({ length: 20 }, () => desk.send(desk.ingest, "/v1/events", [report.event, report.event])),
    );
    const statuses = receipts.flatMap(({ results }) => results.map(({ status }) => status));
    expect(statuses.filter((status) => status === "accepted")).toHaveLength(1);
    expect(statuses.filter((status) => status === "duplicate")).toHaveLength(39);
    expect((await documents(db(), desk.org)).events).toHaveLength(1);
  });

  it("refuses an id with other content, and does not mind the order of keys or the source", async () => {
    const desk = await openDesk(db());
    const { event } = newReport();
    const turned = Object.fromEntries(
      Object.entries({ ...event, data: Object.fromEntries(Object.entries(event.data).toReversed()) }).toReversed(),
    ) as typeof event;
    expect(JSON.stringify(turned)).not.toBe(JSON.stringify(event));
    const elsewhere = { ...event, source: `urn:earshot:install:${randomUUID()}` };
    const changed = { ...event, data: { ...event.data, words: "Something else" } };
    const upper = { ...event, id: event.id.toUpperCase() };
    const all = [event, turned, elsewhere, changed];
    expect(outcomes(await desk.send(desk.ingest, "/v1/events", [event]), [event])).toEqual(["accepted"]);
    const seen: string[] = [];
    for (const each of all) seen.push(...outcomes(await desk.send(desk.ingest, "/v1/events", [each]), [each]));
    expect(seen).toEqual(["duplicate", "duplicate", "duplicate", "rejected id-reused"]);
    // A receipt names an event as it was sent, and two forms of one id are one id.
    expect(outcomes(await desk.send(desk.ingest, "/v1/events", [upper]), [upper])).toEqual(["rejected id-reused"]);
  });

  it("of a second creation is taken, and changes neither the report nor its key", async () => {
    const desk = await openDesk(db());
    const first = newReport();
    const second = newReport({ words: "Mine now" });
    const stolen = { ...second.event, subject: first.id };
    await desk.send(desk.ingest, "/v1/events", [first.event]);
    const before = (await documents(db(), desk.org)).docs;
    expect(outcomes(await desk.send(desk.ingest, "/v1/events", [stolen]), [stolen])).toEqual(["accepted"]);
    expect((await documents(db(), desk.org)).docs).toEqual(before);
    expect((await desk.ask(`/v1/threads/${first.id}`, { token: second.key })).status).toBe(404);
    expect((await desk.ask(`/v1/threads/${first.id}`, { token: first.key })).status).toBe(200);
  });
});

it("in any split, any order and any number of times gives the documents of sending once", async () => {
  const db = await open("pglite");
  const desk = await openDesk(db);
  const { steps } = story(desk);
  for (const [token, path, event] of steps) await desk.send(token, path, [event]);
  const before = await documents(db, desk.org);
  const indices = steps.map((_, at) => at);
  const anyBatches = fc.array(fc.shuffledSubarray(indices, { minLength: 1 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(anyBatches, async (batches) => {
      for (const batch of batches) {
        const chosen = batch.flatMap((at) => (steps[at] ? [steps[at]] : []));
        for (const [token, path] of new Map(chosen.map((step) => [`${step[0]} ${step[1]}`, step])).values()) {
          // What one request may carry together, some of it twice.
          const events = chosen.filter((step) => step[0] === token && step[1] === path).map(([, , event]) => event);
          const { results } = await desk.send(token, path, [...events, ...events]);
          expect(new Set(results.map(({ status }) => status))).toEqual(new Set(["duplicate"]));
        }
      }
      expect(await documents(db, desk.org)).toEqual(before);
    }),
    { numRuns: 25 },
  );
  await db.close();
});

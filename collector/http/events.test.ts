import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { problemSchema, slugOf } from "@/lib/protocol/problem";
import { onBothEngines } from "@/tests/support/postgres-and-pglite";
import { anonymous, envelope, fileReport, newReport, newTag, openDesk, outcomes, type Desk } from "../test-kit";

const JSON_TYPE = { "content-type": "application/cloudevents-batch+json" };

async function refusal(desk: Desk, options: Parameters<Desk["ask"]>[1], path = "/v1/events") {
  const response = await desk.ask(path, { token: desk.ingest, headers: JSON_TYPE, ...options });
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const problem = problemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  return { status: response.status, slug: slugOf(problem), response, problem };
}

onBothEngines("POST /v1/events", (db) => {
  it("takes a report and says so by number, epoch and head", async () => {
    const desk = await openDesk(db());
    const report = newReport();
    const receipt = await desk.send(desk.ingest, "/v1/events", [report.event]);
    expect(receipt).toMatchObject({ head: "1", results: [{ id: report.event.id, status: "accepted", seq: "1" }] });
    const response = await desk.ask("/readyz");
    expect(response.headers.get("earshot-epoch")).toBe(receipt.epoch);
    expect(response.headers.get("earshot-protocol")).toBe("1");
  });

  it("answers a good and a bad event of one batch each for itself", async () => {
    const desk = await openDesk(db());
    const good = newReport().event;
    const long = newReport({ words: "x".repeat(4001) }).event;
    const receipt = await desk.send(desk.ingest, "/v1/events", [long, good]);
    expect(outcomes(receipt, [long, good])).toEqual(["rejected invalid-event", "accepted"]);
    expect(receipt.results.find(({ id }) => id === long.id)?.problem?.pointer).toBe("/0/data/words");
  });

  it.each<[string, (event: Record<string, unknown>) => object, string]>([
    ["no subject", (event) => without(event, "subject"), "invalid-event"],
    ["a time that is none", (event) => ({ ...event, time: "yesterday" }), "invalid-event"],
    ["another version of CloudEvents", (event) => ({ ...event, specversion: "0.3" }), "invalid-event"],
    ["a source that is none of ours", (event) => ({ ...event, source: "https://elsewhere" }), "invalid-event"],
    ["no data", (event) => without(event, "data"), "invalid-event"],
    [
      "a key that reaches a prototype",
      (event) => JSON.parse(JSON.stringify(event).replace('"words"', '"__proto__":{},"words"')) as object,
      "invalid-event",
    ],
    ["nesting that exhausts the stack", (event) => ({ ...event, data: { deep: nested(50) } }), "invalid-event"],
    [
      "more bytes than an event may have",
      (event) => ({ ...event, data: { ...(event.data as object), later: "x".repeat(33_000) } }),
      "too-large",
    ],
  ])("refuses for good an event with %s", async (_name, spoil, slug) => {
    const desk = await openDesk(db());
    const bad = { ...spoil(newReport().event) } as { id: string };
    const receipt = await desk.send(desk.ingest, "/v1/events", [bad]);
    expect(outcomes(receipt, [bad])).toEqual([`rejected ${slug}`]);
    expect(receipt.head).toBe("0");
  });

  it("names no result for an event without an id, and still takes the others", async () => {
    const desk = await openDesk(db());
    const good = newReport().event;
    const receipt = await desk.send(desk.ingest, "/v1/events", [{ ...good, id: "7" }, ["text"], {}, good]);
    expect(receipt.results).toHaveLength(1);
    expect(outcomes(receipt, [good])).toEqual(["accepted"]);
  });

  it("keeps words that no database would take from failing the events beside them", async () => {
    const desk = await openDesk(db());
    const odd = newReport({ words: "half \ud83d and nul \u0000" }).event;
    const future = envelope("mood.set.v1", randomUUID(), { "k\u0000": "\udc00", deep: [{ x: "\u0000" }] });
    const year = envelope("mood.set.v1", randomUUID(), {}, { time: "0000-01-01T00:00:00Z" });
    const events = [odd, future, year, newReport().event];
    expect(outcomes(await desk.send(desk.ingest, "/v1/events", events), events)).toEqual(events.map(() => "accepted"));
  });

  it("asks to come again with an event whose report is not here yet", async () => {
    const desk = await openDesk(db());
    const early = envelope("status.set.v1", randomUUID(), { status: "planned", basedOn: null });
    const receipt = await desk.send(desk.reviewer, "/v1/events", [early]);
    expect(outcomes(receipt, [early])).toEqual(["retry unknown-subject"]);
    expect(receipt.results[0]?.retryAfter).toBeGreaterThan(0);
  });

  it("refuses whole requests that it cannot read, and stores nothing of them", async () => {
    const desk = await openDesk(db());
    const body = JSON.stringify([newReport().event]);
    const many = JSON.stringify(Array.from({ length: 101 }, () => newReport().event));
    const seen = {
      json: await refusal(desk, { body: "{" }),
      utf8: await refusal(desk, { body: new Uint8Array([0x5b, 0xff, 0x5d]) }),
      object: await refusal(desk, { body: "{}" }),
      many: await refusal(desk, { body: many }),
      type: await refusal(desk, { body, headers: { "content-type": "text/plain" } }),
      coding: await refusal(desk, { body, headers: { ...JSON_TYPE, "content-encoding": "br" } }),
      large: await refusal(desk, { body: `["${"x".repeat(1024 * 1024)}"]` }),
      torn: await refusal(desk, { body, headers: { ...JSON_TYPE, "content-encoding": "gzip" } }),
    };
    expect(Object.fromEntries(Object.entries(seen).map(([name, { status, slug }]) => [name, [status, slug]]))).toEqual({
      json: [400, "bad-json"],
      utf8: [400, "bad-json"],
      object: [400, "not-an-array"],
      many: [413, "too-many-events"],
      type: [415, "unsupported-media-type"],
      coding: [415, "unsupported-content-encoding"],
      large: [413, "batch-too-large"],
      torn: [400, "bad-json"],
    });
    expect(seen.coding.response.headers.get("accept-encoding")).toBe("gzip");
    expect(seen.many.problem).toMatchObject({ limits: { bytes: 1_048_576, events: 100 } });
    expect((await desk.send(desk.ingest, "/v1/events", [])).head).toBe("0");
  });

  it("unpacks gzip, and stops unpacking at the limit", async () => {
    const desk = await openDesk(db());
    const headers = { ...JSON_TYPE, "content-encoding": "gzip" };
    const good = await desk.ask("/v1/events", {
      token: desk.ingest,
      headers,
      body: gzipSync(JSON.stringify([newReport().event])),
    });
    expect(await good.json()).toMatchObject({ results: [{ status: "accepted" }] });
    const bomb = gzipSync(Buffer.alloc(100 * 1024 * 1024, 0x20), { level: 9 });
    const before = process.memoryUsage().rss;
    expect(await refusal(desk, { headers, body: bomb })).toMatchObject({ status: 413, slug: "batch-too-large" });
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024);
  });

  it("lets nobody in without a good token", async () => {
    const desk = await openDesk(db());
    const other = await openDesk(db());
    const body = "[]";
    const forged = `${desk.ingest.slice(0, 16)}${"A".repeat(43)}`;
    for (const token of [undefined, "x", forged, other.ingest, other.reviewer, "A".repeat(43)]) {
      expect(await refusal(desk, { body, token })).toMatchObject({ status: 401, slug: "unauthorized" });
    }
    // By kind: tokens made within one millisecond are listed in any order.
    const info = (await desk.collector.tokens.list()).find(({ kind }) => kind === "ingest");
    const headers = { authorization: `Bearer ${desk.admin}` };
    await desk.ask(`/v1/admin/tokens/${info?.id}`, { method: "DELETE", headers });
    expect(await refusal(desk, { body })).toMatchObject({ status: 401, slug: "token-revoked" });
  });
});

onBothEngines("who may send what", (db) => {
  it("is the table of the protocol", async () => {
    const desk = await openDesk(db());
    const { id, key, tag } = await fileReport(desk);
    const thread = `/v1/threads/${id}/events`;
    const join = { tag: newTag(), on: true };
    const helped = { answer: "yes", forEvent: randomUUID() };
    const comment = (visibility: string) => envelope("comment.added.v1", id, { text: "Hm", lang: "en", visibility });
    const status = envelope("status.set.v1", id, { status: "heard", basedOn: null });
    const rows: [string, string, { id: string }, string][] = [
      [desk.ingest, "/v1/events", envelope("status.set.v1", id, status.data), "rejected forbidden"],
      [desk.ingest, "/v1/events", comment("thread"), "rejected forbidden"],
      [desk.ingest, "/v1/events", envelope("burden.set.v1", id, { burden: {} }), "rejected forbidden"],
      [desk.ingest, "/v1/events", envelope("metoo.set.v1", id, join), "rejected forbidden"],
      [desk.ingest, "/v1/events", anonymous("metoo.set.v1", id, join), "rejected invalid-event"],
      [desk.ingest, "/v1/events", newReport({}, "anon").event, "rejected invalid-event"],
      [desk.ingest, "/v1/events", envelope("mood.set.v1", id, {}), "accepted"],
      [desk.ingest, "/v1/anon/events", anonymous("metoo.set.v1", id, join), "accepted"],
      [desk.ingest, "/v1/anon/events", newReport({}, "anon").event, "accepted"],
      [desk.ingest, "/v1/anon/events", newReport().event, "rejected invalid-event"],
      [desk.ingest, "/v1/anon/events", anonymous("helped.answered.v1", id, helped), "rejected invalid-event"],
      [desk.ingest, "/v1/anon/events", anonymous("helped.answered.v1", id, { ...helped, tag: join.tag }), "accepted"],
      [desk.ingest, "/v1/anon/events", anonymous("status.set.v1", id, status.data), "rejected forbidden"],
      [desk.reviewer, "/v1/events", newReport().event, "rejected forbidden"],
      [desk.reviewer, "/v1/events", envelope("burden.set.v1", id, { burden: {} }), "rejected forbidden"],
      [desk.reviewer, "/v1/events", comment("internal"), "accepted"],
      [desk.admin, "/v1/events", status, "accepted"],
      [key, thread, comment("thread"), "accepted"],
      [key, thread, comment("internal"), "rejected forbidden"],
      [key, thread, envelope("burden.set.v1", id, { burden: {} }), "accepted"],
      [key, thread, envelope("helped.answered.v1", id, helped), "accepted"],
      [key, thread, envelope("helped.answered.v1", id, { ...helped, tag }), "rejected invalid-event"],
      [key, thread, envelope("status.set.v1", id, status.data), "rejected forbidden"],
      [key, thread, envelope("mood.set.v1", id, {}), "rejected forbidden"],
      [key, thread, envelope("burden.set.v1", randomUUID(), { burden: {} }), "rejected invalid-event"],
    ];
    const seen: string[] = [];
    for (const [token, path, event] of rows) seen.push(...outcomes(await desk.send(token, path, [event]), [event]));
    expect(seen).toEqual(rows.map(([, , , expected]) => expected));
  });

  it("keeps a reviewer with a scope to its sites", async () => {
    const desk = await openDesk(db());
    const erp = await fileReport(desk);
    const crm = await fileReport(desk, { context: { origin: "https://crm.example.com" } });
    await db().query("update session set scope = $2::jsonb where org = $1 and role = 'reviewer'", [
      desk.org,
      JSON.stringify(["https://crm.example.com"]),
    ]);
    const events = [erp, crm].map(({ id }) => envelope("status.set.v1", id, { status: "heard", basedOn: null }));
    expect(outcomes(await desk.send(desk.reviewer, "/v1/events", events), events)).toEqual([
      "rejected forbidden",
      "accepted",
    ]);
    const page = (await (await desk.ask("/v1/changes", { token: desk.reviewer })).json()) as {
      items: { id: string }[];
    };
    expect(page.items.map(({ id }) => id)).toEqual([crm.id]);
  });
});

function without(event: Record<string, unknown>, name: string): object {
  return Object.fromEntries(Object.entries(event).filter(([key]) => key !== name));
}

function nested(depth: number): unknown {
  let value: unknown = 0;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { readKv } from "@/lib/database/kv-values";
import { parsePolicy } from "@/lib/policy/parse-policy";
import { type ClientWorld, clientWorld } from "@/tests/support/client-world";
import { fakePicture } from "@/tests/support/fake-picture";
import { fakeClock } from "@/tests/support/fake-world";
import { onBothEngines } from "@/tests/support/postgres-and-pglite";
import type { Db } from "../store/db";
import { createLog } from "../log";
import { type Desk, openDesk } from "../test-kit";

const ENDPOINT = "https://collector.test";
const MINUTE = 60_000;
const CONTEXT = {
  origin: "https://erp.example.com",
  path: "/orders/{id}",
  title: "Order of Jane Roe",
  exactPath: "/orders/4711-roe",
  browser: "Edge 141",
};
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;

interface Passed {
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** A client of its own before a real collector; everything that passes between them is written down. */
async function person(desk: Desk, passed: Passed[]): Promise<ClientWorld> {
  const world = await clientWorld(ENDPOINT, async (address, init = {}) => {
    const request = new Request(address, init);
    const bytes = Buffer.from(await request.clone().arrayBuffer());
    const isZipped = request.headers.get("content-encoding") === "gzip";
    const body = (isZipped ? gunzipSync(bytes) : bytes).toString("latin1");
    const { pathname, search } = new URL(address);
    passed.push({ path: pathname + search, headers: Object.fromEntries(request.headers), body });
    return desk.collector.fetch(request);
  });
  const raw = { endpoint: ENDPOINT, ingestToken: desk.ingest, reviewers: { token: desk.reviewer } };
  world.state.policy = parsePolicy(raw).policy;
  return world;
}

/** Until everything that waits has gone, delays and polls included. */
async function drain(world: ClientWorld): Promise<void> {
  const waiting = async () => [
    ...(await world.db.outbox.filter(({ state }) => state !== "received").toArray()),
    ...(await world.db.blobs.filter(({ state }) => state !== "stored").toArray()),
  ];
  for (let turn = 0; turn < 30 && (await waiting()).length > 0; turn++) {
    world.clock.move(11 * MINUTE);
    await world.engine.kick();
  }
  expect((await waiting()).map(({ state, problem }) => ({ state, problem }))).toEqual([]);
  await world.engine.refresh();
}

async function rowsOf(db: Db, report: string): Promise<object[][]> {
  return Promise.all([
    db.query("select * from event where subject = $1", [report]),
    db.query("select * from report where id = $1", [report]),
    db.query("select * from voice where report = $1", [report]),
    db.query("select * from blob where report = $1", [report]),
  ]);
}

const asText = (rows: unknown): string =>
  JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value));

onBothEngines("a report without a name, from the form to the database", (db) => {
  it("is tied to nobody by what is sent or stored", async () => {
    const lines: string[] = [];
    // As the clock of the client begins.
    let now = () => fakeClock().now();
    const log = createLog(
      (line) => lines.push(line),
      () => new Date(now()),
    );
    const desk = await openDesk(db(), { now: () => new Date(now()), log });
    const passed: Passed[] = [];
    const ada = await person(desk, passed);
    now = () => ada.clock.now();

    const named = await ada.file({ words: "with my name", context: CONTEXT });
    const nameless = { context: CONTEXT, anonymous: true };
    const one = await ada.file({ ...nameless, words: "first secret", picture: fakePicture(300) });
    const other = await ada.file({ ...nameless, words: "second secret" });
    await ada.outbox.comment(one, "and what is more", "en");
    await ada.outbox.burden(other, { often: "daily", minutes: 5 });
    await drain(ada);
    await answer(desk, db(), one, now());
    await drain(ada);
    await ada.outbox.helped({ reportId: one, answer: "yes", forEvent: await statusEvent(db(), one) });
    await drain(ada);

    // What the test looks for is really there in what has a name, and the anonymous ones have really gone all the way.
    const install = await readKv(ada.db, "install");
    const namedText = asText([passed, await rowsOf(db(), named)]);
    for (const trace of ["Ada", install?.id ?? "-", CONTEXT.title, CONTEXT.exactPath])
      expect(namedText).toContain(trace);
    expect(passed.map(({ path }) => path)).toContain(`/v1/threads/${one}/events`);
    expect(passed.some(({ path }) => path.startsWith("/v1/anon/blobs/"))).toBe(true);

    const traffic = passed.filter(
      ({ path, body }) => path.startsWith("/v1/anon/") || [one, other].some((id) => (path + body).includes(id)),
    );
    expect(traffic.length).toBeGreaterThan(6);
    const stored = await Promise.all([one, other].map((id) => rowsOf(db(), id)));
    expect(stored.map((tables) => tables.map((rows) => rows.length))).toEqual([
      [4, 1, 1, 1],
      [2, 1, 1, 0],
    ]);
    for (const { path, headers, body } of traffic) {
      expectNoTrace(path + body + asText(headers), install);
      // Either of the two credentials that everybody has, or that one report has; never a person's.
      expect([`Bearer ${desk.ingest}`, "Reply"]).toContain(headers["authorization"]?.replace(/^Reply .*/, "Reply"));
      expect(headers).not.toHaveProperty("cookie");
      expect([one, other].filter((id) => (path + body).includes(id)).length).toBeLessThan(2);
    }
    // IT's own answer has a time and a name of its own.
    const own = stored.map((tables) => tables.map((rows) => rows.filter((row) => !asText(row).includes("Robin"))));
    for (const text of own.map(asText)) expectNoTrace(text, install);
    expect(lines).toEqual([]);

    // Whatever the two have in common, a stranger's report has in common with them as well.
    const bob = await person(desk, []);
    // Both begin with the same seed: from here on Bob's browser draws other numbers.
    bob.random.bytes(1);
    bob.clock.at = ada.clock.now();
    now = () => bob.clock.now();
    const strange = await bob.file({ ...nameless, words: "a stranger's", burden: { often: "daily", minutes: 5 } });
    await drain(bob);
    const third = wordsOf(await rowsOf(db(), strange));
    const [first = third, second = third] = stored.map(wordsOf);
    expect([...first].filter((word) => second.has(word) && !third.has(word))).toEqual([]);
  });
});

function expectNoTrace(text: string, install: { id: string; secret: string } | null): void {
  for (const trace of ["Ada", "Roe", "roe", "urn:earshot:install", install?.id ?? "-", install?.secret ?? "-"]) {
    expect(text).not.toContain(trace);
  }
  for (const [id] of text.matchAll(UUID)) expect(id[14], id).toBe("4");
  for (const [time] of text.matchAll(TIME)) expect(time).toMatch(/:00:00(?:\.0+)?Z$/);
}

/** Everything in some rows that is long enough to be a mark; times and what the tables themselves say are left out. */
function wordsOf(rows: unknown): Set<string> {
  return new Set((asText(rows).match(/[\w-]{12,}/g) ?? []).filter((word) => !/^\d{4}-\d\d-\d\dT/.test(word)));
}

async function statusEvent(db: Db, report: string): Promise<string> {
  const [row] = await db.query<{ doc: { doc: { statusEvent: string } } }>("select doc from report where id = $1", [
    report,
  ]);
  return row?.doc.doc.statusEvent ?? "";
}

async function answer(desk: Desk, db: Db, report: string, at: number): Promise<void> {
  const basedOn = (await statusEvent(db, report)) || null;
  await desk.send(desk.reviewer, "/v1/events", [
    {
      specversion: "1.0",
      id: crypto.randomUUID(),
      source: "urn:earshot:reviewer",
      type: "org.earshot.status.set.v1",
      subject: report,
      time: new Date(at).toISOString(),
      data: { status: "done", basedOn, note: "It is fixed", lang: "en" },
    },
  ]);
}

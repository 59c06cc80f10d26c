import { randomBytes, randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { changesPageSchema } from "@/lib/protocol/documents";
import { onBothEngines } from "@/tests/support/postgres-and-pglite";
import type { BlobFiles } from "../blobs/blob-files";
import { acceptBatch } from "../ingest/accept";
import { erasureOf } from "../ingest/erasure";
import { writeGroup } from "../ingest/write-group";
import type { Db } from "../store/db";
import {
  anonymous,
  envelope,
  fileReport,
  HOUR,
  newReport,
  newShot,
  newTag,
  NOW,
  openDesk,
  outcomes,
  putShot,
  takeBack,
  testSettings,
  type Desk,
} from "../test-kit";

const SECRET = "Nobody must ever read this again";

async function changes(desk: Desk, since = "") {
  const response = await desk.ask(`/v1/changes?${since && `since=${since}`}`, { token: desk.reviewer });
  return changesPageSchema.parse(await response.json());
}

/** Everything that the database holds of this organisation, as text. */
async function dump(db: Db, org: string): Promise<string> {
  const tables = ["event", "report", "voice", "blob", "feed"];
  const rows = await Promise.all(tables.map((table) => db.query(`select * from ${table} where org = $1`, [org])));
  return JSON.stringify(rows, (_key, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}

async function count(db: Db, table: "voice" | "blob", report: string): Promise<number> {
  return (await db.query(`select 1 from ${table} where report = $1`, [report])).length;
}

/** What S9 has to blank, of every event of the report. */
function contentOf(db: Db, report: string) {
  return db.query<{ body: unknown; hash: unknown; actor: unknown; token_id: unknown }>(
    "select body, hash, actor, token_id from event where subject = $1 order by seq",
    [report],
  );
}

const BLANK = { body: null, hash: null, actor: null, token_id: null };

function comment(id: string, text = SECRET) {
  return envelope("comment.added.v1", id, { text, lang: "en", visibility: "thread" });
}

onBothEngines("a report that is taken back", (db) => {
  it("is gone: no words, no names, no key, no voice, no picture; readers are told so", async () => {
    const desk = await openDesk(db());
    const shot = newShot();
    const report = await fileReport(desk, {
      words: SECRET,
      goal: SECRET,
      attachments: [shot.attachment],
      burden: { often: "daily", minutes: 5 },
    });
    const { id, key } = report;
    expect((await putShot(desk, shot)).status).toBe(201);
    const done = envelope("status.set.v1", id, { status: "done", basedOn: null, note: SECRET, lang: "en" });
    await desk.send(desk.reviewer, "/v1/events", [done, comment(id)]);
    await desk.send(desk.ingest, "/v1/anon/events", [anonymous("metoo.set.v1", id, { tag: newTag(), on: true })]);
    await desk.send(key, `/v1/threads/${id}/events`, [
      comment(id),
      envelope("helped.answered.v1", id, { answer: "no", forEvent: done.id, text: SECRET }),
    ]);
    const before = await changes(desk);
    expect(JSON.stringify(before.items)).toContain(SECRET);

    const answer = await takeBack(desk, report);
    expect([answer.status, await answer.text()]).toEqual([204, ""]);

    const stored = await dump(db(), desk.org);
    for (const trace of [SECRET, "Kim", "Robin", report.tag, shot.sha256, key.slice("reply:".length)]) {
      expect(stored).not.toContain(trace);
    }
    const events = await contentOf(db(), id);
    expect(events).toEqual(Array.from({ length: 7 }, () => BLANK));
    expect([await count(db(), "voice", id), await count(db(), "blob", id)]).toEqual([0, 0]);
    const rows = await db().query("select status, erased, reply_hash, doc from report where id = $1", [id]);
    const at = expect.any(String);
    const tombstone = { erased: true, reason: "request", at };
    expect(rows).toEqual([{ status: "erased", erased: true, reply_hash: null, doc: tombstone }]);
    expect(readdirSync(desk.blobs, { recursive: true }).filter((name) => String(name).length > 2)).toEqual([]);

    expect((await changes(desk, before.next)).items).toEqual([{ id, rev: expect.any(String), erased: true }]);
    expect((await changes(desk)).items).toEqual([{ id, rev: expect.any(String), erased: true }]);
    expect((await desk.ask(`/v1/threads/${id}`, { token: key })).status).toBe(410);
    for (const token of [desk.reviewer, desk.admin, key]) {
      expect((await desk.ask(`/v1/blobs/${shot.sha256}`, { token })).status).toBe(404);
    }
    expect((await putShot(desk, shot)).status).toBe(404);
  });

  it("leaves its neighbours as they are", async () => {
    const desk = await openDesk(db());
    const [mine, other] = [await fileReport(desk), await fileReport(desk, { words: "Still here" })];
    await takeBack(desk, mine);
    expect((await desk.ask(`/v1/threads/${other.id}`, { token: other.key })).status).toBe(200);
    expect((await changes(desk)).items).toMatchObject([{ doc: { words: "Still here", people: 1 } }, { erased: true }]);
    expect(await count(db(), "voice", other.id)).toBe(1);
    expect((await contentOf(db(), other.id))[0]).not.toMatchObject({ body: null });
  });

  it("cannot be taken back by anybody else: an unknown report and a wrong key look alike", async () => {
    const desk = await openDesk(db());
    const report = await fileReport(desk);
    const wrong = `reply:${randomBytes(32).toString("base64url")}`;
    const asked: { id: string; key: string }[] = [
      { id: randomUUID(), key: report.key },
      { id: report.id, key: wrong },
      { id: report.id, key: "reply:short" },
      { id: report.id, key: desk.ingest },
      { id: report.id, key: desk.admin },
      { id: "nothing", key: report.key },
    ];
    const seen = new Set<string>();
    for (const each of asked) {
      const answer = await takeBack(desk, each);
      seen.add(`${answer.status} ${await answer.text()}`);
    }
    expect([...seen]).toEqual(['404 {"type":"urn:earshot:problem:not-found","title":"Not found","status":404}']);
    expect((await desk.ask(`/v1/threads/${report.id}`, { token: report.key })).status).toBe(200);
  });

  it("is taken back once, however often and by however many at once it is asked", async () => {
    const desk = await openDesk(db());
    const report = await fileReport(desk);
    const answers = await Promise.all(Array.from({ length: 5 }, () => takeBack(desk, report)));
    answers.push(await takeBack(desk, report));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204, 204]);
    const types = await db().query("select type from event where subject = $1 order by seq", [report.id]);
    expect(types).toEqual([{ type: "org.earshot.report.created.v1" }, { type: "org.earshot.report.erased.v1" }]);
  });

  it("does not come back: its events are duplicates, anything new of it is refused", async () => {
    const desk = await openDesk(db());
    const report = await fileReport(desk, { words: SECRET });
    const said = comment(report.id);
    await desk.send(report.key, `/v1/threads/${report.id}/events`, [said]);
    await takeBack(desk, report);
    const { head } = await desk.send(desk.ingest, "/v1/events", []);
    const again = { ...newReport({ words: SECRET }).event, subject: report.id };
    const late = comment(report.id);
    expect(outcomes(await desk.send(desk.ingest, "/v1/events", [report.event]), [report.event])).toEqual(["duplicate"]);
    expect(outcomes(await desk.send(desk.ingest, "/v1/events", [again]), [again])).toEqual(["rejected subject-erased"]);
    expect(outcomes(await desk.send(desk.reviewer, "/v1/events", [said, late]), [said, late])).toEqual([
      "duplicate",
      "rejected subject-erased",
    ]);
    const thread = await desk.ask(`/v1/threads/${report.id}/events`, { token: report.key, body: "[]" });
    expect(thread.status).toBe(410);
    expect((await desk.send(desk.ingest, "/v1/events", [])).head).toBe(head);
    expect(await dump(db(), desk.org)).not.toContain(SECRET);
  });

  it("that the collector never knew is unknown, and may still come: whoever takes it back sends it first", async () => {
    const desk = await openDesk(db());
    const report = newReport();
    expect((await takeBack(desk, report)).status).toBe(404);
    await desk.send(desk.ingest, "/v1/events", [report.event]);
    expect((await takeBack(desk, report)).status).toBe(204);
  });

  it("keeps nothing of an anonymous one but the hour", async () => {
    const desk = await openDesk(db(), { now: () => new Date(NOW) });
    const report = newReport({ words: SECRET }, "anon");
    await desk.send(desk.ingest, "/v1/anon/events", [report.event]);
    await takeBack(desk, report);
    const stored = await dump(db(), desk.org);
    expect(stored).toContain(HOUR);
    expect(stored).not.toContain("10:20");
    expect(stored).not.toContain(SECRET);
  });

  it("is erased in the history of now, also where another process has begun it", async () => {
    const desk = await openDesk(db());
    const report = await fileReport(desk);
    const epoch = randomUUID();
    await db().query("update feed set epoch = $2::uuid where org = $1", [desk.org, epoch]);
    expect((await takeBack(desk, report)).headers.get("earshot-epoch")).toBe(epoch);
  });

  it("is told to those who may see its site, and to nobody else", async () => {
    const desk = await openDesk(db());
    const report = await fileReport(desk);
    await takeBack(desk, report);
    for (const [origin, items] of [
      ["https://erp.example.com", [{ id: report.id, rev: "2", erased: true }]],
      ["https://crm.example.com", []],
    ] as const) {
      const reader = await openDesk(db(), { org: desk.org });
      const scope = JSON.stringify([origin]);
      await db().query("update session set scope = $2::jsonb where org = $1", [desk.org, scope]);
      expect((await changes(reader)).items).toEqual(items);
    }
  });

  it("can be said to be erased by nobody but the collector", async () => {
    const desk = await openDesk(db());
    const { id, key } = await fileReport(desk);
    const forged = envelope("report.erased.v1", id, { reason: "request" });
    const hidden = anonymous("report.erased.v1", id, { reason: "request" });
    const seen = [
      ...outcomes(await desk.send(desk.ingest, "/v1/events", [forged]), [forged]),
      ...outcomes(await desk.send(desk.admin, "/v1/events", [forged]), [forged]),
      ...outcomes(await desk.send(key, `/v1/threads/${id}/events`, [forged]), [forged]),
      ...outcomes(await desk.send(desk.ingest, "/v1/anon/events", [hidden]), [hidden]),
    ];
    expect(seen).toEqual(Array.from({ length: 4 }, () => "rejected forbidden"));
    expect((await desk.ask(`/v1/threads/${id}`, { token: key })).status).toBe(200);
  });
});

onBothEngines("taking back in one group with other events", (db) => {
  it("blanks what came with it, before and behind it", async () => {
    const desk = await openDesk(db(), { now: () => new Date(NOW) });
    const shot = newShot();
    const report = newReport({ words: SECRET, attachments: [shot.attachment] });
    const { id } = report;
    const ingest = { via: "ingest", tokenId: "t" } as const;
    const reviewer = { via: "session", sessionId: "s", role: "reviewer", name: "Robin", scope: null } as const;
    const anon = { via: "anon", tokenId: "t" } as const;
    const join = () => anonymous("metoo.set.v1", id, { tag: newTag(), on: true });
    const of = (event: object, sender: typeof ingest | typeof reviewer | typeof anon) =>
      acceptBatch([event], sender, testSettings().limits).incoming;
    const group = [
      ...of(report.event, ingest),
      ...of(comment(id), reviewer),
      ...of(join(), anon),
      erasureOf(id, NOW),
      ...of(join(), anon),
      ...of(comment(id), reviewer),
      ...of(report.event, ingest),
    ];
    const blobs = noFiles();
    const written = await db().transaction((tx) => writeGroup(tx, { org: desk.org, blobs }, group, NOW));
    expect(written.results.map(({ status }) => status)).toEqual([
      "accepted",
      "accepted",
      "accepted",
      "accepted",
      "rejected",
      "rejected",
      "duplicate",
    ]);
    expect(await contentOf(db(), id)).toEqual([BLANK, BLANK, BLANK, BLANK]);
    expect([await count(db(), "voice", id), await count(db(), "blob", id)]).toEqual([0, 0]);
    expect(await dump(db(), desk.org)).not.toMatch(new RegExp(`${SECRET}|${report.tag}|Kim|Robin`));
    const { items, next } = await changes(desk);
    expect(items).toEqual([{ id, rev: "4", erased: true }]);
    expect(next).toMatch(/\.4$/);
  });
});

function noFiles(): BlobFiles {
  return {
    async *putBefore() {},
    write: () => Promise.reject(new Error("nothing is written here")),
    read: () => Promise.resolve(null),
    has: () => Promise.resolve(false),
    remove: () => Promise.resolve(),
  };
}

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { changesPageSchema } from "@/lib/protocol/documents";
import { onBothEngines } from "@/tests/support/postgres-and-pglite";
import type { Db } from "../store/db";
import { OLD_REPORTS } from "../store/statements";
import {
  envelope,
  fileReport,
  newReport,
  newShot,
  openDesk,
  outcomes,
  putShot,
  takeBack,
  type Desk,
} from "../test-kit";

const SECRET = "Nobody must read this after the time is over";
const NONE = { reports: 0, pictures: 0, audit: 0, tombstones: 0, sessions: 0, strays: 0 };

/** A desk with a clock that is set by hand. */
async function deskAt(db: Db, start: string) {
  const clock = { now: new Date(start) };
  const desk = await openDesk(db, { now: () => clock.now });
  // Years pass here, and IT goes on.
  await db.query("update session set expires_at = '2100-01-01' where org = $1", [desk.org]);
  return { desk, clock, travel: (to: string) => void (clock.now = new Date(to)) };
}

async function close(desk: Desk, id: string, status = "done", basedOn: string | null = null) {
  const event = envelope("status.set.v1", id, { status, basedOn, note: SECRET, lang: "en" });
  expect(outcomes(await desk.send(desk.reviewer, "/v1/events", [event]), [event])).toEqual(["accepted"]);
  return event.id;
}

async function changes(desk: Desk, since = "") {
  const response = await desk.ask(`/v1/changes?limit=2${since && `&since=${since}`}`, { token: desk.reviewer });
  const page = response.status === 200 ? changesPageSchema.parse(await response.json()) : null;
  return { status: response.status, next: page?.next ?? "", items: page?.items ?? [] };
}

function blobFiles(desk: Desk): string[] {
  return readdirSync(desk.blobs, { recursive: true, encoding: "utf8" }).filter((name) => /[0-9a-f]{64}$/.test(name));
}

onBothEngines("the nightly purge", (db) => {
  it("erases closed reports after 24 months, and no open, changed or held one", async () => {
    const { desk, travel } = await deskAt(db(), "2024-01-10T10:00:00Z");
    const [old, open, touched, held] = [
      await fileReport(desk, { words: SECRET }),
      await fileReport(desk),
      await fileReport(desk),
      await fileReport(desk),
    ];
    for (const { id } of [old, touched, held]) await close(desk, id);
    await db().query("update report set hold = true where org = $1 and id = $2", [desk.org, held.id]);
    travel("2024-06-01T10:00:00Z");
    const thanks = envelope("comment.added.v1", touched.id, { text: "Thanks", lang: "en", visibility: "thread" });
    await desk.send(touched.key, `/v1/threads/${touched.id}/events`, [thanks]);
    const cursor = (await changes(desk, (await changes(desk)).next)).next;

    travel("2026-01-10T09:59:59Z");
    expect(await desk.collector.nightly()).toEqual(NONE);
    travel("2026-01-10T10:00:01Z");
    expect(await desk.collector.nightly()).toMatchObject({ reports: 1 });
    expect(await changes(desk, cursor)).toMatchObject({ items: [{ id: old.id, erased: true }] });
    const rows = await db().query<{ id: string; erased: boolean; doc: { reason?: string } }>(
      "select id, erased, doc from report where org = $1 and erased",
      [desk.org],
    );
    expect(rows).toMatchObject([{ id: old.id, doc: { erased: true, reason: "retention" } }]);
    const left = await db().query("select * from event where org = $1 and subject = $2 and body is not null", [
      desk.org,
      old.id,
    ]);
    expect(left).toEqual([]);
    expect((await desk.ask(`/v1/threads/${open.id}`, { token: open.key })).status).toBe(200);
    expect((await desk.ask(`/v1/threads/${old.id}`, { token: old.key })).status).toBe(410);
    expect(outcomes(await desk.send(desk.ingest, "/v1/events", [old.event]), [old.event])).toEqual(["duplicate"]);
    // Once more, and in two processes at once, is as good as once.
    const beside = await openDesk(db(), { org: desk.org, now: () => new Date("2026-01-11T03:00:00Z") });
    expect(await Promise.all([desk.collector.nightly(), beside.collector.nightly()])).toEqual([NONE, NONE]);
    travel("2026-06-02T10:00:00Z");
    expect(await desk.collector.nightly()).toMatchObject({ reports: 1 });
  });

  it("lets a report be that changes between its choice and its end", async () => {
    const { desk, travel } = await deskAt(db(), "2024-01-10T10:00:00Z");
    const { id } = await fileReport(desk);
    const done = await close(desk, id);
    travel("2026-02-01T10:00:00Z");
    const slow: Db = {
      ...db(),
      // Just after the purge has chosen, IT reopens the report.
      query: async (sql, values) => {
        const rows = await db().query<never>(sql, values);
        if (sql === OLD_REPORTS && rows.length > 0) await close(desk, id, "planned", done);
        return rows;
      },
    };
    const other = await openDesk(slow, { org: desk.org, now: () => new Date("2026-02-01T10:00:00Z") });
    expect(await other.collector.nightly()).toMatchObject({ reports: 0 });
    expect(await changes(desk)).toMatchObject({ items: [{ id, doc: { status: "planned" } }] });
  });

  it("erases an anonymous report without an exact time", async () => {
    const { desk, travel } = await deskAt(db(), "2024-01-10T10:00:00Z");
    const report = newReport({}, "anon");
    await desk.send(desk.ingest, "/v1/anon/events", [report.event]);
    await close(desk, report.id);
    travel("2026-02-01T03:04:05Z");
    expect(await desk.collector.nightly()).toMatchObject({ reports: 1 });
    const rows = await db().query(
      "select received_at, occurred_at from event where org = $1 and actor_kind = 'system'",
      [desk.org],
    );
    const at = new Date("2026-02-01T03:00:00Z");
    expect(rows).toEqual([{ received_at: at, occurred_at: at }]);
  });

  it("deletes pictures after 180 days and lets their reports say so, but not where a younger one has the same", async () => {
    const { desk, travel } = await deskAt(db(), "2026-01-01T10:00:00Z");
    const [shot, twice, never] = [newShot(), newShot(), newShot()];
    const old = await fileReport(desk, { attachments: [shot, twice, never].map(({ attachment }) => attachment) });
    await putShot(desk, shot);
    travel("2026-05-01T10:00:00Z");
    const young = await fileReport(desk, { attachments: [twice.attachment] });
    await putShot(desk, twice);
    const cursor = (await changes(desk)).next;
    travel("2026-07-01T10:00:00Z");
    // The one that came, and the one that never came. The third came late, with the younger report.
    expect(await desk.collector.nightly()).toMatchObject({ pictures: 2, reports: 0 });
    expect(blobFiles(desk).map((name) => name.slice(-64))).toEqual([twice.sha256]);
    const { items } = await changes(desk, cursor);
    expect(items).toMatchObject([{ id: old.id, doc: { attachments: [{ sha256: twice.sha256, stored: true }] } }]);
    expect((await desk.ask(`/v1/blobs/${shot.sha256}`, { token: desk.reviewer })).status).toBe(404);
    expect((await desk.send(desk.ingest, "/v1/events", [old.event])).wantBlobs).toEqual([]);
    travel("2026-11-01T10:00:00Z");
    expect(await desk.collector.nightly()).toMatchObject({ pictures: 2 });
    expect(blobFiles(desk)).toEqual([]);
    expect((await desk.ask(`/v1/threads/${young.id}`, { token: young.key })).status).toBe(200);
    expect(await desk.collector.nightly()).toEqual(NONE);
  });

  it("forgets tombstones after 180 days, and readers who have not come so far start anew", async () => {
    const { desk, travel } = await deskAt(db(), "2026-01-01T10:00:00Z");
    const gone = await fileReport(desk);
    const kept = [await fileReport(desk), await fileReport(desk), await fileReport(desk)];
    const behind = await changes(desk);
    await takeBack(desk, gone);
    const ahead = await changes(desk, (await changes(desk)).next);
    expect((await changes(desk, behind.next)).status).toBe(200);
    travel("2026-07-01T10:00:01Z");
    expect(await desk.collector.nightly()).toMatchObject({ tombstones: 1 });
    expect((await changes(desk, ahead.next)).status).toBe(200);
    // A first reading that was on its way before the erasure would keep what it holds for good.
    expect((await changes(desk, behind.next)).status).toBe(410);
    // One that begins now is not turned away on its second page, however low its numbers.
    const first = await changes(desk);
    expect(first.items.map(({ id }) => id)).toEqual([kept[0]?.id, kept[1]?.id]);
    expect(await changes(desk, first.next)).toMatchObject({ status: 200, items: [{ id: kept[2]?.id }] });
    // Its event ids stay.
    expect(outcomes(await desk.send(desk.ingest, "/v1/events", [gone.event]), [gone.event])).toEqual(["duplicate"]);
  });

  it("deletes audit entries after 24 months, and files that no report has named for 30 days", async () => {
    const { desk, travel } = await deskAt(db(), "2024-01-01T10:00:00Z");
    const shot = newShot();
    await desk.files.write(shot.sha256, shot.bytes);
    travel("2025-12-31T10:00:00Z");
    expect(await desk.collector.nightly()).toEqual(NONE);
    // The time of a file is the system's: seen from beyond it, it is old.
    const ahead = new Date(Date.now() + 31 * 86_400_000);
    travel(ahead.toISOString());
    expect(await desk.collector.nightly()).toMatchObject({ audit: 3, strays: 1 });
    expect(await db().query("select id from audit where org = $1", [desk.org])).toEqual([]);
    expect(await desk.files.has(shot.sha256)).toBe(false);
    expect(readdirSync(join(desk.blobs))).not.toEqual([]);
  });
});

import { randomInt, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it, vi } from "vitest";
import { receiptSchema } from "@/lib/protocol/receipt";
import { startCollectorProcess } from "@/tests/support/collector-process";
import { newPostgresDatabase, onBothEngines } from "@/tests/support/postgres-and-pglite";
import { readChanges } from "../read/changes";
import type { Db, Queryable } from "../store/db";
import { openPostgres } from "../store/open-postgres";
import { S1_LOCK_FEED, S4_INSERT_EVENTS, S6_MOVE_HEAD, S7_FEED } from "../store/statements";
import { anonymous, newReport, newTag, openDesk, testSettings } from "../test-kit";

/** Against hanging. */
vi.setConfig({ testTimeout: 240_000 });

const WRITERS = 8;
const ROUNDS = 25;
const ORIGINS = ["https://a.example.com", "https://b.example.com"] as const;

/** Sends one event and resolves when it has been acknowledged, however often that takes. */
type Send = (path: "/v1/events" | "/v1/anon/events", event: object) => Promise<void>;

/** What a reader holds in the end: the newest revision of each document that it was ever shown, by id. */
interface Copy {
  revs: Map<string, bigint>;
  /** Revisions that came after a higher one. */
  outOfOrder: number;
}

/** Reads the feed until the writers are done and it has caught up, with a pause between the statements of a page. */
async function follow(db: Db, org: string, origins: string[] | null, isOver: () => boolean): Promise<Copy> {
  const copy: Copy = { revs: new Map(), outOfOrder: 0 };
  const slow: Queryable = {
    query: async (sql, values) => {
      const rows = await db.query<never>(sql, values);
      await sleep(randomInt(4));
      return rows;
    },
  };
  let since: string | null = null;
  let last = 0n;
  for (;;) {
    const wasOver = isOver();
    const read = await readChanges(slow, org, { since, limit: 7, origins }, new Date());
    expect(read.expired).toBe(false);
    for (const { id, rev } of read.items) {
      if (BigInt(rev) <= last) copy.outOfOrder += 1;
      last = BigInt(rev);
      copy.revs.set(id, last);
    }
    since = read.next;
    if (wasOver && read.items.length === 0) return copy;
  }
}

async function truth(db: Db, org: string, origins: string[] | null): Promise<Map<string, bigint>> {
  const rows = await db.query<{ id: string; rev: bigint }>(
    "select id, rev from report where org = $1 and ($2::text[] is null or origin = any($2::text[]))",
    [org, origins],
  );
  return new Map(rows.map(({ id, rev }) => [id, rev]));
}

/** Documents that a reader does not hold, or holds at another revision than the store does. */
function staleIn(copy: Copy | undefined, stored: Map<string, bigint>): number {
  return [...stored].filter(([id, rev]) => copy?.revs.get(id) !== rev).length;
}

/**
 * Writers that file reports and join others', beside a reader of everything and one of a single site. Gives what is
 * wrong in the end; all of it is 0 where the feed keeps its promise.
 */
async function runFeed(db: Db, org: string, writers: readonly Send[]) {
  const ids: string[] = [];
  let writing = true;
  const readers = [null, [ORIGINS[0]]].map((origins) => follow(db, org, origins, () => !writing));
  await Promise.all(
    writers.map(async (send, writer) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const report = newReport({ context: { origin: ORIGINS[(writer + round) % 2] ?? "" } });
        await send("/v1/events", report.event);
        ids.push(report.id);
        const target = ids[randomInt(ids.length)] ?? report.id;
        await send("/v1/anon/events", anonymous("metoo.set.v1", target, { tag: newTag(), on: true }));
      }
    }),
  );
  writing = false;
  const [full, scoped] = await Promise.all(readers);
  const stored = await truth(db, org, null);
  const [sums] = await db.query<{ people: number }>(
    "select sum((doc->'doc'->>'people')::int)::int as people from report where org = $1",
    [org],
  );
  return {
    lost: writers.length * ROUNDS - stored.size,
    revisionsTwice: stored.size - new Set(stored.values()).size,
    stale: staleIn(full, stored),
    staleInScope: staleIn(scoped, await truth(db, org, [ORIGINS[0]])),
    outOfOrder: (full?.outOfOrder ?? 0) + (scoped?.outOfOrder ?? 0),
    // Each report's own voice and one me too a round: nothing was applied twice or lost between two writers.
    miscounted: Math.abs(2 * writers.length * ROUNDS - (sums?.people ?? 0)),
  };
}

const NOTHING = { lost: 0, revisionsTwice: 0, stale: 0, staleInScope: 0, outOfOrder: 0, miscounted: 0 };

/** A writer with a group commit of its own: as much as a process, on one database. */
async function deskWriter(db: Db, org: string): Promise<Send> {
  const desk = await openDesk(db, { org });
  return async (path, event) => {
    const { results } = await desk.send(desk.ingest, path, [event]);
    expect(results.map(({ status }) => status)).toEqual(["accepted"]);
  };
}

onBothEngines("the feed under eight writers", (db) => {
  it("shows each reader every document, newest, in order and once per revision", async () => {
    const org = `feed-${randomUUID().slice(0, 8)}`;
    const writers = await Promise.all(Array.from({ length: WRITERS }, () => deskWriter(db(), org)));
    expect(await runFeed(db(), org, writers)).toEqual(NOTHING);
  });
});

it("does so over two processes, of which one is killed on the way", async () => {
  const folder = mkdtempSync(join(tmpdir(), "earshot-feed-"));
  const databaseUrl = await newPostgresDatabase();
  const settings = join(folder, "settings.json");
  writeFileSync(settings, JSON.stringify(testSettings()));
  const place = { data: folder, setupFile: join(folder, "setup.json"), databaseUrl, settings };
  const first = await startCollectorProcess(place);
  const second = await startCollectorProcess({ ...place, setupFile: join(folder, "second.json") });
  const db = await openPostgres(databaseUrl);
  let acknowledged = 0;
  const writers = Array.from({ length: WRITERS }, (_, writer): Send => {
    let at = writer % 2 === 0 ? first : second;
    return async (path, event) => {
      for (;;) {
        const response = await fetch(at.setup.endpoint + path, {
          method: "POST",
          headers: { authorization: `Bearer ${at.setup.ingestToken}`, "content-type": "application/json" },
          body: JSON.stringify([event]),
        }).catch(() => null);
        // Whoever loses its collector goes to the other with the same event: it may have been stored already.
        if (response === null) at = second;
        else {
          const { results } = receiptSchema.parse(await response.json());
          expect(["accepted", "duplicate"]).toContain(results[0]?.status);
          acknowledged += 1;
          if (acknowledged === WRITERS * ROUNDS) void first.end("SIGKILL");
          return;
        }
      }
    };
  });
  expect(await runFeed(db, "main", writers)).toEqual(NOTHING);
  expect(await first.end("SIGKILL")).toBeNull();
  expect(await second.end("SIGTERM")).toBe(0);
  await db.close();
  rmSync(folder, { recursive: true });
});

/** The obvious way: numbers from a sequence, no lock, and a reader that asks for what is beyond the last number. */
function naive(db: Db): Db {
  return {
    ...db,
    transaction: (work) =>
      db.transaction((tx) =>
        work({
          async query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]> {
            if (sql === S1_LOCK_FEED) {
              const feed = await tx.query<{ epoch: string }>(S7_FEED, values);
              const [row] = await tx.query<{ head: bigint }>("select 1000 * nextval('naive')::bigint as head");
              return feed.map(({ epoch }) => ({ epoch, head: row?.head ?? 0n }) as unknown as Row);
            }
            // As long as a busy database may take: some writers overtake others.
            if (sql === S4_INSERT_EVENTS) await sleep(randomInt(8));
            const head = "update feed set head = greatest(head, $2::bigint) where org = $1";
            return tx.query<Row>(sql === S6_MOVE_HEAD ? head : sql, values);
          },
        }),
      ),
  };
}

it("has a check that catches the naive way", async () => {
  const db = await openPostgres(await newPostgresDatabase());
  await db.query("create sequence naive");
  const writers = await Promise.all(Array.from({ length: WRITERS }, () => deskWriter(naive(db), "main")));
  const { stale, staleInScope, lost } = await runFeed(db, "main", writers);
  expect(lost).toBe(0);
  expect(stale).toBeGreaterThan(0);
  expect(staleInScope).toBeGreaterThan(0);
  await db.close();
});

import { randomInt, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { newPostgresDatabase, onBothEngines } from "@/tests/support/postgres-and-pglite";
import { readChanges } from "../read/changes";
import type { Db, Queryable } from "../store/db";
import { openPostgres } from "../store/open-postgres";
import { newTag } from "../test-kit";
import { anonymous, newReport, openDesk } from "../test-kit";

const WRITERS = 8;
const ROUNDS = 25;
const ORIGINS = ["https://a.example.com", "https://b.example.com"] as const;

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
function staleIn(copy: Copy, stored: Map<string, bigint>): number {
  return [...stored].filter(([id, rev]) => copy.revs.get(id) !== rev).length;
}

onBothEngines("the feed under eight writers", (db) => {
  it("shows each reader every document, newest, in order and once per revision", async () => {
    // Eight processes' worth: each writer has a group commit of its own, on one database.
    const org = `feed-${randomUUID().slice(0, 8)}`;
    const desks = await Promise.all(Array.from({ length: WRITERS }, () => openDesk(db(), { org })));
    const ids: string[] = [];
    let writing = true;
    const readers = [null, [ORIGINS[0]]].map((origins) => follow(db(), org, origins, () => !writing));
    const statuses = await Promise.all(
      desks.map(async (desk, writer) => {
        const seen: string[] = [];
        for (let round = 0; round < ROUNDS; round += 1) {
          const report = newReport({ context: { origin: ORIGINS[(writer + round) % 2] ?? "" } });
          const created = await desk.send(desk.ingest, "/v1/events", [report.event]);
          ids.push(report.id);
          const target = ids[randomInt(ids.length)] ?? report.id;
          const joined = await desk.send(desk.ingest, "/v1/anon/events", [
            anonymous("metoo.set.v1", target, { tag: newTag(), on: true }),
          ]);
          seen.push(...[...created.results, ...joined.results].map(({ status }) => status));
        }
        return seen;
      }),
    );
    writing = false;
    const [full, scoped] = await Promise.all(readers);
    expect(new Set(statuses.flat())).toEqual(new Set(["accepted"]));
    const stored = await truth(db(), org, null);
    expect(stored.size).toBe(WRITERS * ROUNDS);
    expect(new Set(stored.values()).size).toBe(stored.size);
    expect(full && staleIn(full, stored)).toBe(0);
    expect(scoped && staleIn(scoped, await truth(db(), org, [ORIGINS[0]]))).toBe(0);
    expect([full?.outOfOrder, scoped?.outOfOrder]).toEqual([0, 0]);
    const people = await db().query<{ people: string }>(
      "select sum((doc->'doc'->>'people')::int) as people from report where org = $1",
      [org],
    );
    // Each report's own voice and one me too a round: nothing was applied twice or lost between two writers.
    expect(Number(people[0]?.people)).toBe(2 * WRITERS * ROUNDS);
  });
});

it("has a check that catches the naive way: number by a sequence, read what is beyond the last number", async () => {
  const db = await openPostgres(await newPostgresDatabase());
  await db.query("create table naive (seq bigserial primary key, id text not null)");
  let writing = true;
  const copy: Copy = { revs: new Map(), outOfOrder: 0 };
  const reader = (async () => {
    let last = 0n;
    for (;;) {
      const wasOver = !writing;
      const rows = await db.query<{ seq: bigint; id: string }>(
        "select seq, id from naive where seq > $1 order by seq",
        [String(last)],
      );
      for (const { seq, id } of rows) copy.revs.set(id, seq);
      last = rows.at(-1)?.seq ?? last;
      if (wasOver && rows.length === 0) return;
    }
  })();
  await Promise.all(
    // One connection of the pool is the reader's.
    Array.from({ length: WRITERS - 1 }, async () => {
      for (let round = 0; round < ROUNDS; round += 1) {
        await db.transaction(async (tx) => {
          await tx.query("insert into naive (id) values ($1)", [randomUUID()]);
          await sleep(randomInt(4));
        });
      }
    }),
  );
  writing = false;
  await reader;
  const rows = await db.query<{ seq: bigint; id: string }>("select seq, id from naive");
  const missed = staleIn(copy, new Map(rows.map(({ id, seq }) => [id, seq])));
  await db.close();
  expect(rows).toHaveLength((WRITERS - 1) * ROUNDS);
  expect(missed).toBeGreaterThan(0);
});

import { readChanges } from "@/collector/read/changes";
import type { Db } from "@/collector/store/db";
import { fold } from "@/lib/reports/fold";
import { parseEvent } from "@/lib/protocol/event";
import { makeEvents } from "./events";

/** Fills an organisation with so many reports, copies of one folded document under ids and numbers of their own. */
export async function fillReports(db: Db, org: string, reports: number): Promise<void> {
  await db.query("insert into org (id, name) values ($1, $1)", [org]);
  await db.query("insert into feed (org, epoch, head) values ($1, gen_random_uuid(), $2)", [org, reports]);
  const doc = JSON.stringify(sampleDoc());
  const step = 20_000;
  for (let from = 0; from < reports; from += step) {
    await db.query(
      `insert into report (org, id, rev, origin, status, created_at, updated_at, doc)
       select $1, gen_random_uuid(), g, 'https://erp.example.com', 'new', now(), now(), $2::jsonb
       from generate_series($3::int, $4::int) g`,
      [org, doc, from + 1, Math.min(from + step, reports)],
    );
  }
  await db.query("analyze report");
}

function sampleDoc(): object {
  const [event] = makeEvents(1);
  const parsed = parseEvent(event);
  if (!parsed.ok) throw new Error(parsed.detail);
  const context = {
    seq: "1",
    actorKind: "reporter",
    actor: "Kim",
    receivedAt: new Date().toISOString(),
    voice: null,
  } as const;
  return fold(null, parsed.event, context).stored ?? {};
}

/** A page of 200 changes in the middle of what there is, in milliseconds. */
export async function readPage(db: Db, org: string, reports: number): Promise<number> {
  const [feed] = await db.query<{ epoch: string }>("select epoch from feed where org = $1", [org]);
  const since = `${feed?.epoch}.${Math.floor(reports / 2)}`;
  const began = performance.now();
  const { items } = await readChanges(db, org, { since, limit: 200, origins: null }, new Date());
  const took = performance.now() - began;
  if (items.length !== 200) throw new Error(`a page had ${items.length} reports`);
  return took;
}

import type { Db } from "./db";
import { S7_FEED } from "./statements";
import type { FeedRow } from "./rows";

export interface Org {
  id: string;
  name: string;
  /** Everything in it was made up, and every client says so. */
  sample?: true;
}

/**
 * The token in the addresses of what every employee may read; made where there is none, by whichever process is first.
 * It is kept as it is, and not as a hash, since `/v1/config` names it to whoever may file reports.
 */
export async function openPublicToken(db: Db, org: string, newToken: () => string): Promise<string> {
  await db.query(
    "update org set settings = settings || jsonb_build_object('publicToken', $2::text) where id = $1 and settings->>'publicToken' is null",
    [org, newToken()],
  );
  const [row] = await db.query<{ token: string }>("select settings->>'publicToken' as token from org where id = $1", [
    org,
  ]);
  if (!row) throw new Error("the organisation vanished while it was opened");
  return row.token;
}

/** The organisation that this collector serves, made where the database has none of this id; `name` renames it. */
export async function openOrg(db: Db, id: string, name: string | null, newEpoch: () => string): Promise<Org> {
  return db.transaction(async (tx) => {
    await tx.query("insert into org (id, name) values ($1, $2) on conflict (id) do nothing", [
      id,
      name ?? "My organisation",
    ]);
    if (name !== null) await tx.query("update org set name = $2 where id = $1", [id, name]);
    await tx.query("insert into feed (org, epoch) values ($1, $2::uuid) on conflict (org) do nothing", [
      id,
      newEpoch(),
    ]);
    const [row] = await tx.query<{ id: string; name: string; sample: boolean }>(
      "select id, name, coalesce((settings->>'sample')::boolean, false) as sample from org where id = $1",
      [id],
    );
    if (!row) throw new Error("the organisation vanished while it was opened");
    return { id: row.id, name: row.name, ...(row.sample && { sample: true }) };
  });
}

/** Before anything is in it, and for good: what is real must never be called made up, nor the other way round. */
export async function markAsSample(db: Db, org: string): Promise<void> {
  const marked = await db.query(
    "update org set settings = settings || '{\"sample\":true}' where id = $1 and not exists (select 1 from event where org = $1) returning id",
    [org],
  );
  if (marked.length === 0) throw new Error("the organisation has reports already");
}

/**
 * "History may have been rolled back": clients copy everything anew and offer again what they sent of late. For all
 * organisations, since they share the database that may have lost something.
 */
export async function startNewEpoch(db: Db, epoch: string): Promise<void> {
  await db.query("update feed set epoch = $1::uuid", [epoch]);
}

export async function readFeed(db: Pick<Db, "query">, org: string): Promise<FeedRow> {
  const [row] = await db.query<FeedRow>(S7_FEED, [org]);
  if (!row) throw new Error("the organisation has no feed row");
  return row;
}

import type { Db, Queryable } from "../store/db";

/**
 * All tables of the collector but `schema_version`, row by row as JSON text. The text is made and read by the database
 * itself and never parsed here: numbers beyond 2^53 and times to the microsecond stay what they are, and PostgreSQL and
 * PGlite understand each other's.
 */
export const TABLES = [
  "org",
  "feed",
  "token",
  "session",
  "login",
  "event",
  "report",
  "voice",
  "blob",
  "hook",
  "audit",
  "erasure_request",
] as const;
export type Table = (typeof TABLES)[number];

export type Counts = Record<Table, number>;

export type Sink = (table: Table, rows: readonly string[]) => Promise<void>;

/** Rows at a time; a document has at most 64 KiB. */
const BATCH = 250;

/** Hands over every row as it was at one moment, however long it takes and whatever is written meanwhile. */
export async function readRows(db: Db, sink: Sink): Promise<Counts> {
  const counts = noCounts();
  await db.transaction(async (tx) => {
    await tx.query("set transaction isolation level repeatable read, read only");
    // Whoever takes the rows may be slow: a disk, another database.
    await tx.query("set local idle_in_transaction_session_timeout = 0");
    for (const table of TABLES) {
      await tx.query(`declare rows_of_${table} no scroll cursor for select to_jsonb(t)::text as row from "${table}" t`);
      for (;;) {
        const rows = await tx.query<{ row: string }>(`fetch ${BATCH} from rows_of_${table}`);
        if (rows.length === 0) break;
        counts[table] += rows.length;
        await sink(
          table,
          rows.map(({ row }) => row),
        );
      }
      await tx.query(`close rows_of_${table}`);
    }
  });
  return counts;
}

/** @throws what the database throws where a row is not of its table. */
export async function writeRows(tx: Queryable, table: Table, rows: readonly string[]): Promise<void> {
  await tx.query(`insert into "${table}" select * from jsonb_populate_recordset(null::"${table}", $1::jsonb)`, [
    `[${rows.join(",")}]`,
  ]);
}

export function noCounts(): Counts {
  return Object.fromEntries(TABLES.map((table) => [table, 0])) as Counts;
}

/** Whether somebody uses it: the tables are there, and an organisation is in them. */
export async function isInUse(db: Db): Promise<boolean> {
  const [found] = await db.query<{ org: string | null }>("select to_regclass('org')::text as org");
  if (!found?.org) return false;
  return (await db.query("select 1 from org limit 1")).length > 0;
}

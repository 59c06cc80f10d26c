import { describeError } from "../log";
import type { Db } from "./db";

/**
 * After an unclean end of the embedded database, whose files are never forced to the disk: a power cut may have kept a
 * later page and lost an earlier one. Looks at every table and index (PostgreSQL's amcheck), then at what must hold
 * between them. Gives what does not, in plain words; puts right what can be.
 */
export async function findDamage(db: Db): Promise<string[]> {
  const tables = await attempt("the list of tables cannot be read", () => db.query<Named>(TABLES));
  if (typeof tables === "string") return [tables];
  await db.query("create extension if not exists amcheck");
  try {
    const files = [...(await heapDamage(db, tables)), ...(await indexDamage(db))];
    if (files.length > 0) return files;
  } finally {
    await db.query("drop extension if exists amcheck");
  }
  return tables.some(({ name }) => name === "feed") ? missing(db) : [];
}

interface Named {
  name: string;
}

const TABLES = `
select c.relname as name from pg_class c
where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`;

const INDEXES = `
select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
where c.relnamespace = 'public'::regnamespace and i.indisvalid order by 1`;

async function heapDamage(db: Db, tables: readonly Named[]): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await attempt(`table ${name} cannot be read`, () =>
      db.query("select blkno from verify_heapam($1::regclass, check_toast => true) limit 1", [name]),
    );
    if (typeof rows === "string") found.push(rows);
    else if (rows.length > 0) found.push(`table ${name} is torn`);
  }
  return found;
}

/** Whether each index finds every row, and each unique one finds it once. */
async function indexDamage(db: Db): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of await db.query<Named>(INDEXES)) {
    const checked = await attempt(`index ${name} is torn`, () =>
      db.query("select bt_index_check($1::regclass, true, true)", [name]),
    );
    if (typeof checked === "string") found.push(checked);
  }
  return found;
}

/** Numbers that were given out must not be given out again. */
const MEND_HEAD = `
update feed f set head = greatest(f.head,
  (select coalesce(max(seq), 0) from event e where e.org = f.org),
  (select coalesce(max(rev), 0) from report r where r.org = f.org))`;

const LOST_REPORTS = `
select 1 from event e left join report r on r.org = e.org and r.id = e.subject
where e.type = 'org.earshot.report.created.v1' and e.body is not null and r.id is null limit 1`;

const LOST_EVENTS = `
select 1 from report r where not r.erased and not exists (
  select 1 from event e where e.org = r.org and e.subject = r.id and e.type = 'org.earshot.report.created.v1') limit 1`;

async function missing(db: Db): Promise<string[]> {
  await db.query(MEND_HEAD);
  const found: string[] = [];
  if ((await db.query(LOST_REPORTS)).length > 0) found.push("reports are missing");
  if ((await db.query(LOST_EVENTS)).length > 0) found.push("events are missing");
  return found;
}

async function attempt<T>(otherwise: string, look: () => Promise<T>): Promise<T | string> {
  try {
    return await look();
  } catch (error) {
    const { code } = describeError(error);
    return typeof code === "string" ? `${otherwise} (${code})` : otherwise;
  }
}

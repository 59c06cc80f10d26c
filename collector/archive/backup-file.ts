import { createReadStream, createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { z } from "zod";
import { StartError } from "../start-error";
import type { Db, Queryable } from "../store/db";
import { noCounts, readRows, TABLES, writeRows, type Counts, type Sink, type Table } from "./rows";

/**
 * A backup of the database in one file, gzipped lines: a head, then `table {row}` for every row, then an end with the
 * counts. Without its end it is no backup. Of any engine, for any engine.
 */
const headSchema = z.object({
  format: z.literal(1),
  /** Of the tables: the number of the last migration. */
  version: z.int().positive(),
  madeAt: z.iso.datetime(),
});
export type BackupHead = z.infer<typeof headSchema>;

const MAGIC = "earshot-backup ";
const END = "end ";

export async function writeBackup(db: Db, path: string, now: Date): Promise<Counts> {
  const [row] = await db.query<{ version: number }>("select max(version) as version from schema_version");
  const head: BackupHead = { format: 1, version: row?.version ?? 0, madeAt: now.toISOString() };
  const lines = new PassThrough();
  const written = pipeline(lines, createGzip(), createWriteStream(path, { mode: 0o600, flags: "wx" }));
  try {
    lines.write(`${MAGIC}${JSON.stringify(head)}\n`);
    const counts = await readRows(db, (table, rows) => put(lines, rows.map((text) => `${table} ${text}\n`).join("")));
    lines.end(`${END}${JSON.stringify(counts)}\n`);
    await written;
    await sync(path);
    return counts;
  } catch (error) {
    lines.destroy();
    await written.catch(() => {});
    throw error;
  }
}

/** Resolves when there is room for more: else all of the database would gather in memory before a slow disk. */
function put(lines: PassThrough, text: string): Promise<void> {
  if (lines.write(text)) return Promise.resolve();
  return new Promise((resolve, reject) => {
    lines.once("drain", resolve);
    lines.once("close", () => reject(new Error("the file cannot be written")));
  });
}

async function sync(path: string): Promise<void> {
  const file = await open(path);
  await file.sync();
  await file.close();
}

/**
 * Reads all of it, before anything is thrown away for it.
 *
 * @throws StartError where it is cut off or damaged, or no backup of ours.
 */
export async function checkBackup(path: string): Promise<BackupHead> {
  for await (const line of linesOf(path)) {
    const head = headOf(line, path);
    await walk(path, async () => {});
    return head;
  }
  throw new StartError(`${path} is empty.`);
}

/** Writes the rows of a backup into empty tables of its version. */
export function loadBackup(tx: Queryable, path: string): Promise<Counts> {
  return walk(path, (table, rows) => writeRows(tx, table, rows));
}

async function walk(path: string, sink: Sink): Promise<Counts> {
  const counts = noCounts();
  let table: Table | null = null;
  let rows: string[] = [];
  let bytes = 0;
  let end: string | null = null;
  const flush = async () => {
    if (table !== null && rows.length > 0) await sink(table, rows);
    [rows, bytes] = [[], 0];
  };
  for await (const line of linesOf(path)) {
    if (line.startsWith(MAGIC)) continue;
    if (line.startsWith(END)) {
      end = line.slice(END.length);
      continue;
    }
    const space = line.indexOf(" ");
    const named = TABLES.find((each) => each === line.slice(0, space));
    if (!named)
      throw new StartError(`${path} holds something that this collector does not know: restore with a newer one.`);
    if (named !== table || bytes > BATCH_BYTES) await flush();
    table = named;
    rows.push(line.slice(space + 1));
    bytes += line.length;
    counts[named] += 1;
  }
  await flush();
  if (end !== JSON.stringify(counts)) throw new StartError(`${path} is cut off: it does not hold all that it should.`);
  return counts;
}

const BATCH_BYTES = 1024 * 1024;

async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const unzipped = createGunzip();
  file.on("error", (error) => unzipped.destroy(error));
  file.pipe(unzipped).setEncoding("utf8");
  let rest = "";
  try {
    for await (const chunk of unzipped) {
      const lines = (rest + String(chunk)).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
  } catch (error) {
    throw new StartError(`${path} cannot be read: it is damaged, or no backup.`, { cause: error });
  } finally {
    file.destroy();
    unzipped.destroy();
  }
}

function headOf(line: string, path: string): BackupHead {
  try {
    if (line.startsWith(MAGIC)) return headSchema.parse(JSON.parse(line.slice(MAGIC.length)));
  } catch {
    // Said below.
  }
  throw new StartError(`${path} is no backup of this collector.`);
}

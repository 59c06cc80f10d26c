import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { open, type Engine } from "@/tests/support/postgres-and-pglite";
import type { Db } from "../store/db";
import { anonymous, envelope, fileReport, newReport, newTag, openDesk, takeBack } from "../test-kit";
import { writeBackup } from "./backup-file";
import { moveDatabase, restoreDatabase } from "./restore-database";
import { TABLES } from "./rows";

const now = () => new Date("2026-03-04T10:20:30.456Z");

/** Every row of every table as the database itself writes it, without the epochs. */
async function everything(db: Db): Promise<string[]> {
  const all: string[] = [];
  for (const table of TABLES) {
    const rows = await db.query<{ row: string }>(`select (to_jsonb(t) - 'epoch')::text as row from "${table}" t`);
    all.push(...rows.map(({ row }) => `${table} ${row}`));
  }
  return all.sort();
}

async function epochs(db: Db): Promise<string[]> {
  return (await db.query<{ epoch: string }>("select epoch from feed order by org")).map(({ epoch }) => epoch);
}

/** Something of everything, with numbers and times that a careless copy would round. */
async function fill(db: Db): Promise<void> {
  const desk = await openDesk(db, { org: "main" });
  await db.query("update feed set head = 9007199254740993 where org = 'main'");
  const { id } = await fileReport(desk, {
    words: "Zwölf “Zeilen” 😀\n\\u0041 <b>",
    burden: { often: "daily", minutes: 0.25 },
  });
  await desk.send(desk.reviewer, "/v1/events", [envelope("status.set.v1", id, { status: "heard", basedOn: null })]);
  await desk.send(desk.ingest, "/v1/anon/events", [anonymous("metoo.set.v1", id, { tag: newTag(), on: true })]);
  await takeBack(desk, await fileReport(desk));
  await desk.send(
    desk.ingest,
    "/v1/events",
    Array.from({ length: 90 }, () => newReport().event),
  );
  await db.query(
    "update report set updated_at = '2026-03-04T10:20:30.123456Z' where rev = (select min(rev) from report)",
  );
  await openDesk(db, { org: "other" });
}

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "earshot-archive-"));
  file = join(folder, "database.gz");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.each<[Engine, Engine]>([
  ["pglite", "postgres"],
  ["postgres", "pglite"],
])("what is in %s", (from, to) => {
  let source: Db;
  let target: Db;
  beforeAll(async () => {
    [source, target] = await Promise.all([open(from), open(to)]);
    await fill(source);
  });
  afterAll(() => Promise.all([source.close(), target.close()]));

  it(`moves to ${to} with its epoch, and comes back there from a backup to the last digit, under a new one`, async () => {
    const before = await everything(source);
    const odd = [/"rev": 900719925474\d{4}/, /\.123456/];
    expect(odd.map((each) => before.some((row) => each.test(row)))).toEqual([true, true]);
    const moved = await moveDatabase(source, target, now);
    expect(await everything(target)).toEqual(before);
    expect(await epochs(target)).toEqual(await epochs(source));
    await expect(moveDatabase(source, target, now)).rejects.toThrow("already");

    const counts = await writeBackup(source, file, now());
    expect(counts).toMatchObject({ org: 2, report: 92, voice: 92, session: 4 });
    expect(counts).toEqual(moved);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await target.query("update report set status = 'lost'");
    await expect(restoreDatabase(target, file, false, now)).rejects.toThrow("say --replace");
    expect(await restoreDatabase(target, file, true, now)).toEqual(counts);
    expect(await everything(target)).toEqual(before);
    for (const epoch of await epochs(source)) expect(await epochs(target)).not.toContain(epoch);
  });
});

describe("a backup", () => {
  let db: Db;
  beforeAll(async () => {
    db = await open("pglite");
    await openDesk(db, { org: "main" });
  });
  afterAll(() => db.close());

  it("has all tables that there are", async () => {
    const rows = await db.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...TABLES, "schema_version"].sort());
  });

  it.each<[string, (path: string) => void, RegExp]>([
    ["is cut off", (path) => truncateSync(path, statSync(path).size - 20), /cannot be read: it is damaged/],
    ["lacks its end", (path) => rewrite(path, (text) => text.slice(0, text.lastIndexOf("end "))), /is cut off/],
    ["lacks a row", (path) => rewrite(path, (text) => text.replace(/^audit .*\n/m, "")), /is cut off/],
    ["is something else", (path) => writeFileSync(path, "hello"), /cannot be read: it is damaged, or no backup/],
    ["is something else in gzip", (path) => writeFileSync(path, gzipSync("hello\n")), /is no backup of this collector/],
    ["is empty", (path) => writeFileSync(path, gzipSync("")), /is (empty|no backup)/],
    ["is newer", (path) => rewrite(path, (text) => text.replace(/"version":\d+/, '"version":99')), /of version 99/],
    [
      "names what is no table",
      (path) => rewrite(path, (text) => text.replace(/^org /m, "pg_authid ")),
      /does not know/,
    ],
  ])("that %s is refused before anything is thrown away", async (_name, spoil, said) => {
    await writeBackup(db, file, now());
    spoil(file);
    const before = await everything(db);
    await expect(restoreDatabase(db, file, true, now)).rejects.toThrow(said);
    expect(await everything(db)).toEqual(before);
  });
});

function rewrite(path: string, change: (text: string) => string): void {
  writeFileSync(path, gzipSync(change(gunzipSync(readFileSync(path)).toString())));
}

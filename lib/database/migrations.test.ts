import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Dexie } from "dexie";
import { IDBKeyRange, indexedDB } from "fake-indexeddb";
import { afterEach, describe, expect, it } from "vitest";
import { fillPacks } from "@/lib/copies/fill";
import { packedIn } from "@/lib/copies/packs";
import { reportDocSchema } from "@/lib/protocol/documents";
import { parseEvent } from "@/lib/protocol/event";
import { endDamaged } from "@/lib/outbox/damaged";
import { NEVER } from "@/lib/outbox/never";
import { withBodies } from "./items";
import { EarshotDatabase } from "./open";

/** A database as it was written by a version of the past. Never changed afterwards: people have such databases. */
interface Example {
  version: number;
  /** As Dexie wants it. */
  stores: Record<string, string>;
  /** By table; bytes in base64. */
  rows: Record<string, Record<string, unknown>[]>;
}

const FOLDER = join(import.meta.dirname, "examples");
const examples = readdirSync(FOLDER)
  .map((name) => JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as Example)
  .toSorted((a, b) => a.version - b.version);

const engine = { indexedDB, IDBKeyRange };
const opened: Dexie[] = [];
afterEach(() => {
  for (const db of opened.splice(0)) db.close();
});

function rowsOf(example: Example, table: string): Record<string, unknown>[] {
  return (example.rows[table] ?? []).map((row) =>
    typeof row.bytes === "string" ? { ...row, bytes: new Uint8Array(Buffer.from(row.bytes, "base64")).buffer } : row,
  );
}

/** What version 4 has moved or decided anew: a row's body, and when a thread is first asked for. */
function withoutMoved(table: string, row: Record<string, unknown>, { version }: Example): Record<string, unknown> {
  const { body: _body, nextPollAt: _nextPollAt, ...rest } = row;
  return version < 4 && (table === "outbox" || table === "mine") ? rest : row;
}

/** What each item sends, in local order. */
function bodiesOf(example: Example) {
  const own = new Map(rowsOf(example, "bodies").map(({ id, body }) => [id, body]));
  return rowsOf(example, "outbox").map(({ id, body }) => ({ id, body: body ?? own.get(id) ?? "" }));
}

/** The example as a database of its own version, opened by the program of today. */
async function migrated(example: Example): Promise<EarshotDatabase> {
  const name = `from-${example.version}-${Math.random()}`;
  const before = new Dexie(name, engine);
  before.version(example.version).stores(example.stores);
  for (const table of Object.keys(example.stores)) await before.table(table).bulkAdd(rowsOf(example, table));
  before.close();
  const db = new EarshotDatabase(name, engine);
  opened.push(db);
  await db.open();
  return db;
}

it("has an example for every version", async () => {
  const db = new EarshotDatabase("newest", engine);
  opened.push(db);
  await db.open();
  expect(examples.map(({ version }) => version)).toEqual(Array.from({ length: db.verno }, (_, n) => n + 1));
});

describe.each(examples)("a database of version $version", (example) => {
  it("loses nothing on its way to today's", async () => {
    const db = await migrated(example);
    for (const table of Object.keys(example.stores)) {
      const rows = rowsOf(example, table).map((row) => withoutMoved(table, row, example));
      expect(rows.length, table).toBeGreaterThan(0);
      expect(await db.table(table).toArray(), table).toMatchObject(rows);
    }
    const bodies = (await withBodies(db, await db.outbox.toArray())).map(({ id, body }) => ({ id, body }));
    expect(bodies).toEqual(bodiesOf(example));
    expect(await db.bodies.count()).toBe(bodies.filter(({ body }) => body !== "").length);
  });

  it("has every copy in a pack once somebody has looked for them", async () => {
    const db = await migrated(example);
    await fillPacks(db);
    const packs = await db.packs.toArray();
    const ids = packs.flatMap(packedIn).map(([id]) => id);
    expect(ids.toSorted()).toEqual(await db.reports.toCollection().primaryKeys());
    expect((await db.packTerms.toArray()).map(({ words }) => words).join(" ")).toContain("list");
  });

  it("says in the row which events are anonymous, and asks for the thread of what still waits", async () => {
    const db = await migrated(example);
    for (const { anonymous = false, body } of await withBodies(
      db,
      await db.outbox.where("subject").above("").toArray(),
    )) {
      if (body !== "") expect(anonymous).toBe(body.includes("urn:earshot:anon"));
    }
    const mine = (await db.mine.toArray()).filter((row) => row.takenBackAt === undefined);
    expect(mine.map((row) => row.nextPollAt < NEVER)).toEqual(mine.map(() => true));
  });

  it("has only what can be read and sent", async () => {
    const db = await migrated(example);
    for (const { body, route, subject } of await withBodies(db, await db.outbox.toArray())) {
      if (route !== "erase") expect(parseEvent(JSON.parse(body)).ok).toBe(true);
      // What was taken back can be asked for: its key is here, and its words are not.
      else expect(await db.mine.get(subject)).toMatchObject({ words: "", replyKey: expect.stringMatching(/^.{43}$/) });
    }
    for (const { doc } of await db.reports.toArray()) {
      // As today's code reads a copy: without a schema in between that would put in what is missing.
      expect(doc).toEqual(reportDocSchema.parse(doc));
      expect(doc.attachments).toEqual([]);
    }
    expect(await db.blobs.where("state").anyOf("queued", "wanted").count()).toBe(example.version > 1 ? 1 : 0);
    for (const { subject, sha256, size } of await db.blobs.toArray()) {
      expect((await db.blobBytes.get([subject, sha256]))?.bytes.byteLength).toBe(size);
    }
  });
});

it("gets over a row of before that cannot be read, and leaves it to those who look for such rows", async () => {
  const example = examples.find(({ version }) => version === 3);
  if (!example) throw new Error("no example of version 3");
  const [row] = rowsOf(example, "outbox");
  const broken = { ...row, order: 99, id: "broken", subject: "broken", body: { words: "slow" } };
  const rows = { ...example.rows, outbox: [...(example.rows["outbox"] ?? []), broken] };
  const db = await migrated({ ...example, rows });
  expect(await db.outbox.get(99)).toMatchObject({ body: { words: "slow" } });
  expect(await endDamaged(db, 1, () => "new")).toEqual([]);
  expect(await db.outbox.get(99)).not.toHaveProperty("body");
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Dexie } from "dexie";
import { IDBKeyRange, indexedDB } from "fake-indexeddb";
import { describe, expect, it } from "vitest";
import { type ClientWorld, clientWorld } from "@/tests/support/client-world";
import { EarshotDatabase } from "./open";
import type { BodyRow, OutboxRow } from "./rows";

const engine = { indexedDB, IDBKeyRange };

/** The first version that people had: what it looks for has to be there for ever (docs/decisions/0071). */
const FIRST = 8;

interface Newer {
  db: Dexie;
  /** What it added to a row of before. */
  moods(): Promise<unknown[]>;
}

/** The database as a version to come would have it: a table, an index and fields more. */
async function openedByNewer(name: string, version = FIRST + 2): Promise<Newer> {
  const db = new Dexie(name, engine);
  const { outbox, ...others } = storesOf(new EarshotDatabase(name, engine));
  db.version(FIRST).stores({ ...others, outbox: outbox ?? "" });
  db.version(version)
    .stores({ outbox: `${outbox}, mood`, weather: "++id" })
    .upgrade(async (tx) => {
      await tx.table("outbox").toCollection().modify({ mood: "cross" });
      await tx.table("weather").add({ rain: true });
    });
  await db.open();
  return { db, moods: async () => (await db.table("outbox").toArray()).map((row: { mood?: string }) => row.mood) };
}

/** As Dexie wants them: by table its key and its indexes. */
function storesOf(db: Dexie): Record<string, string> {
  return Object.fromEntries(
    db.tables.map(({ name, schema }) => [name, [schema.primKey, ...schema.indexes].map(({ src }) => src).join(", ")]),
  );
}

/** A report that waits, with an event behind it of a kind that this version does not know. */
async function leftByNewer(w: ClientWorld, id: string): Promise<void> {
  w.db.close();
  const { db } = await openedByNewer(w.db.name);
  const [created] = (await db.table("outbox").toArray()) as OutboxRow[];
  const { body } = (await db.table("bodies").get(created?.id ?? "")) as BodyRow;
  const event = {
    ...(JSON.parse(body) as object),
    id: w.ids.random(),
    type: "org.earshot.mood.set.v1",
    data: { mood: "cross", since: "Monday" },
  };
  const text = JSON.stringify(event);
  const { order: _, ...row } = created ?? ({} as Partial<OutboxRow>);
  await db.table("outbox").add({ ...row, id: event.id, type: event.type, bodyBytes: text.length, mood: "cross" });
  await db.table("bodies").add({ id: event.id, body: text, mood: "cross" });
  expect(await db.table("outbox").where("subject").equals(id).count()).toBe(2);
  db.close();
  await w.db.open();
}

describe("a database that a newer version has had", () => {
  it("is opened, sent in its order with what nobody here knows, and taken further", async () => {
    const w = await clientWorld(null);
    const first = await w.file({ words: "Written by the newer one" });
    await leftByNewer(w, first);
    const second = await w.file({ words: "Written after going back" });
    w.state.policy.endpoint = "https://collector.example";
    await w.engine.tryAgain();
    const sent = [...w.collector.events.values()].map(({ text }) => text);
    expect(sent).toHaveLength(3);
    expect(sent[1]).toContain('"type":"org.earshot.mood.set.v1"');
    expect(sent[1]).toContain('"since":"Monday"');
    expect([...w.collector.docs.keys()]).toEqual([first, second]);
    expect((await w.db.outbox.toArray()).map(({ state }) => state)).toEqual(["received", "received", "received"]);
  });

  it("has all that the newer one added, for when that comes back", async () => {
    const w = await clientWorld(null);
    await leftByNewer(w, await w.file());
    w.state.policy.endpoint = "https://collector.example";
    await w.engine.tryAgain();
    await w.file({ words: "Written after going back" });
    await w.engine.kick();
    w.db.close();
    const { db, moods } = await openedByNewer(w.db.name);
    // Its upgrade does not run a second time: a row from in between has nothing of it.
    expect(await moods()).toEqual(["cross", "cross", undefined]);
    expect(await db.table("weather").toArray()).toEqual([{ id: 1, rain: true }]);
    db.close();
  });
});

it("has in every version what the first one that people had looks for", () => {
  const example = JSON.parse(readFileSync(join(import.meta.dirname, `examples/version-${FIRST}.json`), "utf8")) as {
    stores: Record<string, string>;
  };
  const today = storesOf(new EarshotDatabase("today", engine));
  for (const [table, wanted] of Object.entries(example.stores)) {
    const [key, ...indexes] = wanted.split(/,\s*/);
    const [keyNow, ...indexesNow] = today[table]?.split(/,\s*/) ?? [];
    expect(keyNow, table).toBe(key);
    expect(indexesNow, table).toEqual(expect.arrayContaining(indexes));
  }
});

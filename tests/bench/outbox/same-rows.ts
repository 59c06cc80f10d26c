import { Dexie } from "dexie";
import { LIMITS } from "@/lib/protocol/limits";
import { body, type Outbox, postBatch, timed } from "./outboxes";

/*
 * Floors of ours: what has to be read and written for a report and its delivery (protocol section 7), and nothing
 * around it. No form to check, no order within a report, no kill to survive, no policy, no second sender.
 */

const STORES = {
  outbox: "++order, [route+state+nextAt], subject",
  bodies: "id",
  mine: "id, nextPollAt",
  kv: "key",
  drafts: "key",
};
const KEYS = ["install", "name", "collector"];
const FIRST = { route: "ingest", state: "waiting", nextAt: 0 };

interface Row {
  order?: number;
  id: string;
  subject: string;
  route: string;
  state: string;
  nextAt: number;
  attempt: number;
  owner: string | null;
  seq: string | null;
}

function newRow(): Row {
  return { id: crypto.randomUUID(), subject: crypto.randomUUID(), ...FIRST, attempt: 0, owner: null, seq: null };
}

const mineOf = (row: Row) => ({ id: row.subject, nextPollAt: 1, words: "w".repeat(720), replyKey: row.id });

/** Ours as one transaction of the library that we use: the rows of a new report, and what has to be known for it. */
export const dexieRows: Outbox = {
  async add(count) {
    const db = new Dexie(`rows-${crypto.randomUUID()}`, { chromeTransactionDurability: "strict" });
    db.version(1).stores(STORES);
    await db.open();
    await db.table("kv").bulkAdd(KEYS.map((key) => ({ key, value: "known" })));
    const took = await timed(count, () =>
      db.transaction("rw", Object.keys(STORES), async () => {
        await Promise.all(KEYS.map((key) => db.table("kv").get(key)));
        const row = newRow();
        await Promise.all([
          db.table("mine").add(mineOf(row)),
          db.table("outbox").add(row),
          db.table("bodies").add({ id: row.id, body: body() }),
        ]);
      }),
    );
    await db.delete();
    return took;
  },
};

/** The same rows without a library; drained in our batches, each row written when it is claimed and when it arrived. */
export function plainRows(endpoint: string): Outbox {
  return {
    async add(count) {
      const db = await open();
      const took = await timed(count, () => addOne(db));
      drop(db);
      return took;
    },
    async drain(count) {
      const db = await open();
      for (let done = 0; done < count; done += 1000) {
        await write(db, (store) => {
          for (let index = done; index < Math.min(done + 1000, count); index += 1) addRow(store, newRow());
        });
      }
      const began = performance.now();
      for (let sent = 0; sent < count; sent += LIMITS.clientBatchEvents) await sendOne(db, endpoint);
      const took = performance.now() - began;
      drop(db);
      return took;
    },
  };
}

type Stores = (name: keyof typeof STORES) => IDBObjectStore;

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(`plain-${crypto.randomUUID()}`, 1);
  request.addEventListener("upgradeneeded", () => {
    const db = request.result;
    const outbox = db.createObjectStore("outbox", { keyPath: "order", autoIncrement: true });
    outbox.createIndex("due", ["route", "state", "nextAt"]);
    outbox.createIndex("subject", "subject");
    db.createObjectStore("mine", { keyPath: "id" }).createIndex("nextPollAt", "nextPollAt");
    for (const [name, keyPath] of [
      ["bodies", "id"],
      ["kv", "key"],
      ["drafts", "key"],
    ] as const) {
      db.createObjectStore(name, { keyPath });
    }
  });
  return answerOf(request);
}

function drop(db: IDBDatabase): void {
  db.close();
  indexedDB.deleteDatabase(db.name);
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(new Error("not done")));
  });
}

/** One strict transaction over all that is ours; resolves when it is on the disk. */
function write(db: IDBDatabase, work: (store: Stores) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const tx = db.transaction(Object.keys(STORES), "readwrite", { durability: "strict" });
    tx.addEventListener("complete", () => resolve());
    tx.addEventListener("abort", () => reject(new Error("not stored")));
    work((name) => tx.objectStore(name));
  });
}

function addRow(store: Stores, row: Row): void {
  store("mine").add(mineOf(row));
  store("outbox").add(row);
  store("bodies").add({ id: row.id, body: body() });
}

function addOne(db: IDBDatabase): Promise<void> {
  return write(db, (store) => {
    const reads = KEYS.map((key) => store("kv").get(key));
    reads.at(-1)?.addEventListener("success", () => addRow(store, newRow()));
  });
}

async function sendOne(db: IDBDatabase, endpoint: string): Promise<void> {
  let rows: Row[] = [];
  const bodies: string[] = [];
  await write(db, (store) => {
    const { route, state } = FIRST;
    const due = IDBKeyRange.bound([route, state, 0], [route, state, 1]);
    const found: IDBRequest<Row[]> = store("outbox").index("due").getAll(due, LIMITS.clientBatchEvents);
    found.addEventListener("success", () => {
      rows = found.result.map((row) => ({ ...row, state: "leased", owner: "floor", attempt: 1 }));
      for (const row of rows) {
        store("outbox").put(row);
        const one: IDBRequest<{ body: string }> = store("bodies").get(row.id);
        one.addEventListener("success", () => bodies.push(one.result.body));
      }
    });
  });
  await postBatch(endpoint, bodies);
  await write(db, (store) => {
    for (const row of rows) store("outbox").put({ ...row, state: "received", owner: null, seq: "1" });
  });
}

import { Dexie } from "dexie";
import { body, type Outbox, timed } from "./outboxes";

/** The least that the platform can do: one object store, one strict transaction an item. */
export const raw: Outbox = {
  async add(count) {
    const name = `raw-${crypto.randomUUID()}`;
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.addEventListener("upgradeneeded", () =>
        request.result.createObjectStore("queue", { autoIncrement: true }),
      );
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => reject(new Error("no database")));
    });
    const took = await timed(
      count,
      () =>
        new Promise<void>((resolve, reject) => {
          const tx = db.transaction("queue", "readwrite", { durability: "strict" });
          tx.objectStore("queue").add({ body: body() });
          tx.addEventListener("complete", () => resolve());
          tx.addEventListener("abort", () => reject(new Error("not stored")));
        }),
    );
    db.close();
    indexedDB.deleteDatabase(name);
    return took;
  },
};

/** The same by the library that we use. */
export const dexie: Outbox = {
  async add(count) {
    const db = new Dexie(`dexie-${crypto.randomUUID()}`, { chromeTransactionDurability: "strict" });
    db.version(1).stores({ queue: "++order" });
    await db.open();
    const took = await timed(count, () => db.table("queue").add({ body: body() }));
    await db.delete();
    return took;
  },
};

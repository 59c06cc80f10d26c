import type { EarshotDatabase } from "./open";

/** The database's small store: settings, secrets of this install, the state of the sync. */
export function createKv(db: EarshotDatabase) {
  return {
    async get(key: string): Promise<unknown> {
      return (await db.kv.get(key))?.value;
    },
    async set(key: string, value: unknown): Promise<void> {
      await db.kv.put({ key, value });
    },
    async delete(key: string): Promise<void> {
      await db.kv.delete(key);
    },
  };
}

import type { EarshotDatabase } from "@/lib/database/open";
import { keyInForce } from "@/lib/outbox/collector-key";
import { ownIds } from "@/lib/outbox/own-ids";
import type { KnownAnnoyance } from "@/lib/protocol/summary";
import type { Reader } from "./pick";

/** All that is known, and by whom it is read. `version` changes with the files. */
export async function readKnown(db: EarshotDatabase, langs: readonly string[]) {
  return db.transaction("r", [db.buckets, db.joined, db.mine, db.kv], async () => {
    const key = await keyInForce(db);
    const [buckets, joined, own] = await Promise.all([
      db.buckets.filter(({ collector }) => collector === key).toArray(),
      db.joined.filter(({ collector }) => collector === key).toArray(),
      ownIds(db),
    ]);
    const all: KnownAnnoyance[] = buckets.flatMap(({ items }) => items);
    const version = buckets.map(({ name, etag, items }) => `${key} ${name} ${etag} ${items.length}`).join("\n");
    const reader: Reader = { own, joined: new Map(joined.map((row) => [row.id, row])), langs };
    return { all, version, reader };
  });
}

import type { Table } from "dexie";
import { readKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import { watch } from "@/lib/database/watch";

export interface Follower<Row> {
  /** Packs in their order. The newest one comes again when it has grown. */
  take(packs: readonly Row[]): void;
  /** All that was taken is void: the copies were deleted, or are told from the beginning. */
  clear(): void;
  /** Everything that is there has been taken. */
  current(): void;
  failed(error: unknown): void;
}

/**
 * Reads all packs, `atOneGo` of them at a time (what is on the screen moves in between), and then what is written behind
 * them, for as long as it is wanted. Gives what ends it.
 */
export function followPacks<Row extends { no?: number }>(
  db: EarshotDatabase,
  { table, atOneGo }: { table: Table<Row, number>; atOneGo: number },
  follower: Follower<Row>,
): () => void {
  let isOver = false;
  let reading: Promise<void> = Promise.resolve();
  let last = 0;
  let clearedBefore = 0;

  function startAnew(): void {
    follower.clear();
    last = 0;
  }

  async function catchUp(cleared: number): Promise<void> {
    if (cleared !== clearedBefore) startAnew();
    clearedBefore = cleared;
    for (;;) {
      const packs = await table.where("no").aboveOrEqual(last).limit(atOneGo).toArray();
      if (isOver) return;
      if (last > 0 && packs[0]?.no !== last) {
        // It was cleaned away, perhaps with a word that a report is gone: that is said nowhere else.
        startAnew();
        continue;
      }
      follower.take(packs);
      last = packs.at(-1)?.no ?? 0;
      if (packs.length < atOneGo) break;
    }
    follower.current();
  }

  const fail = (error: unknown) => {
    if (!isOver) follower.failed(error);
  };
  const stop = watch(
    () => readKv(db, "packed"),
    (packed) => {
      reading = reading.then(() => catchUp(packed?.cleared ?? 0)).catch(fail);
    },
    fail,
  );
  return () => {
    isOver = true;
    stop();
  };
}

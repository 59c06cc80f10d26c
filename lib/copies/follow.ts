import type { Table } from "dexie";
import { readKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import { watch } from "@/lib/database/watch";
import { packsState } from "./packs";

export interface Follower<Row> {
  /** Packs in their order. The newest one comes again when it has grown. */
  take(packs: readonly Row[]): void;
  /** All that was taken is void: the copies were deleted, or are told from the beginning. */
  clear(): void;
  /** Everything that is there has been taken. What comes next waits for it. */
  current(): void | Promise<void>;
  /** So it has, but the packs are being made anew, and not all of them are there. */
  filling?(): void;
  failed(error: unknown): void;
}

export interface Following {
  /** Reads what has been written by now, and does this before `current` is told. */
  catchUp(then: () => void): void;
  stop(): void;
}

/**
 * Reads all packs, `atOneGo` of them at a time (what is on the screen moves in between), and then what is written behind
 * them, for as long as it is wanted.
 */
export function followPacks<Row extends { no?: number }>(
  db: EarshotDatabase,
  { table, atOneGo }: { table: Table<Row, number>; atOneGo: number },
  follower: Follower<Row>,
): Following {
  let isOver = false;
  let reading: Promise<void> = Promise.resolve();
  let last = 0;
  let clearedBefore = 0;

  function startAnew(): void {
    follower.clear();
    last = 0;
  }

  async function readNews(then: () => void): Promise<void> {
    const packed = await readKv(db, "packed");
    const cleared = packed?.cleared ?? 0;
    if (cleared !== clearedBefore) startAnew();
    clearedBefore = cleared;
    const state = packsState(packed);
    if (state !== "none") await readOn();
    // Where they have been cleared meanwhile, that has asked for another look already.
    if (isOver || (await readKv(db, "packed"))?.cleared !== packed?.cleared || isOver) return;
    then();
    if (state === "whole") await follower.current();
    else follower.filling?.();
  }

  async function readOn(): Promise<void> {
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
      if (packs.length < atOneGo) return;
    }
  }

  const fail = (error: unknown) => {
    if (!isOver) follower.failed(error);
  };
  const catchUp = (then: () => void) => {
    reading = reading.then(() => readNews(then)).catch(fail);
  };
  const stop = watch(
    () => readKv(db, "packed"),
    () => catchUp(() => {}),
    fail,
  );
  return {
    catchUp,
    stop() {
      isOver = true;
      stop();
    },
  };
}

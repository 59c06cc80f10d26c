import { briefOf } from "@/lib/copies/brief";
import { followPacks } from "@/lib/copies/follow";
import { type Packed, packedIn } from "@/lib/copies/packs";
import type { EarshotDatabase } from "@/lib/database/open";
import type { PackRow, ReportRow } from "@/lib/database/rows";
import { watch } from "@/lib/database/watch";
import { FIRST, readFirstRows } from "./first-rows";
import { gather } from "./gather";
import { toItem, type InboxItem, type ListedItem } from "./item";
import { createListState } from "./list-state";
import { ownItems } from "./own-items";

export interface InboxFilter {
  /** The reviewer's own name, under which their waiting answers are shown. */
  reviewer: string | null;
  /** What is shown already, where it was asked for ahead. */
  first?: InboxList | null;
}

export interface InboxList {
  items: readonly ListedItem[];
  /** Of all reports, in no order; the same lists for as long as nothing in them changes. */
  sites: readonly string[];
  /** Everybody of IT who has answered or looks after something. */
  colleagues: readonly string[];
  /** false while only the first of many are here. */
  complete: boolean;
  /** It takes long until all are: they are being packed anew. */
  filling?: true;
}

/** How often the list is renewed at most while a few reports change, and while many come in; own answers go at once. */
const RENEW_MS = 300;
const MANY_RENEW_MS = 3000;
const MANY = 50;
const PAINT_MS = 50;
/** Packs, some 15 ms. */
const AT_ONE_GO = 4;

/**
 * All reports that this reviewer may see, what costs most first: the first ones at once, then all, then again after
 * every change.
 */
export function watchInbox(
  db: EarshotDatabase,
  { reviewer, first }: InboxFilter,
  onList: (list: InboxList) => void,
  onError: (error: unknown) => void,
): () => void {
  const list = createListState();
  const stops: (() => void)[] = [];
  let isComplete = false;
  let isOver = false;
  let stopFirst: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let toldAt = -MANY_RENEW_MS;
  /** How many have changed since. */
  let changes = 0;
  let taken = { no: 0, count: 0 };

  /** What of a pack has not been taken yet: the newest one comes again when it has grown. */
  function newsIn(pack: PackRow): Packed[] {
    const { no = 0, count } = pack;
    const known = no === taken.no ? taken.count : 0;
    taken = { no, count };
    return packedIn(pack).slice(known);
  }

  function tell(): void {
    timer = null;
    toldAt = performance.now();
    changes = 0;
    onList({ items: list.items(), sites: list.sites(), colleagues: list.colleagues(), complete: true });
  }

  function renew(atOnce: boolean): void {
    if (!isComplete) return;
    const every = changes < MANY ? RENEW_MS : MANY_RENEW_MS;
    const wait = atOnce ? 0 : toldAt + every - performance.now();
    if (wait > 0) timer ??= setTimeout(tell, wait);
    else {
      if (timer !== null) clearTimeout(timer);
      tell();
    }
  }

  function readAll(): void {
    if (isOver) return;
    stops.push(
      followPacks(
        db,
        { table: db.packs, atOneGo: AT_ONE_GO },
        {
          take(packs) {
            const news = packs.flatMap(newsIn);
            changes += news.length;
            list.take(news);
          },
          clear() {
            taken = { no: 0, count: 0 };
            list.clear();
            // Half of a list is none: what is shown stays until all is there again.
            isComplete = false;
          },
          current() {
            isComplete = true;
            stopFirst?.();
            stopFirst = null;
            renew(false);
          },
          filling: watchFirst,
          failed: onError,
        },
      ).stop,
      watch(
        () => readOwn(db, reviewer),
        (items) => {
          list.overlay(items);
          renew(true);
        },
        onError,
      ),
    );
  }

  /** While packs are made anew, what is shown is kept up to date from the documents. */
  function watchFirst(): void {
    stopFirst ??= watch(
      () => readFirst(db, reviewer),
      (few) => {
        if (few && stopFirst !== null) onList(few);
      },
      onError,
    );
  }

  /** The first ones are on the screen before the rest keeps the thread busy. */
  function readAllSoon(): void {
    timer = setTimeout(() => {
      timer = null;
      readAll();
    }, PAINT_MS);
  }

  async function start(): Promise<void> {
    const few = firstList(await readFirstRows(db));
    if (isOver) return;
    if (!few) return readAll();
    onList(few);
    readAllSoon();
  }

  if (first) readAllSoon();
  else {
    start().catch((error: unknown) => {
      if (!isOver) onError(error);
    });
  }
  return () => {
    isOver = true;
    if (timer !== null) clearTimeout(timer);
    for (const stop of stops) stop();
    stopFirst?.();
  };
}

/** What fills a screen, without own answers upon it; null where these are all that there is, which come as a whole. */
export function firstList(rows: readonly ReportRow[]): InboxList | null {
  if (rows.length < FIRST) return null;
  return { items: rows.map((row) => toItem(row, [], null)), sites: [], colleagues: [], complete: false };
}

/** The same with own answers upon it. */
async function readFirst(db: EarshotDatabase, reviewer: string | null): Promise<InboxList | null> {
  const [rows, own] = await Promise.all([readFirstRows(db), ownItems(db)]);
  const list = firstList(rows);
  return list && { ...list, items: rows.map((row) => toItem(row, own.get(row.id) ?? [], reviewer)), filling: true };
}

async function readOwn(db: EarshotDatabase, reviewer: string | null): Promise<ListedItem[]> {
  const own = await ownItems(db);
  const rows = await db.reports.bulkGet([...own.keys()]);
  return rows.flatMap((row) => (row ? inList(toItem(row, own.get(row.id) ?? [], reviewer)) : []));
}

/** Impact counts from the list, also what own answers lie upon. */
function inList(item: InboxItem): ListedItem {
  const doc = briefOf(item.doc);
  return { ...item, doc, own: doc, joined: [] };
}

/** Whole reports, with own answers upon them; those that are gone are left out. In the order that was asked for. */
export async function readItems(
  db: EarshotDatabase,
  ids: readonly string[],
  reviewer: string | null,
): Promise<InboxItem[]> {
  const [rows, own] = await Promise.all([db.reports.bulkGet([...ids]), ownItems(db)]);
  return rows.flatMap((row) => (row ? toItem(row, own.get(row.id) ?? [], reviewer) : []));
}

/** One report whole, with all that is the same as it, now and after every change; null where it is gone. */
export function watchReport(
  db: EarshotDatabase,
  { id, joined, joinedInto }: Pick<ListedItem, "id" | "joinedInto"> & { joined: readonly string[] },
  reviewer: string | null,
  onItem: (item: InboxItem | null) => void,
  onError: (error: unknown) => void,
): () => void {
  const read = async () => {
    const items = await readItems(db, [id, ...joined], reviewer);
    const item = gather(items).find((one) => one.id === id) ?? items.find((one) => one.id === id);
    return item ? { ...item, joinedInto } : null;
  };
  return watch(read, onItem, onError);
}

import { copyTables, keepCopies } from "@/lib/copies/keep";
import { writeKv } from "@/lib/database/kv-values";
import { EarshotDatabase } from "@/lib/database/open";
import type { ReportRow } from "@/lib/database/rows";
import { impactOf } from "@/lib/impact/impact";
import { EVERYTHING, select } from "@/lib/inbox/query";
import type { Search } from "@/lib/inbox/search/search";
import { watchSearch } from "@/lib/inbox/search/watch-search";
import { watchInbox, type InboxList } from "@/lib/inbox/watch-inbox";
import { createReports, numbers } from "./reports";

/** As many as a page of changes has. */
const PAGE = 200;

interface InboxBench {
  /** Makes this browser a reviewer's, whose session needs no collector for a while. */
  beReviewer(endpoint: string, token: string): Promise<void>;
  /** Writes so many reports as the sync does, page by page. */
  fill(from: number, count: number, seed: number): Promise<number>;
  /** Milliseconds: the newest 50 by IndexedDB's own index, and ours by the order of cost. */
  fifty(): Promise<{ raw: number; ours: number }>;
  /** Milliseconds until the search is there, and until what it is made of has been read and is not looked at. */
  searchReady(): Promise<{ raw: number; ours: number }>;
  /** Milliseconds for each of many keystrokes, every second word with a slip in it, and how much was found. */
  keystrokes(): { took: number[]; found: number };
  /** Milliseconds for each filter over all of them. */
  filters(): Promise<number[]>;
  /** Milliseconds: Impact's numbers of all of them, and one walk over the same list that adds up two of their fields. */
  impact(): Promise<{ raw: number; ours: number }>;
}

declare global {
  // `var`, because that is what makes a property of globalThis.
  var inboxBench: InboxBench;
}

const db = new EarshotDatabase();
let search: Search | null = null;

globalThis.inboxBench = {
  async beReviewer(endpoint, token) {
    const info = { role: "reviewer", name: "Mara", scope: null, expiresAt: "2099-01-01T00:00:00.000Z" } as const;
    const now = Date.now();
    await writeKv(db, "session", { endpoint, token, info, problem: null, nextAt: now + 3_600_000 });
    // All of it has been told and noticed, as on any day but the first.
    await writeKv(db, "cursor", { collector: "", cursor: "1", nextAt: now + 3_600_000, pulledAt: now });
    await writeKv(db, "noticed", { rev: Number.MAX_SAFE_INTEGER, attention: [], joined: [] });
  },
  async fill(from, count, seed) {
    const reports = createReports(seed);
    const began = performance.now();
    for (let at = from; at < from + count; at += PAGE) {
      const rows: ReportRow[] = Array.from({ length: Math.min(PAGE, from + count - at) }, (_, n) =>
        reports.row(at + n + 1),
      );
      await db.transaction("rw", copyTables(db), async () => keepCopies(db, rows));
    }
    return performance.now() - began;
  },
  async fifty() {
    await db.open();
    const idb = db.backendDB();
    await db.reports.orderBy("cost").limit(1).toArray();
    const raw = await timed(
      () =>
        new Promise<void>((resolve, reject) => {
          const asked = idb.transaction("reports").objectStore("reports").index("rev").getAll(null, 50);
          asked.addEventListener("success", () => resolve());
          asked.addEventListener("error", () => reject(new Error("not read")));
        }),
    );
    const ours = await timed(() => db.reports.orderBy("cost").limit(50).toArray());
    return { raw, ours };
  },
  async searchReady() {
    const ours = await timed(
      () =>
        new Promise<void>((resolve, reject) => {
          const stop = watchSearch(
            db,
            (ready) => {
              search = ready;
              stop();
              resolve();
            },
            reject,
          );
        }),
    );
    const raw = await timed(() => db.packWords.toArray());
    return { raw, ours };
  },
  keystrokes() {
    const { words } = createReports(0);
    const random = numbers(3);
    const took: number[] = [];
    let found = 0;
    for (let round = 0; round < 24; round += 1) {
      const word = words[Math.floor(random() * 5000)] ?? "";
      // Two letters in the wrong order.
      const typed = round % 2 === 0 ? word : `${word.slice(0, 2)}${word[3] ?? ""}${word[2] ?? ""}${word.slice(4)}`;
      for (let length = 2; length <= typed.length; length += 1) {
        const began = performance.now();
        found += search?.find(typed.slice(0, length))?.size ?? 0;
        took.push(performance.now() - began);
      }
    }
    return { took, found };
  },
  async impact() {
    const { items } = await wholeList();
    const nowMs = Date.now();
    const ours = await timed(async () => impactOf(items, { nowMs }));
    const raw = await timed(async () =>
      items.reduce((sum, { doc }) => sum + doc.people + (doc.hoursAWeek ?? 0) - doc.helped.hoursGivenBack, 0),
    );
    return { raw, ours };
  },
  async filters() {
    const list = await wholeList();
    const view = { nowMs: Date.now(), reviewer: "Mara", found: null };
    const queries = [
      { status: "new" },
      { site: "Travel" },
      { shown: "attention" },
      { age: "older" },
      { shown: "mine" },
      { status: "planned", site: "CRM" },
    ] as const;
    return queries.map((query) => {
      const began = performance.now();
      select(list.items, { ...EVERYTHING, ...query }, view);
      return performance.now() - began;
    });
  },
};

function wholeList(): Promise<InboxList> {
  return new Promise((resolve, reject) => {
    const stop = watchInbox(
      db,
      { reviewer: "Mara" },
      (one) => {
        if (!one.complete) return;
        stop();
        resolve(one);
      },
      reject,
    );
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

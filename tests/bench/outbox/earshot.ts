import { addItems, withBodies } from "@/lib/database/items";
import { EarshotDatabase } from "@/lib/database/open";
import type { MineRow, OutboxItem } from "@/lib/database/rows";
import { createOutbox } from "@/lib/outbox/outbox";
import { systemClock, systemTimers } from "@/lib/platform/clock";
import { systemIds } from "@/lib/platform/ids";
import { systemLocks } from "@/lib/platform/locks";
import { systemRandom } from "@/lib/platform/random";
import { parsePolicy } from "@/lib/policy/parse-policy";
import { createSyncEngine } from "@/lib/sync/engine";
import { type Outbox, timed, WORDS } from "./outboxes";

/** How many rows one transaction fills in before a drain; what fills is not measured. */
const CHUNK = 1000;

const CONTEXT = {
  origin: "https://erp.example.com",
  path: "/orders/{id}/lines",
  title: "Order",
  site: "Orders",
  viewport: "1280x800",
  browser: "Chromium 156",
  os: "Linux",
  locale: "en",
  timings: { ttfb: 120, load: 2400, lcp: 1900, inp: 240, longTasks: 900, cls: 0.1 },
  failedRequests: Array.from({ length: 6 }, (_, index) => ({ path: `/api/orders/${index}/state`, status: 500 })),
};

/** Ours, whole: the real database, outbox and engine, a fresh one for every measure. */
export function earshotOutbox(endpoint: string): Outbox {
  return {
    async add(count) {
      const { db, outbox } = await freshWorld(endpoint);
      const took = await timed(count, () => file(outbox));
      await db.delete();
      return took;
    },
    async drain(count) {
      const world = await freshWorld(endpoint);
      await file(world.outbox);
      await fill(world.db, count);
      const start = performance.now();
      await world.engine.kick();
      const took = performance.now() - start;
      const received = await world.db.outbox.filter(({ state }) => state === "received").count();
      if (received !== count) throw new Error(`${received} of ${count} were received`);
      await world.db.delete();
      return took;
    },
  };
}

type World = Awaited<ReturnType<typeof freshWorld>>;

async function freshWorld(endpoint: string) {
  const db = new EarshotDatabase(`earshot-${crypto.randomUUID()}`);
  await db.open();
  await db.kv.put({ key: "name", value: "Ada" });
  const log = { info() {}, error() {} };
  const deps = { db, clock: systemClock, ids: systemIds, random: systemRandom, log };
  const policy = parsePolicy({ endpoint, ingestToken: "it" });
  const engine = createSyncEngine({
    ...deps,
    version: "1.0.0",
    fetch: (address, init) => fetch(address, init),
    timers: systemTimers,
    alarms: { set() {}, clear() {} },
    locks: systemLocks,
    policy: { current: () => Promise.resolve({ ...policy, source: "own", keys: [], changedAt: 0 }) },
    onSettled() {},
  });
  // Knows whom it talks to before anything is measured.
  await engine.kick();
  return { db, outbox: createOutbox({ ...deps, anonymousMs: () => 600_000 }, () => {}), engine };
}

async function file(outbox: World["outbox"]): Promise<void> {
  const report = { words: WORDS, lang: "en", goal: "", kind: null, burden: {}, context: CONTEXT, picture: null };
  const outcome = await outbox.create({ ...report, anonymous: false }, { siteName: "Orders", draftKey: null });
  if (!outcome.ok) throw new Error(outcome.reason);
}

/** The report that is there, again and again under other names. */
async function fill(db: EarshotDatabase, count: number): Promise<void> {
  const [first] = await withBodies(db, await db.outbox.toArray());
  const [mine] = await db.mine.toArray();
  if (!first || !mine) throw new Error("there is nothing to copy");
  const { order: _order, ...item } = first;
  for (let done = 1; done < count; done += CHUNK) {
    const items: OutboxItem[] = [];
    const reports: MineRow[] = [];
    for (let index = 0; index < Math.min(CHUNK, count - done); index += 1) {
      const [id, subject] = [systemIds.ordered(), systemIds.ordered()];
      const body = item.body.replaceAll(item.id, id).replaceAll(item.subject, subject);
      items.push({ ...item, id, subject, body });
      reports.push({ ...mine, id: subject });
    }
    await addItems(db, items);
    await db.mine.bulkAdd(reports);
  }
}

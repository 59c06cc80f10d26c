import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeKv } from "@/lib/database/kv-values";
import { createOutbox } from "@/lib/outbox/outbox";
import { parsePolicy } from "@/lib/policy/parse-policy";
import type { PolicyState } from "@/lib/policy/policy";
import { createFakeCollector, type Fault } from "@/tests/support/fake-collector";
import { fakeTimers, freshDatabase, worldDeps } from "@/tests/support/fake-world";
import { createSyncEngine } from "./engine";

type Step =
  | { do: "file"; anonymous: boolean }
  | { do: "burden" | "comment" | "take-back" | "undo"; report: number }
  /** What was sent and lost from sight arrives at last. */
  | { do: "arrive" }
  | { do: "send"; sender: number; faults: Fault[] }
  | { do: "race"; faults: Fault[] }
  | { do: "kill"; sender: number; early: boolean; faults: Fault[] }
  | { do: "pass"; ms: number };

const fault = fc.constantFrom<Fault>(
  "network",
  "500-before",
  "504-after",
  "truncated",
  "partial",
  "429",
  "html-200",
  "last-busy",
  "late",
);
const faults = fc.array(fault, { maxLength: 2 });
const report = fc.nat({ max: 1 });
const which = fc.nat({ max: 1 });
// Weighted towards what must go wrong for an event to overtake another: several of one report, and faults in between.
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("file" as const), anonymous: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom("burden" as const, "comment" as const), report }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("take-back" as const, "undo" as const), report }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("arrive" as const) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("send" as const), sender: which, faults }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("race" as const), faults }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("kill" as const), sender: which, early: fc.boolean(), faults }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant("pass" as const),
      ms: fc.constantFrom(1_000, 61_000, 660_000, -172_800_000),
    }),
  },
);

/** Two senders on one database, as in two workers of which one is about to die; neither knows that the other is alive. */
async function world() {
  const db = freshDatabase();
  await writeKv(db, "name", "Ada");
  const deps = worldDeps(7);
  const collector = createFakeCollector(deps.clock.now.bind(deps.clock));
  // So few that a queue of this length is several requests, of which the next is claimed while one is under way.
  collector.batchEvents = 2;
  const state: PolicyState = {
    ...parsePolicy({ endpoint: "https://collector.example", ingestToken: "it" }),
    source: "own",
    keys: [],
    changedAt: 0,
  };
  const dead = new Map<number, { early: boolean }>();
  const newSender = (number: number) =>
    createSyncEngine({
      ...deps,
      db,
      version: "1.0.0",
      // A killed worker never sees an answer, whatever the collector did with its request.
      fetch: async (address, init) => {
        if (dead.get(number)?.early && dead.delete(number)) return new Promise(() => {});
        const answer = await collector.fetch(address, init);
        return dead.delete(number) ? new Promise(() => {}) : answer;
      },
      timers: fakeTimers(),
      alarms: { set() {}, clear() {} },
      locks: { ifFree: (_name, work) => work(), holdForLife() {}, held: async () => null },
      policy: { current: async () => state },
      onSettled() {},
    });
  const senders = [newSender(0), newSender(1)];
  const outbox = createOutbox({ db, ...deps }, () => {});
  return {
    db,
    clock: deps.clock,
    collector,
    dead,
    newSender,
    senders,
    outbox,
    reports: [] as string[],
    takenBack: new Map<string, string>(),
  };
}

type World = Awaited<ReturnType<typeof world>>;

async function take(w: World, next: Step): Promise<void> {
  switch (next.do) {
    case "file": {
      const text = { words: "x", lang: "en", goal: "", kind: null, burden: {}, context: null, picture: null };
      const outcome = await w.outbox.create({ ...text, anonymous: next.anonymous }, { siteName: null, draftKey: null });
      if (outcome.ok) w.reports.push(outcome.reportId);
      return;
    }
    case "burden":
      return void (await w.outbox.burden(w.reports[next.report] ?? "", { often: "daily" }));
    case "comment":
      return void (await w.outbox.comment(w.reports[next.report] ?? "", "more", "en"));
    case "take-back": {
      const id = w.reports[next.report] ?? "";
      const became = await w.outbox.takeBack(id);
      if (became !== "unknown") w.takenBack.set(id, became);
      return;
    }
    case "undo": {
      const id = w.reports[next.report] ?? "";
      if (await w.outbox.undoTakeBack(id)) w.takenBack.delete(id);
      return;
    }
    case "arrive":
      return w.collector.deliverLate();
    case "send":
      useFaults(w, next.faults);
      return w.senders[next.sender]?.kick();
    case "race":
      useFaults(w, next.faults);
      return void (await Promise.all(w.senders.map((each) => each.kick())));
    case "kill": {
      useFaults(w, next.faults);
      w.dead.set(next.sender, { early: next.early });
      const run = w.senders[next.sender]?.kick().then(() => true);
      // Without a request there was nothing to kill it in; with one, it never comes back and another takes its place.
      const hangs = new Promise<boolean>((resolve) => void untilHung(w, next.sender, resolve));
      if (!(await Promise.race([run, hangs]))) w.senders[next.sender] = w.newSender(next.sender);
      w.dead.delete(next.sender);
      return;
    }
    case "pass":
      w.clock.move(next.ms);
      return;
    default:
      next satisfies never;
  }
}

async function untilHung(w: World, sender: number, resolve: (value: boolean) => void): Promise<void> {
  for (let n = 0; n < 200 && w.dead.has(sender); n += 1) await new Promise((go) => setImmediate(go));
  resolve(false);
}

function useFaults(w: World, wanted: Fault[]): void {
  const left = [...wanted];
  w.collector.fault = () => left.shift() ?? null;
}

/** How a report ended, here and at the collector. */
async function endOf(w: World, id: string) {
  const rows = await w.db.outbox.where("subject").equals(id).sortBy("order");
  return {
    waiting: rows.filter((row) => row.state !== "received").length,
    said: rows.filter((row) => row.route !== "erase").map((row) => row.id),
    words: (await w.db.mine.get(id))?.words ?? null,
    stored: w.collector.stored.get(id) ?? [],
    isThere: w.collector.docs.has(id),
    isErased: w.collector.erased.has(id),
  };
}

const GONE = { waiting: 0, said: [], isThere: false };

async function drain(w: World): Promise<void> {
  useFaults(w, []);
  const waiting = () => w.db.outbox.filter((row) => row.state !== "received").count();
  // Longer each time than any lease, backoff, blocked way or anonymous delay; what has no name goes by itself, so that
  // as many times as there are events are enough, and a few for what has to be offered again.
  const times = (await waiting()) + 6;
  for (let n = 0; n < times && (n < 6 || (await waiting()) > 0); n += 1) {
    w.clock.move(7 * 3_600_000);
    await w.senders[0]?.kick();
  }
}

describe("two senders, faults, kills and jumping clocks", () => {
  it("store every event once, in the order in which it was said, or nothing of what was taken back", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40, size: "max" }), async (steps) => {
        const w = await world();
        await take(w, { do: "file", anonymous: false });
        for (const next of steps) await take(w, next);
        await drain(w);
        w.collector.deliverLate();
        for (const id of w.reports) {
          const end = await endOf(w, id);
          const takenBack = w.takenBack.get(id);
          if (takenBack === "deleted") expect(end).toEqual({ ...GONE, words: null, stored: [], isErased: false });
          else if (takenBack) expect(end).toMatchObject({ ...GONE, words: "", isErased: true });
          else
            expect(end).toEqual({
              waiting: 0,
              said: end.stored,
              words: "x",
              stored: end.stored,
              isThere: true,
              isErased: false,
            });
        }
      }),
      { numRuns: 30 },
    );
    // A case that fails is made small before it is told, which takes its time.
  }, 600_000);
});

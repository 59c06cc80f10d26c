import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { BenchOptions } from "@/scripts/bench";
import { provideBrowser } from "@/scripts/browser/find";
import { launchBrowser } from "@/scripts/browser/launch";
import { bundle } from "../bundle";
import { figures, isMet, sayFigures, table, type Target, verdicts } from "../table";
import type { OutboxName } from "./outboxes";
import { serveBench } from "./server";

const NAMES: Record<OutboxName, string> = {
  raw: "IndexedDB, strict",
  plainRows: "IndexedDB, our rows",
  dexie: "Dexie, strict",
  dexieRows: "Dexie, our rows",
  earshot: "Earshot",
  workbox: "Workbox",
  sentry: "Sentry offline",
};
const KEYS = Object.keys(NAMES) as OutboxName[];
const ADDS = 60;
const DRAINED = 10_000;
/** The peers send one by one: their rate does not change with how many wait, and 10,000 would take them an hour. */
const DRAINED_BY: Partial<Record<OutboxName, number>> = {
  plainRows: DRAINED,
  earshot: DRAINED,
  workbox: 200,
  sentry: 8,
};
/** For "no item costs more because others wait". */
const FEW = 1000;

interface Round {
  /** Median and 95th percentile of the adds, milliseconds. */
  add: Record<OutboxName, { p50: number; p95: number }>;
  /** Items a second. */
  rate: Partial<Record<OutboxName, number>>;
  memory: number;
  rateOfFew: number;
}

/** From "Send" to safe, and from safe to IT: ours beside the peers and the floors, in one browser. */
export async function bench({ root, rounds, print }: BenchOptions): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "earshot-bench-"));
  const server = await serveBench(await bundle(root, join(root, "tests/bench/outbox/page.ts")));
  const browser = await launchBrowser({
    executable: provideBrowser(root).path,
    extension: null,
    profile: join(folder, "profile"),
    headless: true,
  });
  try {
    const done: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      print(`round ${round + 1} of ${rounds}`);
      const page = await browser.context.newPage();
      await page.goto(server.url);
      done.push(await measure(page, round));
      await page.close();
    }
    print(`\nmin / median / max of ${rounds} rounds\n`);
    print(
      table([["", "one durable add, ms", "95th percentile", "items a second"], ...KEYS.map((key) => row(done, key))]),
    );
    const memory = figures(done.map((one) => one.memory));
    print(`\nthe same requests from memory, items a second: ${sayFigures(memory)}\n`);
    const targets = targetsOf(done);
    print(verdicts(targets));
    return targets.every(isMet);
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Every outbox once, from another one on in each round. */
async function measure(page: Page, round: number): Promise<Round> {
  const add: Partial<Round["add"]> = {};
  const rate: Round["rate"] = {};
  const start = round % KEYS.length;
  for (const key of [...KEYS.slice(start), ...KEYS.slice(0, start)]) {
    const took = await page.evaluate(([name, count]) => globalThis.outboxBench.outboxes[name].add(count), [
      key,
      ADDS,
    ] as const);
    const sorted = took.toSorted((a, b) => a - b);
    add[key] = {
      p50: sorted[Math.floor(ADDS * 0.5)] ?? Number.NaN,
      p95: sorted[Math.floor(ADDS * 0.95)] ?? Number.NaN,
    };
    const drained = DRAINED_BY[key];
    if (drained !== undefined) rate[key] = await drainRate(page, key, drained);
  }
  const rateOfFew = await drainRate(page, "earshot", FEW);
  const ms = await page.evaluate((count) => globalThis.outboxBench.post(count), DRAINED);
  return { add: add as Round["add"], rate, rateOfFew, memory: DRAINED / (ms / 1000) };
}

async function drainRate(page: Page, key: OutboxName, count: number): Promise<number> {
  const ms = await page.evaluate(
    ([name, items]) => globalThis.outboxBench.outboxes[name].drain?.(items) ?? Number.NaN,
    [key, count] as const,
  );
  return count / (ms / 1000);
}

function row(done: readonly Round[], key: OutboxName): string[] {
  return [
    NAMES[key],
    sayFigures(figures(done.map(({ add }) => add[key].p50))),
    sayFigures(figures(done.map(({ add }) => add[key].p95))),
    sayFigures(figures(done.map(({ rate }) => rate[key] ?? Number.NaN))),
  ];
}

function rateOf({ rate }: Round, name: OutboxName): number {
  return rate[name] ?? Number.NaN;
}

/** Each round's own ratio: what slows one down mostly slows the other as well. */
function targetsOf(done: readonly Round[]): Target[] {
  const ratio = (of: (round: Round) => number) => figures(done.map(of)).median;
  return [
    {
      name: "a durable add, of our rows by Dexie",
      figure: ratio(({ add }) => add.earshot.p50 / add.dexieRows.p50),
      limit: 1.5,
      unit: "x",
    },
    {
      name: "a drain, in the time of our rows by IndexedDB",
      figure: ratio((round) => rateOf(round, "plainRows") / rateOf(round, "earshot")),
      limit: 1 / 0.6,
      unit: "x",
    },
    {
      name: "Workbox' drain, of ours",
      figure: ratio((round) => rateOf(round, "workbox") / rateOf(round, "earshot")),
      limit: 1 / 4,
      unit: "x",
    },
    {
      name: "an item among 10,000, of one among 1,000",
      figure: ratio((round) => round.rateOfFew / rateOf(round, "earshot")),
      limit: 1.5,
      unit: "x",
    },
  ];
}

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRandom } from "@/tests/support/random";
import { UNLIMITED_RATES } from "@/tests/support/unlimited-rates";
import type { Bag } from "./bag";
import { calmDown } from "./calm";
import { type Collectors, type Engine, startCollectors } from "./collectors";
import type { Fault, Way } from "./faults";
import { judgeAll, type Judged } from "./judged";
import { createKiller, type Kill } from "./killer";
import type { Person } from "./person";
import { createChaosProxy, type ChaosProxy } from "./proxy";
import { createReviewer } from "./reviewer";
import { pause } from "./within";
import { createWriter } from "./writer";

export interface ChaosOptions {
  root: string;
  executable: string;
  /** The built extension, with its delays divided. */
  extension: string;
  engine: Engine;
  /** Two runs may draw from one deck, so that all that is in it comes in one of them. */
  faults: Bag<Fault>;
  /** Each part of a run draws from a sequence of its own, which the seed repeats; the timing is the machine's. */
  seed: number;
  killing: { deck: readonly Kill[]; between: readonly [number, number] };
  isEnough(so: SoFar): boolean;
  say(line: string): void;
}

interface SoFar {
  seconds: number;
  /** How many of each there were, by name, and by what the request was about. */
  faults: ReadonlyMap<string, number>;
  ways: ReadonlyMap<Way, number>;
  kills: ReadonlyMap<string, number>;
  /** How many reports were taken back, by how far they had come. */
  moments: ReadonlyMap<string, number>;
  /** How much IT has said, as far as it was called saved. */
  said: number;
}

export interface ChaosResult extends SoFar, Judged {
  /** What people said and was not called saved, by reason. */
  unsaved: ReadonlyMap<string, number>;
}

/** Share of requests that meet a fault. */
const SHARE = 0.5;
/** Rate limits are another test's; and the polls of hundreds of reports are no more than one of ten. */
const SETTINGS = {
  rates: UNLIMITED_RATES,
  pollScale: 10,
};
const BETWEEN_POLICIES_MS = 2_000;

/**
 * Two browser profiles file reports to the real collector and a third answers them, through a proxy that lets everything
 * go wrong, while workers, browsers and the collector are killed. Then it is calm, all that waits goes out, and it is
 * counted.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const folder = mkdtempSync(join(tmpdir(), "earshot-chaos-"));
  const settings = join(folder, "settings.json");
  writeFileSync(settings, JSON.stringify(SETTINGS));
  let collectors: Collectors | null = null;
  let proxy: ChaosProxy | null = null;
  try {
    collectors = await startCollectors({ root: options.root, folder, settings, engine: options.engine });
    proxy = await createChaosProxy(collectors.urls, options.faults, createRandom(options.seed));
    return await runBetween(options, folder, collectors, proxy);
  } finally {
    await proxy?.close();
    await collectors?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function runBetween(options: ChaosOptions, folder: string, collectors: Collectors, proxy: ChaosProxy) {
  const { executable, extension, seed, say } = options;
  const { ingestToken, reviewerToken } = collectors;
  const optionsOf = (name: string, n: number) => ({
    name,
    folder,
    executable,
    extension,
    random: createRandom(seed + n + 2),
    setup: { endpoint: proxy.url, ingestToken, name: `Ada ${name}` },
  });
  const desk = optionsOf("desk", 2);
  const starting = [
    createWriter(optionsOf("left", 0)),
    createWriter(optionsOf("right", 1)),
    createReviewer({ ...desk, setup: { ...desk.setup, reviewerToken } }),
  ] as const;
  try {
    const [left, right, reviewer] = await Promise.all(starting);
    const writers = [left, right];
    const people: Person[] = [...writers, reviewer];
    const killCollector = () => collectors.killOne();
    const killer = createKiller({ ...options.killing, people, random: createRandom(seed + 1), killCollector });
    const startedAt = Date.now();
    let hasFailed = false;
    const soFar = (): SoFar => ({
      seconds: secondsSince(startedAt),
      faults: proxy.faults,
      ways: proxy.ways,
      kills: killer.kills,
      said: reviewer.acknowledged.length,
      moments: merged(writers.map((writer) => writer.takenBack.moments)),
    });
    const isOver = () => hasFailed || options.isEnough(soFar());
    proxy.share = SHARE;
    const parts = [
      killer.run(isOver),
      ...writers.map((writer) => writer.write(isOver)),
      reviewer.review(isOver),
      ...people.map((person) => changePolicies(person, isOver)),
    ];
    await Promise.all(parts).catch((error: unknown) => {
      hasFailed = true;
      throw error;
    });
    const atTheEnd = soFar();
    say(`calm after ${atTheEnd.seconds} s; what still waits goes out`);
    const calmed = await calmDown({ writers, reviewer, proxy, say });
    const judged = await judgeAll({ writers, reviewer, calmed, read: () => collectors.read() });
    say(`all quiet after ${secondsSince(startedAt)} s`);
    return { ...atTheEnd, ...judged, unsaved: merged(people.map((one) => one.unsaved)) };
  } finally {
    // One that did not start has closed its own.
    const started = (await Promise.allSettled<Person>(starting)).filter((one) => one.status === "fulfilled");
    await Promise.all(started.map(({ value }) => value.profile.close().catch(() => undefined)));
  }
}

async function changePolicies(person: Person, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await pause(BETWEEN_POLICIES_MS);
    // Its worker or browser may be killed in the middle of it.
    await person.changePolicy().catch(() => undefined);
  }
}

export function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

function secondsSince(startedAt: number): number {
  return Math.round((Date.now() - startedAt) / 1000);
}

function merged<K extends string>(all: readonly ReadonlyMap<K, number>[]): Map<K, number> {
  const counts = new Map<K, number>();
  for (const [name, count] of all.flatMap((one) => [...one])) counts.set(name, (counts.get(name) ?? 0) + count);
  return counts;
}

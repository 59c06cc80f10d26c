import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCollector } from "@/scripts/services/collector";
import { freePort } from "@/scripts/services/ports";
import { createRandom } from "@/tests/support/random";
import { UNLIMITED_RATES } from "@/tests/support/unlimited-rates";
import { createKiller, type Kill } from "./killer";
import { createChaosProxy } from "./proxy";
import { readStored } from "./read-stored";
import { judge, type Verdict } from "./verdict";
import { pause } from "./within";
import { createWriter, type Writer } from "./writer";

export interface ChaosOptions {
  root: string;
  executable: string;
  /** The built extension, with its delays divided. */
  extension: string;
  /** Each part of a run draws from a sequence of its own, which the seed repeats; the timing is the machine's. */
  seed: number;
  killing: { deck: readonly Kill[]; between: readonly [number, number] };
  isEnough(so: SoFar): boolean;
  say(line: string): void;
}

interface SoFar {
  seconds: number;
  /** How many of each there were, by name. */
  faults: ReadonlyMap<string, number>;
  kills: ReadonlyMap<string, number>;
}

export interface ChaosResult extends SoFar {
  verdict: Verdict;
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
/** After the calm. Nothing waits longer for its turn in this build than half a minute. */
const PATIENCE_MS = 120_000;

/**
 * Two browser profiles file reports to the real collector through a proxy that lets everything go wrong, while workers,
 * browsers and the collector are killed. Then it is calm, all that waits goes out, and it is counted.
 */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const { root, executable, extension, seed, say } = options;
  const folder = mkdtempSync(join(tmpdir(), "earshot-chaos-"));
  const data = join(folder, "collector");
  const settings = join(folder, "settings.json");
  writeFileSync(settings, JSON.stringify(SETTINGS));
  const port = await freePort();
  const start = () => startCollector({ root, folder: data, port, settings });
  let collector = await start();
  const proxy = await createChaosProxy(collector.url, createRandom(seed));
  const writers: Writer[] = [];
  try {
    for (const name of ["left", "right"]) {
      const setup = { endpoint: proxy.url, ingestToken: collector.ingestToken, sites: [], name: `Ada ${name}` };
      const random = createRandom(seed + writers.length + 2);
      writers.push(await createWriter({ name, folder, executable, extension, setup, random }));
    }
    const killer = createKiller({
      ...options.killing,
      writers,
      random: createRandom(seed + 1),
      async killCollector() {
        await collector.process.kill();
        collector = await start();
      },
    });
    const startedAt = Date.now();
    let hasFailed = false;
    const soFar = (): SoFar => ({ seconds: secondsSince(startedAt), faults: proxy.faults, kills: killer.kills });
    const isOver = () => hasFailed || options.isEnough(soFar());
    proxy.share = SHARE;
    const parts = [killer.run(isOver), ...writers.flatMap((one) => [one.write(isOver), changePolicies(one, isOver)])];
    await Promise.all(parts).catch((error: unknown) => {
      hasFailed = true;
      throw error;
    });
    proxy.share = 0;
    const { seconds } = soFar();
    say(`calm after ${seconds} s; what still waits goes out`);
    await Promise.all(writers.map((writer) => drain(writer, say)));
    const said = await Promise.all(writers.map((writer) => writer.said()));
    await collector.process.stop(60_000);
    const verdict = judge(said, await readStored(data));
    say(`all quiet after ${secondsSince(startedAt)} s`);
    return { ...soFar(), seconds, verdict, unsaved: merged(writers.map((one) => one.unsaved)) };
  } finally {
    await Promise.all(writers.map((writer) => writer.profile.close().catch(() => undefined)));
    await proxy.close();
    await collector.process.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function changePolicies(writer: Writer, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await pause(BETWEEN_POLICIES_MS);
    // Its worker or browser may be killed in the middle of it.
    await writer.changePolicy().catch(() => undefined);
  }
}

/** Until nothing waits any more, or nothing moves. */
async function drain(writer: Writer, say: (line: string) => void): Promise<void> {
  // One more, so that the collector is heard once: it may tell another history, and want all of it again.
  let movedAt = Date.now();
  while (!(await writer.file()) && Date.now() - movedAt < PATIENCE_MS) await pause(500);
  let before = -1;
  for (;;) {
    await writer.changePolicy().catch(() => undefined);
    const { waiting, reason } = await writer.waiting().catch(() => ({ waiting: before, reason: null }));
    if (waiting === 0) return;
    if (waiting !== before) movedAt = Date.now();
    before = waiting;
    if (Date.now() - movedAt > PATIENCE_MS) return say(`${waiting} events still wait: ${reason ?? "nobody knows why"}`);
    await pause(500);
  }
}

export function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

function secondsSince(startedAt: number): number {
  return Math.round((Date.now() - startedAt) / 1000);
}

function merged(all: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [name, count] of all.flatMap((one) => [...one])) counts.set(name, (counts.get(name) ?? 0) + count);
  return counts;
}

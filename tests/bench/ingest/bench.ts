import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Db } from "@/collector/store/db";
import { migrate } from "@/collector/store/migrate";
import { openPglite } from "@/collector/store/open-pglite";
import { openPostgres } from "@/collector/store/open-postgres";
import type { BenchOptions } from "@/scripts/bench";
import { startCollectorProcess, type CollectorProcess } from "@/tests/support/collector-process";
import { startPostgres } from "@/tests/support/postgres-server";
import { UNLIMITED_RATES } from "@/tests/support/unlimited-rates";
import { figures, isMet, say, sayFigures, table, type Figures, type Target, verdicts } from "../table";
import { batchesOf, makeEvents } from "./events";
import { insertAll, openGroups, recordGroups, replayGroups, rowsOf } from "./floor";
import { sendAll } from "./load";
import { memoryWhile } from "./memory";
import { fillReports, readPage } from "./pages";

/** Of one round and variant. Enough for a second or so, so that a hiccup of the machine does not decide. */
const BATCHED_EVENTS = 4000;
const SINGLE_EVENTS = 1024;
const CLIENTS = 16;
const CLIENT_BATCH = 50;
const SINGLE_CLIENTS = 128;
/** As many as the collector stores in one transaction. */
const GROUP_EVENTS = 400;
const FEW_REPORTS = 1000;

/** Events a second of one variant, round by round. */
type Rates = Record<string, number[]>;

/**
 * `npm run bench -- ingest`: the collector beside the least that its database can do, in one run, interleaved. With
 * fewer than 12 rounds it is a quick look, with a tenth of the reports and events of the two long parts.
 */
export async function bench({ rounds, print }: BenchOptions): Promise<boolean> {
  const size = rounds < 12 ? 100_000 : 1_000_000;
  const folder = mkdtempSync(join(tmpdir(), "earshot-bench-"));
  const server = await startPostgres({ durable: true });
  try {
    const settings = join(folder, "settings.json");
    writeFileSync(settings, JSON.stringify({ rates: UNLIMITED_RATES }));
    const onPostgres = await startCollectorProcess({ ...place(folder, "postgres"), databaseUrl: server.url, settings });
    const onPglite = await startCollectorProcess({ ...place(folder, "pglite"), settings });
    const postgres = await openPostgres(server.url);
    const pglite = (await openPglite(join(folder, "floor"))).db;
    await migrate(pglite, () => new Date());
    await Promise.all([postgres, pglite].map(openGroups));
    const rates: Rates = {};
    for (let round = 0; round < rounds; round += 1) {
      await oneRound(rates, { onPostgres, onPglite, postgres, pglite });
      print(`round ${round + 1} of ${rounds}`);
    }
    const pages = await measurePages(postgres, size, rounds);
    const memory = await memoryWhile(onPostgres, size);
    await Promise.all([postgres.close(), pglite.close(), onPostgres.end("SIGTERM"), onPglite.end("SIGTERM")]);
    print(`\n${tablesOf(rates, pages, memory, size)}`);
    const targets = targetsOf(rates, pages, memory);
    print(verdicts(targets));
    return targets.every(isMet);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function place(folder: string, name: string) {
  return { data: join(folder, name), setupFile: join(folder, `${name}.json`) };
}

interface Stage {
  onPostgres: CollectorProcess;
  onPglite: CollectorProcess;
  postgres: Db;
  pglite: Db;
}

async function oneRound(rates: Rates, { onPostgres, onPglite, postgres, pglite }: Stage): Promise<void> {
  const note = async (name: string, events: number, work: Promise<number>) => {
    const seconds = await work;
    (rates[name] ??= []).push(events / seconds);
  };
  const batched = () => batchesOf(makeEvents(BATCHED_EVENTS), CLIENT_BATCH).map((batch) => JSON.stringify(batch));
  const rows = () => batchesOf(makeEvents(BATCHED_EVENTS), 100).map(rowsOf);
  const groups = () => recordGroups(batchesOf(makeEvents(BATCHED_EVENTS), GROUP_EVENTS));
  const singles = () => makeEvents(SINGLE_EVENTS).map((event) => JSON.stringify([event]));
  const singleRows = () => makeEvents(SINGLE_EVENTS).map((event) => rowsOf([event]));

  await note("raw batches, PostgreSQL", BATCHED_EVENTS, insertAll(postgres, rows(), 4));
  await note("its transactions alone, PostgreSQL", BATCHED_EVENTS, replayGroups(postgres, await groups()));
  await note("collector, PostgreSQL", BATCHED_EVENTS, sendAll(onPostgres, batched(), CLIENTS));
  await note("raw batches, PGlite", BATCHED_EVENTS, insertAll(pglite, rows(), 1));
  await note("its transactions alone, PGlite", BATCHED_EVENTS, replayGroups(pglite, await groups()));
  await note("collector, PGlite", BATCHED_EVENTS, sendAll(onPglite, batched(), CLIENTS));
  await note("raw singles, PostgreSQL", SINGLE_EVENTS, insertAll(postgres, singleRows(), 1));
  await note("collector singles, PostgreSQL", SINGLE_EVENTS, sendAll(onPostgres, singles(), SINGLE_CLIENTS));
}

interface Pages {
  few: Figures;
  many: Figures;
}

async function measurePages(db: Db, reports: number, rounds: number): Promise<Pages> {
  await fillReports(db, "few", FEW_REPORTS);
  await fillReports(db, "many", reports);
  const took: { few: number[]; many: number[] } = { few: [], many: [] };
  // The first ones warm the caches of both.
  for (let round = -3; round < rounds; round += 1) {
    const few = await readPage(db, "few", FEW_REPORTS);
    const many = await readPage(db, "many", reports);
    if (round < 0) continue;
    took.few.push(few);
    took.many.push(many);
  }
  return { few: figures(took.few), many: figures(took.many) };
}

/** Flat, on a machine that others use too. */
const FLAT = 1.5;

function tablesOf(rates: Rates, { few, many }: Pages, memory: readonly number[], size: number): string {
  const rows = Object.entries(rates).map(([name, values]) => [name, sayFigures(figures(values))]);
  const pages = [
    [`of ${FEW_REPORTS} reports`, sayFigures(few)],
    [`of ${size} reports`, sayFigures(many)],
  ];
  return [
    table([["events a second", "min / median / max"], ...rows]),
    table([["a page of 200 changes, ms", "min / median / max"], ...pages]),
    `MiB held while ${size} events came in: ${memory.map((mib) => say(Math.round(mib))).join(" ")}\n`,
  ].join("\n\n");
}

function targetsOf(rates: Rates, { few, many }: Pages, memory: readonly number[]): Target[] {
  // By round, since the machine's speed changes from one to the next and both sides of a ratio stand in the same one.
  const ratio = (raw: string, ours: string) =>
    figures((rates[raw] ?? []).map((value, round) => value / (rates[ours]?.[round] ?? Number.NaN))).median;
  const early = Math.max(...memory.slice(0, memory.length / 4));
  const late = Math.max(...memory.slice(memory.length / 4));
  return [
    {
      name: "its transactions alone are faster, PostgreSQL",
      figure: ratio("its transactions alone, PostgreSQL", "collector, PostgreSQL"),
      limit: 2.5,
      unit: "x",
    },
    {
      name: "its transactions alone are faster, PGlite",
      figure: ratio("its transactions alone, PGlite", "collector, PGlite"),
      limit: 2.5,
      unit: "x",
    },
    {
      name: "raw singles are faster",
      figure: ratio("raw singles, PostgreSQL", "collector singles, PostgreSQL"),
      limit: 1 / 1.2,
      unit: "x",
    },
    { name: "a page of many is slower than of few", figure: many.median / few.median, limit: FLAT, unit: "x" },
    { name: "memory, late above early", figure: late / early, limit: FLAT, unit: "x" },
  ];
}

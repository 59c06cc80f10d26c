import type { BenchOptions } from "@/scripts/bench";
import { type Figures, figures, isMet, sayFigures, table, type Target, verdicts } from "../table";
import { measureClick } from "./click";
import { measureCpu, measureLoad } from "./load";
import { readContext, redact } from "./reading";
import { gzipKiB } from "./scripts";
import { VARIANTS, type VariantKey } from "./variants";
import { openWorld, type World } from "./world";

/** The columns of the table, in its order. */
const MEASURES = {
  script: "script, KiB gzip",
  heapKiB: "heap, KiB",
  nodes: "DOM nodes",
  listeners: "listeners",
  shift: "layout shift",
  longTasks: "long tasks",
  cpu: "CPU, ms",
  warm: "click warm, ms",
  cold: "click cold, ms",
} as const;
type Measure = keyof typeof MEASURES;
type Round = Record<VariantKey, Record<Measure, number>>;

const KEYS = Object.keys(VARIANTS) as VariantKey[];

/** What a page pays before anybody clicks, and how long a click takes: ours beside peers and floors. */
export async function bench({ root, rounds, print }: BenchOptions): Promise<boolean> {
  const world = await openWorld(root);
  try {
    const done: Round[] = [];
    const context: number[] = [];
    const redaction: number[] = [];
    for (let round = 0; round < rounds; round++) {
      print(`round ${round + 1} of ${rounds}`);
      done.push(await measure(world, round));
      context.push(await readContext(world));
      redaction.push(await redact(world));
    }
    const of = (key: VariantKey, name: Measure) => figures(done.map((one) => one[key][name]));
    print(`\nmin / median / max of ${rounds} rounds; heap, nodes and listeners beyond those of the page itself\n`);
    print(table(rowsOf(of)));
    const read = figures(context);
    const black = figures(redaction);
    print(`\nreading the context of a page of 100,000 nodes, ms: ${sayFigures(read)}`);
    print(`redaction of 1280 x 800 with 2,000 text nodes, ms: ${sayFigures(black)}\n`);
    const targets = [...targetsOf(of), { name: "reading the context", figure: read.median, limit: 5, unit: "ms" }];
    targets.push({ name: "redaction", figure: black.median, limit: 150, unit: "ms" });
    print(verdicts(targets));
    print(`\nfor comparison: ${comparisonsOf(of)}`);
    return targets.every(isMet);
  } finally {
    await world.close();
  }
}

/** Every variant once, from another one on in each round: what comes later may find a warmer or a fuller machine. */
async function measure({ browser: { context }, scripts }: World, round: number): Promise<Round> {
  const taken: Partial<Round> = {};
  const start = round % KEYS.length;
  for (const key of [...KEYS.slice(start), ...KEYS.slice(0, start)]) {
    const variant = VARIANTS[key];
    const load = await measureLoad(context, variant);
    const cpu = await measureCpu(context, variant);
    const warm = await measureClick(context, variant, true);
    const cold = await measureClick(context, variant, false);
    taken[key] = { script: gzipKiB(scripts[key]), ...load, cpu, warm, cold };
  }
  const all = taken as Round;
  const { nothing } = all;
  return Object.fromEntries(
    KEYS.map((key) => {
      const { heapKiB, nodes, listeners } = all[key];
      const own = { heapKiB: heapKiB - nothing.heapKiB, nodes: nodes - nothing.nodes };
      return [key, { ...all[key], ...own, listeners: listeners - nothing.listeners }];
    }),
  ) as Round;
}

type Of = (key: VariantKey, measure: Measure) => Figures;

function rowsOf(of: Of): string[][] {
  const names = Object.keys(MEASURES) as Measure[];
  const rows = KEYS.filter((key) => key !== "nothing").map((key) => [
    VARIANTS[key].name,
    ...names.map((name) => sayFigures(of(key, name))),
  ]);
  return [["", ...Object.values(MEASURES)], ...rows];
}

/** What was a target until its floor was measured (docs/decisions/0042-floors-that-an-extension-has.md). */
function comparisonsOf(of: Of): string {
  const beside = (name: Measure, key: VariantKey) => (of("earshot", name).median / of(key, name).median).toFixed(2);
  return `CPU ${beside("cpu", "bare")} x a button of the page's own, cold click ${beside("cold", "sentry")} x Sentry`;
}

/** docs/targets.md, "The page, before anybody clicks". */
function targetsOf(of: Of): Target[] {
  const ours = (name: Measure) => of("earshot", name).median;
  const beside = (name: Measure, key: VariantKey) => ours(name) / of(key, name).median;
  return [
    { name: "script", figure: ours("script"), limit: 2.5, unit: "KiB" },
    { name: "heap beside the same button, isolated", figure: beside("heapKiB", "isolated"), limit: 1.2, unit: "x" },
    { name: "DOM nodes", figure: of("earshot", "nodes").max, limit: 8, unit: "" },
    { name: "listeners", figure: of("earshot", "listeners").max, limit: 3, unit: "" },
    { name: "layout shift", figure: of("earshot", "shift").max, limit: 0, unit: "" },
    { name: "long tasks", figure: ours("longTasks"), limit: 0, unit: "" },
    { name: "CPU beside the same button, isolated", figure: beside("cpu", "isolated"), limit: 2.5, unit: "x" },
    { name: "click beside Sentry, warm", figure: beside("warm", "sentry"), limit: 1, unit: "x" },
    { name: "click beside a bare frame, cold", figure: beside("cold", "framed"), limit: 1.3, unit: "x" },
  ];
}

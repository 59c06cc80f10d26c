import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { provideBrowser } from "@/scripts/browser/find";
import { buildExtension } from "@/scripts/build/extension";
import { createRandom } from "@/tests/support/random";
import type { Engine } from "./collectors";
import { createFaults, FAULT_NAMES, WAYS } from "./faults";
import type { Kill } from "./killer";
import { type ChaosOptions, type ChaosResult, runChaos, sum } from "./run";
import { sayResult } from "./say-result";
import { MOMENTS } from "./taking-back";

/** Any would do; a fixed one tells a change of ours from a change of luck. */
const SEED = Number(process.env["EARSHOT_SEED"] ?? 1);
/** A browser is the same on both, and takes longest to come up again. */
const DECKS: Record<Engine, Kill[]> = {
  pglite: ["worker", "browser", "collector"],
  postgres: ["worker", "collector", "collector"],
};
/** So many that some are for reporters, and on reports that nobody takes back. */
const ANSWERS = 8;
/** Limits against hanging, not measures: both took 154 s together on two cores that had six times too much to do. */
const LONGEST_CHAOS_S = 300;
const PATIENCE_MS = 15 * 60_000;

const root = fileURLToPath(new URL("../..", import.meta.url));
/** One deck for both: each fault comes in one of the runs. */
const faults = createFaults(createRandom(SEED));
const met = { faults: new Set<string>(), moments: new Set<string>() };
let extension = "";

beforeAll(async () => {
  extension = (await buildExtension(root, "e2e")).folder;
}, PATIENCE_MS);

type IsEnough = ChaosOptions["isEnough"];

/** What each of the runs has to have met, whatever the other has. */
const isMet = (engine: Engine, { ways, kills, moments, said }: Parameters<IsEnough>[0]) =>
  WAYS.every((way) => ways.has(way)) &&
  DECKS[engine].every((what) => kills.has(what)) &&
  moments.has("after its receipt") &&
  said >= ANSWERS;

describe.each<{ engine: Engine; isEnough: IsEnough }>([
  { engine: "pglite", isEnough: (so) => isMet("pglite", so) && sum(so.faults) >= FAULT_NAMES.length },
  {
    engine: "postgres",
    isEnough: (so) =>
      isMet("postgres", so) &&
      FAULT_NAMES.every((name) => met.faults.has(name) || so.faults.has(name)) &&
      MOMENTS.every((name) => met.moments.has(name) || so.moments.has(name)),
  },
])("a short chaos run on $engine", ({ engine, isEnough }) => {
  let result: ChaosResult;
  let isGood = false;

  beforeAll(async () => {
    const executable = provideBrowser(root).path;
    const say = (line: string) => process.stdout.write(`${line}\n`);
    say(`chaos on ${engine}, seed ${SEED}`);
    result = await runChaos({
      root,
      executable,
      extension,
      engine,
      faults,
      seed: SEED,
      say,
      killing: { deck: DECKS[engine], between: [1_000, 3_000] },
      isEnough: (so) => so.seconds > LONGEST_CHAOS_S || isEnough(so),
    });
    ({ isGood } = sayResult(result, say));
    for (const name of result.faults.keys()) met.faults.add(name);
    for (const name of result.moments.keys()) met.moments.add(name);
  }, PATIENCE_MS);

  it("loses nothing", () => {
    expect(result.verdict.lost).toEqual([]);
    expect(result.verdict.received).toBe(result.verdict.filed);
    expect(result.verdict.filed).toBeGreaterThan(0);
  });

  it("stores nothing twice", () => expect(result.verdict.duplicated).toEqual([]));

  it("keeps the order of every report", () => expect(result.verdict.outOfOrder).toEqual([]));

  it("brings every picture, and no text waits for one", () => {
    const { taken, arrived, ended, waited, heldBack, wrong } = result.pictures;
    expect(wrong).toEqual([]);
    expect(arrived + ended).toBe(taken);
    expect(arrived).toBeGreaterThan(0);
    expect(waited).toBeGreaterThan(0);
    expect(heldBack).toBe(0);
  });

  it("leaves nothing of what was taken back", () => {
    expect(result.takenBack.left).toEqual([]);
    expect(result.takenBack.erased).toBeGreaterThan(0);
  });

  it("brings IT's answers to those who filed", () => {
    expect(result.answers.wrong).toEqual([]);
    expect(result.answers.shown).toBeGreaterThan(0);
  });

  it("says that it is good", () => expect(isGood).toBe(true));

  it("meets faults of every way, and kills all that is to be killed", () => {
    expect(new Set(result.ways.keys())).toEqual(new Set(WAYS));
    expect(new Set(result.kills.keys())).toEqual(new Set(DECKS[engine]));
  });
});

describe("both short runs", () => {
  it("meet every fault of the table", () => expect(met.faults).toEqual(new Set(FAULT_NAMES)));
  it("take reports back at every moment", () => expect(met.moments).toEqual(new Set(MOMENTS)));
});

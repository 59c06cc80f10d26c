import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { provideBrowser } from "@/scripts/browser/find";
import { buildExtension } from "@/scripts/build/extension";
import { FAULT_NAMES } from "./faults";
import type { Kill } from "./killer";
import { type ChaosResult, runChaos } from "./run";
import { sayResult } from "./say-result";

/** Any would do; a fixed one tells a change of ours from a change of luck. */
const SEED = Number(process.env["EARSHOT_SEED"] ?? 1);
const DECK: Kill[] = ["worker", "worker", "browser", "collector"];
/** Limits against hanging, not measures: all of it takes 45 s on two cores, and 80 s where they have six times too much to do. */
const LONGEST_CHAOS_S = 300;
const PATIENCE_MS = 15 * 60_000;

describe("a short chaos run", () => {
  let result: ChaosResult;

  beforeAll(async () => {
    const root = fileURLToPath(new URL("../..", import.meta.url));
    const { folder: extension } = await buildExtension(root, "e2e");
    const executable = provideBrowser(root).path;
    const say = (line: string) => process.stdout.write(`${line}\n`);
    say(`chaos, seed ${SEED}`);
    result = await runChaos({
      root,
      executable,
      extension,
      seed: SEED,
      say,
      killing: { deck: DECK, between: [1_000, 3_000] },
      isEnough: ({ seconds, faults, kills }) =>
        seconds > LONGEST_CHAOS_S ||
        (FAULT_NAMES.every((name) => faults.has(name)) && DECK.every((what) => kills.has(what))),
    });
    sayResult(result, say);
  }, PATIENCE_MS);

  it("loses nothing", () => {
    expect(result.verdict.lost).toEqual([]);
    expect(result.verdict.received).toBe(result.verdict.filed);
    expect(result.verdict.filed).toBeGreaterThan(0);
  });

  it("stores nothing twice", () => expect(result.verdict.duplicated).toEqual([]));

  it("keeps the order of every report", () => expect(result.verdict.outOfOrder).toEqual([]));

  it("meets every fault of the table", () => {
    expect(new Set(result.faults.keys())).toEqual(new Set(FAULT_NAMES));
  });

  it("kills worker, browser and collector", () => {
    expect(new Set(result.kills.keys())).toEqual(new Set(DECK));
  });
});

import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createFaults } from "@/tests/chaos/faults";
import type { Kill } from "@/tests/chaos/killer";
import { runChaos } from "@/tests/chaos/run";
import { sayResult } from "@/tests/chaos/say-result";
import { createRandom, seedOfRun } from "@/tests/support/random";
import { provideBrowser } from "./browser/find";
import { buildExtension } from "./build/extension";

const HELP = `npm run chaos -- --minutes 5 --seed N

Two browsers file reports to the real collector and a third answers them, while everything goes wrong: see tests/chaos.
Ends with 1 unless all that was filed has arrived, once, and in order, and nothing is left of what was taken back.

  --minutes N   how long (default: 5)
  --postgres    two collectors on a real PostgreSQL, and not one on its embedded database
  --seed N      repeats the draws of a run; its timing is the machine's
  --help`;

const DECK: Kill[] = [
  ...Array.from({ length: 5 }, () => "worker" as const),
  ...Array.from({ length: 3 }, () => "browser" as const),
  ...Array.from({ length: 2 }, () => "collector" as const),
];

// What was started ends with this process, but only where it exits by itself.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(130));
process.exit(await main());

async function main(): Promise<number> {
  const wanted = readOptions();
  if (wanted?.help) {
    console.log(HELP);
    return 0;
  }
  const minutes = Number(wanted?.minutes ?? 5);
  if (!wanted || !Number.isFinite(minutes) || minutes <= 0 || !/^\d*$/.test(wanted.seed ?? "")) {
    console.error("--minutes takes a number above 0, --seed a whole one. See npm run chaos -- --help.");
    return 2;
  }
  const seed = seedOfRun(wanted.seed);
  const say = (line: string) => console.log(line);
  const root = fileURLToPath(new URL("..", import.meta.url));
  const executable = provideBrowser(root).path;
  const { folder: extension } = await buildExtension(root, "e2e");
  const engine = wanted.postgres ? "postgres" : "pglite";
  say(`Chaos on ${engine} for ${minutes} ${minutes === 1 ? "minute" : "minutes"}, seed ${seed} …`);
  const result = await runChaos({
    root,
    executable,
    extension,
    engine,
    faults: createFaults(createRandom(seed)),
    seed,
    say,
    killing: { deck: DECK, between: [2_000, 6_000] },
    isEnough: ({ seconds }) => seconds >= minutes * 60,
  });
  return sayResult(result, say).isGood ? 0 : 1;
}

/** null for anything that is not understood. */
function readOptions() {
  try {
    const options = {
      minutes: { type: "string" },
      seed: { type: "string" },
      postgres: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    } as const;
    return parseArgs({ options }).values;
  } catch {
    return null;
  }
}

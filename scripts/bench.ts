import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

/** Every bench is a folder of tests/bench whose `bench.ts` has `bench(options)`. */
export interface BenchOptions {
  root: string;
  /** How often everything is measured; medians of fewer than 12 say little. */
  rounds: number;
  print(text: string): void;
}

interface BenchFile {
  /** Prints the table and the verdicts; true where every target is met. */
  bench(options: BenchOptions): Promise<boolean>;
}

async function main(): Promise<number> {
  const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");
  const folder = new URL("../tests/bench/", import.meta.url);
  const fileOf = (name: string) => fileURLToPath(new URL(`${name}/bench.ts`, folder));
  const names = readdirSync(folder).filter((name) => existsSync(fileOf(name)));
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: "string" } } });
  const [name = ""] = positionals;
  const rounds = Number(values.rounds ?? 12);
  const print = (text: string) => console.log(text);
  if (!names.includes(name) || !Number.isInteger(rounds) || rounds < 1) {
    print(`npm run bench -- NAME [--rounds N]\n\nNAME is one of: ${names.join(", ")}`);
    return 1;
  }
  const { bench } = (await import(pathToFileURL(fileOf(name)).href)) as BenchFile;
  return (await bench({ root, rounds, print })) ? 0 : 1;
}

process.exitCode = await main();

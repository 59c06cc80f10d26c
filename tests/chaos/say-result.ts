import { type ChaosResult, sum } from "./run";
import { sayVerdict } from "./verdict";

const MOST = 20;

/** Everything by kind, what is wrong, and the one line that counts. */
export function sayResult(
  { verdict, faults, kills, unsaved }: ChaosResult,
  say: (line: string) => void,
): { isGood: boolean } {
  table("faults", faults, say);
  table("kills", kills, say);
  table("not saved, and not called so", unsaved, say);
  for (const what of [verdict.lost, verdict.duplicated, verdict.outOfOrder]) {
    for (const line of what.slice(0, MOST)) say(line);
  }
  const { line, isGood } = sayVerdict(verdict, sum(faults), sum(kills));
  say(`\n${line}`);
  return { isGood };
}

function table(title: string, counts: ReadonlyMap<string, number>, say: (line: string) => void): void {
  if (counts.size === 0) return;
  say(`\n${title}`);
  for (const [name, count] of [...counts].toSorted(([a], [b]) => a.localeCompare(b))) {
    say(`  ${name.padEnd(36)} ${String(count).padStart(6)}`);
  }
}

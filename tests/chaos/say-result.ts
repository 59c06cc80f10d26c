import { type ChaosResult, sum } from "./run";
import { sayVerdict } from "./verdict";

const MOST = 20;

/** Everything by kind, what is wrong, and the one line that counts. */
export function sayResult(result: ChaosResult, say: (line: string) => void): { isGood: boolean } {
  const { verdict, faults, kills } = result;
  table("faults", faults, say);
  table("faults, by what the request was about", result.ways, say);
  table("kills", kills, say);
  table("not saved, and not called so", result.unsaved, say);
  table("taken back", result.moments, say);
  const more = sayMore(result);
  say("");
  for (const line of more.lines) say(line);
  for (const what of [verdict.lost, verdict.duplicated, verdict.outOfOrder, ...more.wrong]) {
    for (const line of what.slice(0, MOST)) say(line);
  }
  const { line, isGood } = sayVerdict(verdict, sum(faults), sum(kills));
  say(`\n${line}`);
  return { isGood: isGood && more.isGood };
}

type More = Pick<ChaosResult, "pictures" | "takenBack" | "answers">;

/** The counts above the last line, and whether they hold. A count of nothing has shown nothing. */
export function sayMore({ pictures, takenBack, answers }: More) {
  const wrong = [pictures.wrong, takenBack.left, answers.wrong];
  const isGood =
    wrong.every((lines) => lines.length === 0) &&
    pictures.taken > 0 &&
    pictures.waited > 0 &&
    pictures.heldBack === 0 &&
    pictures.arrived + pictures.ended === pictures.taken;
  return {
    isGood,
    wrong,
    lines: [
      `pictures: ${pictures.taken} taken, ${pictures.arrived} arrived once and whole, ${pictures.ended} ended with their report; ` +
        `${pictures.waited} waited while texts went out, ${pictures.heldBack} texts held back; wrong ${pictures.wrong.length}`,
      `taken back: ${takenBack.deleted} before anything was sent, ${takenBack.erased} erased, ` +
        `${takenBack.undone} thought better of; left of them ${takenBack.left.length}`,
      `answers: ${answers.arrived} arrived, ${answers.shown} shown to their reporter, ${answers.tooLate} too late ` +
        `for what was taken back; wrong ${answers.wrong.length}`,
    ],
  };
}

function table(title: string, counts: ReadonlyMap<string, number>, say: (line: string) => void): void {
  if (counts.size === 0) return;
  say(`\n${title}`);
  for (const [name, count] of [...counts].toSorted(([a], [b]) => a.localeCompare(b))) {
    say(`  ${name.padEnd(36)} ${String(count).padStart(6)}`);
  }
}

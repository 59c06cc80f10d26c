import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { createLikenessIndex } from "@/lib/likeness/likeness-index";
import type { ReportText } from "@/lib/likeness/traits";
import { isFunctionWord, languageOf, stemOf, wordsIn } from "@/lib/likeness/words";

interface Labelled extends ReportText {
  group: string | null;
}

/** The two halves, and three further sets; see README.md. */
type Part = "seen" | "training" | "aside" | "fresh" | "unseen";

/** For each report, the ids that are proposed for it. */
type Measure = (reports: readonly Labelled[]) => Map<string, string[]>;

interface Score {
  proposals: number;
  right: number;
  /** Reports with a duplicate in their own language, and those of them that got a right one in it; then the same across. */
  own: number;
  ownFound: number;
  across: number;
  acrossFound: number;
  /** Reports without a duplicate, and those of them that got a proposal all the same. */
  alone: number;
  aloneWrong: number;
}

const MOST = 3;
/** Words in common, as a share of all words of the two, without those that every text has. */
const LIKE = 0.1;

function read(half: Part): Labelled[] {
  const raw = JSON.parse(readFileSync(new URL(`duplicates.${half}.json`, import.meta.url), "utf8")) as Labelled[];
  return raw.map((report) => ({
    ...report,
    goal: report.goal ?? null,
    kind: report.kind ?? null,
    element: report.element ?? null,
  }));
}

const likeness: Measure = (reports) => {
  const index = createLikenessIndex();
  for (const report of reports) index.put(report);
  return new Map(reports.map(({ id }) => [id, index.propose(id).map((proposal) => proposal.id)]));
};

const known = new Map<string, Set<string>>();

function stems(report: Labelled): Set<string> {
  const found = known.get(report.id) ?? stemsIn(report);
  known.set(report.id, found);
  return found;
}

function stemsIn({ words, lang }: Labelled): Set<string> {
  const said = wordsIn(words);
  const language = languageOf(said, lang);
  return new Set(said.filter((word) => !isFunctionWord(word, language)).map((word) => stemOf(word, language)));
}

function overlap(a: Labelled, b: Labelled): number {
  const [ours, theirs] = [stems(a), stems(b)];
  const common = [...ours].filter((stem) => theirs.has(stem)).length;
  return common / (ours.size + theirs.size - common);
}

/** The likeliest by shared words, of those that pass. */
function baseline(passes: (a: Labelled, b: Labelled, words: number) => boolean): Measure {
  return (reports) =>
    new Map(
      reports.map((a) => {
        const passed = reports
          .filter((b) => b.id !== a.id)
          .map((b) => ({ b, words: overlap(a, b) }))
          .filter(({ b, words }) => passes(a, b, words))
          .sort((x, y) => y.words - x.words);
        return [a.id, passed.slice(0, MOST).map(({ b }) => b.id)];
      }),
    );
}

const onOnePage = (a: Labelled, b: Labelled) => a.origin === b.origin && a.path !== null && a.path === b.path;

const MEASURES: Record<string, Measure> = {
  "same page": baseline(onOnePage),
  "shared words": baseline((_a, _b, words) => words >= LIKE),
  both: baseline((a, b, words) => onOnePage(a, b) && words > 0),
  likeness,
};

function score(reports: readonly Labelled[], measure: Measure): Score {
  const proposed = measure(reports);
  const byId = new Map(reports.map((report) => [report.id, report]));
  const sum: Score = {
    proposals: 0,
    right: 0,
    own: 0,
    ownFound: 0,
    across: 0,
    acrossFound: 0,
    alone: 0,
    aloneWrong: 0,
  };
  for (const report of reports) {
    const isTwin = (other: Labelled) => other.id !== report.id && report.group !== null && other.group === report.group;
    const twins = reports.filter(isTwin);
    const got = (proposed.get(report.id) ?? []).flatMap((id) => byId.get(id) ?? []);
    const right = got.filter(isTwin);
    sum.proposals += got.length;
    sum.right += right.length;
    const inOwn = (other: Labelled) => other.lang === report.lang;
    if (twins.some(inOwn)) {
      sum.own += 1;
      if (right.some(inOwn)) sum.ownFound += 1;
    }
    if (twins.some((twin) => !inOwn(twin))) {
      sum.across += 1;
      if (right.some((twin) => !inOwn(twin))) sum.acrossFound += 1;
    }
    if (twins.length === 0) {
      sum.alone += 1;
      if (got.length > 0) sum.aloneWrong += 1;
    }
  }
  return sum;
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
const figure = (part: number, whole: number) => `${share(part, whole).toFixed(2)} (${part}/${whole})`.padStart(17);

/** Totals only: what is in the unseen half is nobody's to look at. */
it("proposes likely duplicates, on a half that nobody has looked at", () => {
  const heads = ["right proposals", "found, own lang", "found, across", "alone, proposed"];
  const lines = ["", `duplicates            ${heads.map((head) => head.padStart(17)).join("")}`];
  for (const half of ["seen", "training", "aside", "fresh", "unseen"] as const) {
    const reports = read(half);
    for (const [name, measure] of Object.entries(MEASURES)) {
      const sum = score(reports, measure);
      const figures = [
        figure(sum.right, sum.proposals),
        figure(sum.ownFound, sum.own),
        figure(sum.acrossFound, sum.across),
        figure(sum.aloneWrong, sum.alone),
      ];
      lines.push(`${half.padEnd(9)}${name.padEnd(14)}${figures.join("")}`);
    }
  }
  process.stdout.write(`${lines.join("\n")}\n`);
  // The targets (0.80, 0.60, 0.10) are missed: docs/targets.md says by how much. What holds is asserted here, so that
  // nothing makes it worse unseen. The fresh set is no half of that one, but nothing was fitted to it either.
  const unseen = read("unseen");
  const fresh = score(read("fresh"), likeness);
  expect(share(fresh.right, fresh.proposals)).toBeGreaterThan(0.7);
  expect(share(fresh.aloneWrong, fresh.alone)).toBeLessThan(0.2);
  const { right, proposals, own, ownFound, alone, aloneWrong } = score(unseen, likeness);
  const page = score(unseen, baseline(onOnePage));
  expect(share(right, proposals)).toBeGreaterThan(2 * share(page.right, page.proposals));
  expect(share(ownFound, own)).toBeGreaterThan(0.3);
  expect(share(aloneWrong, alone)).toBeLessThan(0.3);
});

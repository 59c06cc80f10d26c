import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { FindingType } from "@/lib/answers/finding";
import { checkAnswer } from "@/lib/answers/guard";

interface Message {
  lang: string;
  text: string;
  problems: { type: FindingType; quote?: string }[];
}

interface Score {
  /** Findings, and how many of them a reader had labelled. */
  found: number;
  right: number;
  /** Labelled problems, and how many of them were found. */
  labelled: number;
  caught: number;
}

const TYPES: FindingType[] = ["jargon", "abbreviation", "long-sentence", "blame", "no-next-step"];

function read(half: "seen" | "unseen"): Message[] {
  return JSON.parse(readFileSync(new URL(`plain-language.${half}.json`, import.meta.url), "utf8")) as Message[];
}

/** A finding is right where its words overlap those that the reader marked; of a whole message the type decides. */
function score(messages: readonly Message[], type: FindingType | null): Score {
  const sum: Score = { found: 0, right: 0, labelled: 0, caught: 0 };
  const isOf = (one: { type: FindingType }) => type === null || one.type === type;
  for (const { text, lang, problems } of messages) {
    const findings = checkAnswer(text, lang).filter(isOf);
    const labels = problems.filter(isOf).map(({ type: kind, quote = "" }) => {
      const from = text.indexOf(quote);
      return { type: kind, from, to: from + quote.length };
    });
    const meets = (a: (typeof labels)[number], b: (typeof labels)[number]) =>
      a.type === b.type && (a.type === "no-next-step" || (a.from < b.to && b.from < a.to));
    sum.found += findings.length;
    sum.right += findings.filter((finding) => labels.some((label) => meets(label, finding))).length;
    sum.labelled += labels.length;
    sum.caught += labels.filter((label) => findings.some((finding) => meets(label, finding))).length;
  }
  return sum;
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);

/** Totals only: what is in the unseen half is nobody's to look at. */
it("finds what is not plain, on a half that nobody has looked at", () => {
  const lines = ["", "plain language       precision          recall"];
  for (const half of ["seen", "unseen"] as const) {
    const messages = read(half);
    for (const type of [...TYPES, null]) {
      const { found, right, labelled, caught } = score(messages, type);
      const precision = `${share(right, found).toFixed(2)} (${right}/${found})`;
      const recall = `${share(caught, labelled).toFixed(2)} (${caught}/${labelled})`;
      lines.push(`${half.padEnd(7)} ${(type ?? "all").padEnd(14)}${precision.padStart(14)}  ${recall.padStart(14)}`);
    }
  }
  process.stdout.write(`${lines.join("\n")}\n`);
  for (const half of ["seen", "unseen"] as const) {
    const { found, right, labelled, caught } = score(read(half), null);
    expect(share(right, found)).toBeGreaterThanOrEqual(0.8);
    expect(share(caught, labelled)).toBeGreaterThanOrEqual(0.8);
  }
});

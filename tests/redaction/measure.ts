import type { Sample } from "./sample";

export interface Span {
  start: number;
  end: number;
}

/** How much of the private part must be covered: one character of ten may be left, e.g. a trailing `!` of a password. */
const COVERED_AT_LEAST = 0.9;

export function isFound({ start, end }: Sample, spans: readonly Span[]): boolean {
  let covered = 0;
  for (let at = start; at < end; at++) if (spans.some((span) => span.start <= at && at < span.end)) covered++;
  return covered >= COVERED_AT_LEAST * (end - start);
}

/** One row: how many strings of a kind there are, and how many of them were found, or hit. */
export interface Row {
  name: string;
  total: number;
  hits: number;
  /** Strings that went wrong, for whoever repeats a run by its seed. */
  wrong: string[];
}

export interface Judged {
  name: string;
  text: string;
  isHit: boolean;
  isWrong: boolean;
}

export function tally(judged: readonly Judged[]): Row[] {
  const rows = new Map<string, Row>();
  for (const { name, text, isHit, isWrong } of judged) {
    const row = rows.get(name) ?? { name, total: 0, hits: 0, wrong: [] };
    rows.set(name, {
      name,
      total: row.total + 1,
      hits: row.hits + (isHit ? 1 : 0),
      wrong: isWrong ? [...row.wrong, text] : row.wrong,
    });
  }
  return [...rows.values()];
}

export function totalOf(rows: readonly Row[]): { total: number; hits: number; share: number } {
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  const hits = rows.reduce((sum, row) => sum + row.hits, 0);
  return { total, hits, share: total === 0 ? Number.NaN : hits / total };
}

const percent = (share: number) => `${(share * 100).toFixed(2).padStart(6)} %`;

export function table(title: string, rows: readonly Row[]): string {
  const lines = rows.map(
    ({ name, total, hits }) =>
      `  ${name.padEnd(36)}${String(hits).padStart(6)} of ${String(total).padStart(5)}  ${percent(hits / total)}`,
  );
  return [title, ...lines].join("\n");
}

/** Never more than this from one kind, and never the whole of a long string. */
export function examples(rows: readonly Row[], most = 6): string {
  const lines = rows
    .filter((row) => row.wrong.length > 0)
    .flatMap(({ name, wrong }) =>
      wrong.slice(0, most).map((text) => `  ${name}: ${JSON.stringify(text.slice(0, 200))}`),
    );
  return lines.join("\n");
}

/** What one thing took in every round. */
export interface Figures {
  min: number;
  median: number;
  max: number;
}

export function figures(values: readonly number[]): Figures {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return { min: at(0), median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2, max: at(sorted.length - 1) };
}

/** One target of docs/targets.md: met where the figure is at most the limit. */
export interface Target {
  name: string;
  figure: number;
  limit: number;
  /** `x` for a ratio, else the unit. */
  unit: string;
}

/** What could not be measured is no success. */
export function isMet({ figure, limit }: Target): boolean {
  return figure <= limit;
}

/** Columns as wide as what is in them; the first to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

export function verdicts(targets: readonly Target[]): string {
  const rows = targets.map((target) => [
    target.name,
    `${say(target.figure)} ${target.unit}`,
    `<= ${say(target.limit)} ${target.unit}`,
    isMet(target) ? "PASS" : "FAIL",
  ]);
  return table([["target", "is", "may be", ""], ...rows]);
}

/** `min / median / max`, or the one figure that all rounds had. */
export function sayFigures({ min, median, max }: Figures): string {
  return min === max || Number.isNaN(median) ? say(median) : `${say(min)} / ${say(median)} / ${say(max)}`;
}

/** Two to three digits; "-" for what was not measured. */
export function say(value: number): string {
  if (!Number.isFinite(value)) return "-";
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
  return String(Number(value.toFixed(digits)));
}

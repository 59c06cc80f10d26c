/** A row of a list, in CSS pixels from the top of the list. */
export interface PlacedRow {
  id: string;
  start: number;
  end: number;
}

/**
 * The row that stays where it is when others come or go: of those that are wholly in view the one that the reader has
 * chosen, or the first. `rows` are in their order; `offset` and `height`, in CSS pixels, are what of the list is in view.
 */
export function anchorRow(
  rows: readonly PlacedRow[],
  { offset, height }: { offset: number; height: number },
  chosen: string | null,
): PlacedRow | undefined {
  const whole = rows.filter(({ start, end }) => start >= offset && end <= offset + height);
  return whole.find(({ id }) => id === chosen) ?? whole[0] ?? rows.find(({ end }) => end > offset);
}

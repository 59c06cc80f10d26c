import { readText } from "./read-text";
import { roleOf } from "./element-role";
import { shortText } from "./short-text";

/** More columns than this nobody counts. */
const MOST_COLUMNS = 500;

/** The heading of the column that a cell stands in, or "". Never anything of the cell itself. */
export function columnHeading(cell: Element, max: number): string {
  const row = cell.closest("tr,[role=row]");
  const table = cell.closest("table,[role=table],[role=grid],[role=treegrid]");
  if (!row || !table) return "";
  const column = columnOf(cell, row);
  const heads = table.querySelector("thead tr:last-of-type,[role=row]:has([role=columnheader])") ?? firstRow(table);
  if (!heads || heads === row) return "";
  const heading = cellAt(heads, column);
  return heading && roleOf(heading) === "columnheader" ? shortText(readText(heading), max) : "";
}

function firstRow(table: Element): Element | null {
  return table.querySelector("tr,[role=row]");
}

/** Counted from 0, wide cells counted as what they span; a grid that shows only a part of its columns says the number. */
function columnOf(cell: Element, row: Element): number {
  const stated = Number(cell.getAttribute("aria-colindex"));
  if (stated > 0) return stated - 1;
  let column = 0;
  for (let one = row.firstElementChild; one && one !== cell && column < MOST_COLUMNS; one = one.nextElementSibling) {
    column += spanOf(one);
  }
  return column;
}

function cellAt(row: Element, column: number): Element | null {
  let at = 0;
  for (let one = row.firstElementChild; one && at <= Math.min(column, MOST_COLUMNS); one = one.nextElementSibling) {
    const stated = Number(one.getAttribute("aria-colindex"));
    if (stated > 0) at = stated - 1;
    const end = at + spanOf(one);
    if (column >= at && column < end) return one;
    at = end;
  }
  return null;
}

function spanOf(cell: Element): number {
  const span = Number(cell.getAttribute("colspan") ?? cell.getAttribute("aria-colspan") ?? 1);
  return span >= 1 && span <= MOST_COLUMNS ? Math.floor(span) : 1;
}

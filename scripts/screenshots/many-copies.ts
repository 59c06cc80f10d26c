import { toTuple } from "@/lib/copies/brief";
import { PACK } from "@/lib/copies/packs";
import type { PackRow, ReportRow } from "@/lib/database/rows";
import { costKey } from "@/lib/reports/cost-order";
import { idOf } from "./fold-sample";

const MANY = 100_000;
/** By the index of what costs most; the rest of the list comes from the packs. */
const WHOLE = 60;

/** What a reviewer of a large company holds: as many copies, made of a few. Only those that are seen first are whole. */
export function manyCopies(rows: readonly ReportRow[]): { reports: ReportRow[]; packs: PackRow[] } {
  const byCost = rows.filter(({ cost }) => cost !== undefined).toSorted((a, b) => compare(a.cost, b.cost));
  const all = Array.from({ length: MANY }, (_, n): ReportRow => {
    const row = byCost[n % byCost.length];
    if (!row) throw new Error("no copies");
    return vary(row, n);
  });
  all.sort((a, b) => compare(a.cost, b.cost));
  const packs = Array.from({ length: MANY / PACK }, (_, n) => {
    const briefs = JSON.stringify(all.slice(n * PACK, (n + 1) * PACK).map(toTuple));
    return { no: n + 1, count: PACK, briefs };
  });
  return { reports: all.slice(0, WHOLE), packs };
}

/** The same, told by somebody else: of many a few cannot work, and each costs something else. */
function vary(row: ReportRow, n: number): ReportRow {
  const { hoursAWeek, people, blocked } = row.doc;
  const id = idOf(`many ${n}`);
  const doc = {
    ...row.doc,
    id,
    people: people + (n % 7),
    blocked: n % 25_000 === 0 ? blocked : 0,
    hoursAWeek: hoursAWeek && hoursAWeek * (1 + ((n * 7919) % 97) / 50),
  };
  return { ...row, id, doc, cost: costKey(doc) };
}

/** As IndexedDB compares arrays. */
function compare(a: readonly (number | string)[] = [], b: readonly (number | string)[] = []): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  if (at === -1) return 0;
  return (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1;
}

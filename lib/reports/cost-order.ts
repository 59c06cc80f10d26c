import type { ReportDoc } from "@/lib/protocol/documents";

type Costs = Pick<
  ReportDoc,
  "id" | "createdAt" | "people" | "hoursAWeek" | "blocked" | "status" | "attention" | "helped"
>;

/** Compared from left to right, as IndexedDB compares arrays. */
export type CostKey = [rank: number, hours: number, people: number, createdAt: string];

/**
 * "What costs most". Somebody who cannot work and whom nobody has heard comes first; then hours a week; then what
 * nobody has put a figure on, by people and age, because unknown is not little; then what costs nothing a week (it
 * happened once); what is closed comes last.
 */
export function costKey(doc: Costs): CostKey {
  // RFC 3339 in UTC sorts as text.
  return [rankOf(doc), -costNow(doc), -doc.people, doc.createdAt];
}

export function byCost(a: Costs, b: Costs): number {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  const hours = costNow(b) - costNow(a);
  if (hours !== 0) return hours;
  if (a.people !== b.people) return b.people - a.people;
  // The id keeps the order the same from one look to the next.
  return compare(a.createdAt, b.createdAt) || compare(a.id, b.id);
}

/** Nobody has to do anything here any more: answered for good, and nobody objected. */
function isClosed({ status, attention }: Costs): boolean {
  const ended = status === "done" || status === "possible" || status === "declined";
  return ended && attention === null;
}

/** Hours a week that are still lost: what people already said they got back costs nobody any more. */
function costNow({ hoursAWeek, helped }: Costs): number {
  return (hoursAWeek ?? 0) - helped.hoursGivenBack;
}

function rankOf(doc: Costs): number {
  if (isClosed(doc)) return 4;
  if (doc.blocked > 0 && doc.status === "new") return 0;
  if (doc.hoursAWeek === null) return 2;
  return doc.hoursAWeek > 0 ? 1 : 3;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

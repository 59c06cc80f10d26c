import type { ReportDoc } from "@/lib/protocol/documents";

type Sums = Pick<ReportDoc, "people" | "hoursAWeek" | "hoursUnknown" | "blocked">;

/** One sentence of what a report costs; `people` decides between singular and plural. */
export type CostPart =
  | { kind: "known"; people: number; hours: number }
  | { kind: "alsoUnknown"; people: number }
  | { kind: "unknown"; people: number }
  | { kind: "once"; people: number }
  | { kind: "blocked"; people: number }
  | { kind: "blockedAll"; people: number };

/** What a report costs, said in the order of what matters; unknown is said, never counted as nothing. */
export function costParts(doc: Sums): CostPart[] {
  return [...timeParts(doc), ...blockedParts(doc)];
}

function timeParts({ people, hoursAWeek, hoursUnknown }: Sums): CostPart[] {
  if (hoursAWeek === null) return [{ kind: "unknown", people }];
  if (hoursAWeek === 0) return [{ kind: "once", people }];
  const known: CostPart = { kind: "known", people, hours: hoursAWeek };
  return hoursUnknown > 0 ? [known, { kind: "alsoUnknown", people: hoursUnknown }] : [known];
}

function blockedParts({ people, blocked }: Sums): CostPart[] {
  if (blocked === 0) return [];
  return [{ kind: blocked === people ? "blockedAll" : "blocked", people: blocked }];
}

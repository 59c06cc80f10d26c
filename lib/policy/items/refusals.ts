import type { RefusalReason, RefusedItem } from "../policy";

/** Names an item that is not in force, with its place and the reason. */
export type Refuse = (place: string, reason: RefusalReason, value: unknown) => void;

export function createRefusals(): { refused: RefusedItem[]; refuse: Refuse } {
  const refused: RefusedItem[] = [];
  return { refused, refuse: (place, reason, value) => refused.push({ place, reason, value: asText(value) }) };
}

/** How a policy says "nothing": a key that is missing, null, or an empty text. */
export function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

function asText(value: unknown): string {
  return (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).slice(0, 120);
}

import type { EarshotEvent } from "@/lib/protocol/event";
import type { Refusal } from "./sender";

/**
 * An event of a type that we do not know is stored unread, so that an older collector loses nothing of a newer client.
 * Nobody has looked at what is in it: it is kept small and flat, and it is of the protocol's own family of types.
 */
const FAMILY = "org.earshot.";
const MAX_DEPTH = 6;
/** Members and items in all. */
const MAX_PARTS = 200;

export function refuseUnknown(event: Extract<EarshotEvent, { unknown: true }>, maxBytes: number): Refusal | null {
  if (!event.type.startsWith(FAMILY)) {
    return { slug: "invalid-event", detail: `an event's type begins with ${FAMILY}`, pointer: "/type" };
  }
  if (Buffer.byteLength(JSON.stringify(event.data)) > maxBytes) {
    return { slug: "too-large", detail: `data of a type not known here has at most ${maxBytes} bytes` };
  }
  return countParts(event.data, 1) <= MAX_PARTS
    ? null
    : { slug: "invalid-event", detail: "data of a type not known here is small and flat", pointer: "/data" };
}

/** Infinity where it is nested too deeply. */
function countParts(value: unknown, depth: number): number {
  if (typeof value !== "object" || value === null) return 0;
  if (depth > MAX_DEPTH) return Infinity;
  return Object.values(value).reduce<number>((sum, part) => sum + 1 + countParts(part, depth + 1), 0);
}

import { randomBytes } from "node:crypto";
import { makeReport, type CloudEvent } from "@/tests/conformance/make";

/** A report as it comes over the wire, 1.9 KB of JSON: what docs/targets.md speaks of. */
const EVENT_BYTES = 1900;

export function makeEvents(count: number): CloudEvent[] {
  return Array.from({ length: count }, () => {
    const { event } = makeReport({ burden: { often: "daily", minutes: 5 } });
    const missing = EVENT_BYTES - JSON.stringify(event).length;
    return {
      ...event,
      data: { ...event.data, goal: words(Math.min(missing - 10, 1000)), words: words(missing - 1000) },
    };
  });
}

/** So many characters that no compression makes go away, in words as people write them. */
function words(length: number): string {
  const size = Math.max(length, 10);
  return randomBytes(size)
    .toString("base64url")
    .slice(0, size)
    .replaceAll(/(.{7})./g, "$1 ");
}

export function batchesOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

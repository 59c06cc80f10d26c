import type { EarshotEvent } from "@/lib/protocol/event";

/**
 * The event with every text in it such that jsonb takes it: no U+0000, no half of a surrogate pair. Fields that the
 * protocol names are clean already; it is fields and types from the future that are not known here. One such text
 * would fail the whole group of events that is written with it.
 */
export function storable(event: EarshotEvent): EarshotEvent {
  return { ...event, data: clean(event.data) } as EarshotEvent;
}

/** What `JSON.stringify` makes of U+0000 and of half a surrogate pair. */
const ESCAPED = /\\u(?:0000|d[89a-f])/;

/** Whether nothing of this JSON text needs `storable`. It may say no where it could have said yes. */
export function isStorable(json: string): boolean {
  return !ESCAPED.test(json);
}

function clean(value: unknown): unknown {
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [text(key), clean(child)]));
}

function text(value: string): string {
  return value.replaceAll("\u0000", "").toWellFormed();
}

import type { ErasedReason } from "@/lib/protocol/event";

/** What is left of a report that was erased. Nothing ever takes its place: whoever holds it asks the fold no more. */
export interface Tombstone {
  erased: true;
  reason: ErasedReason;
  /** RFC 3339; the hour where the report was anonymous. */
  at: string;
}

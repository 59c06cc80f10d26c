import type { ReportDoc } from "@/lib/protocol/documents";
import type { EventData } from "@/lib/protocol/event";

type Attention = ReportDoc["attention"];

/** Half a day and two hours: by then a day has begun everywhere (UTC+14). */
const EARLIEST_MS = 14 * 3_600_000;

/** The day goes with the status that named it, and only a kind no has one: any other status ends the waiting. */
export function withLookAgain(
  doc: ReportDoc,
  { status, lookAgain }: EventData<"org.earshot.status.set.v1">,
): ReportDoc {
  const { lookAgain: _before, ...rest } = doc;
  return status === "declined" && lookAgain !== undefined ? { ...rest, lookAgain } : rest;
}

/** IT has written again. Once the day has begun anywhere, that was the look. `at` is RFC 3339. */
export function lookedAgain(doc: ReportDoc, at: string): ReportDoc {
  if (doc.lookAgain === undefined || doc.lookAgain > utcDay(Date.parse(at) + EARLIEST_MS)) return doc;
  const { lookAgain: _done, ...rest } = doc;
  return rest;
}

/** What brings a report back to IT: what has happened to it, or the day that IT named itself. */
export function attentionOf(doc: Pick<ReportDoc, "attention" | "status" | "lookAgain">, nowMs: number): Attention {
  return doc.attention ?? (isDue(doc, nowMs) ? "look-again" : null);
}

/** From the beginning of that day on, by the calendar of this computer. */
function isDue({ status, lookAgain }: Pick<ReportDoc, "status" | "lookAgain">, nowMs: number): boolean {
  return status === "declined" && lookAgain !== undefined && lookAgain <= dayOf(nowMs);
}

/** `YYYY-MM-DD` in this computer's time zone. */
export function dayOf(nowMs: number): string {
  const now = new Date(nowMs);
  return utcDay(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
}

function utcDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

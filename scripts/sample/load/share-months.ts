import { blocksOf, isReady, linesOf } from "@/entrypoints/popup/business/month-draft";
import { impactOf } from "@/lib/impact/impact";
import { monthPage } from "@/lib/impact/month-page";
import { lastMonths } from "@/lib/impact/months";
import { briefOf } from "@/lib/copies/brief";
import { gather } from "@/lib/inbox/gather";
import { listedItem } from "@/lib/inbox/item";
import type { EventData } from "@/lib/protocol/event";
import type { ReportDoc } from "@/lib/protocol/documents";

const LANGUAGE = "en";
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

type Digest = EventData<"org.earshot.digest.published.v1">;

/** When IT shares the month before: on each month's first working day from the second on, in the morning. */
export function sharingDays(fromMs: number, untilMs: number): number[] {
  const first = new Date(fromMs);
  const days: number[] = [];
  for (let month = 1; ; month += 1) {
    const second = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 2);
    const weekday = new Date(second).getUTCDay();
    const at = second + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0) * DAY_MS + 9 * HOUR_MS;
    if (at >= untilMs) return days;
    days.push(at);
  }
}

/**
 * What IT shares at that moment of the month before it, with all that the collector has by then: made as the dialog in a
 * reviewer's browser makes it. Shared is what has words for everybody; of a no, its reason too. Null: nothing to tell.
 */
export function monthToShare(docs: readonly ReportDoc[], nowMs: number): Digest | null {
  const months = lastMonths(nowMs, 12, "UTC");
  const month = months.at(-2)?.name;
  if (month === undefined) return null;
  const items = gather(docs.map((doc) => listedItem(briefOf(doc), false)));
  const impact = impactOf(items, { nowMs, zone: "UTC" });
  const page = monthPage(items, { impact, months, month });
  const byId = new Map(docs.map((doc) => [doc.id, doc]));
  const lines = linesOf(page, byId, {}).map((line) => ({ ...line, shared: isReady(line) }));
  const blocks = blocksOf(page, byId, lines, LANGUAGE);
  return blocks.length === 0 ? null : { month, lang: LANGUAGE, blocks };
}

import type { ReportDoc } from "@/lib/protocol/documents";
import { slowAgain, slowPage } from "@/lib/reports/wakes";
import type { Reports, Touch } from "./links";

/** A new report of a slow page wakes the one that was put right there last, as far as it is loaded (`SLOW_FIXED`). */
export function wake(reports: Reports, created: ReportDoc, receivedAt: string, touch: Touch): void {
  if (slowPage(created) === null) return;
  for (const [id, { stored, erased }] of reports) {
    if (erased || (stored.doc.canonical ?? null) !== null) continue;
    const doc = slowAgain(stored.doc, created, receivedAt);
    if (doc !== null) touch(id, { ...stored, doc });
  }
}

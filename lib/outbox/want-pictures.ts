import type { EarshotDatabase } from "@/lib/database/open";
import type { OutboxRow } from "@/lib/database/rows";

/**
 * The collector has a report and says which of its pictures it wants. Also a later receipt may: a collector that came
 * back from a backup asks anew. Inside a transaction over `blobs`.
 */
export async function wantPictures(
  db: EarshotDatabase,
  report: Pick<OutboxRow, "subject" | "collector">,
  wanted: ReadonlySet<string>,
  now: number,
): Promise<void> {
  await db.blobs
    .where("subject")
    .equals(report.subject)
    .filter((row) => row.state === "queued" && wanted.has(row.sha256))
    .modify({ state: "wanted", collector: report.collector, nextAt: now, nextSetAt: now, problem: null });
}

import type { OutboxItem } from "@/lib/database/rows";
import type { ReportDoc } from "@/lib/protocol/documents";
import type { EventType, KnownEvent } from "@/lib/protocol/event";
import { fold } from "@/lib/reports/fold";

/**
 * What a reviewer sees is the collector's document with their own answers on top that it does not contain yet, so
 * that an answer shows at once and also without a network.
 */
export function overlay(doc: ReportDoc, rev: number, own: readonly OutboxItem[], reviewer: string | null): ReportDoc {
  let stored = { doc, ownTag: "" };
  for (const row of own) {
    if (!stillMissing(row, rev)) continue;
    const event = readEvent(row);
    if (event === null) continue;
    const result = fold(stored, event, {
      seq: null,
      actorKind: "reviewer",
      actor: reviewer,
      receivedAt: new Date(row.createdAt).toISOString(),
      voice: null,
    });
    stored = result.stored ?? stored;
  }
  return stored.doc;
}

/** The report that these events of one report last joined it to; null where they did not, or took it apart again. */
export function lastJoin(own: readonly OutboxItem[]): string | null {
  const said = own.filter(({ type, state }) => type === LINKED && state !== "dead" && state !== "parked").at(-1);
  const event = said && readEvent(said);
  return event?.type === LINKED ? event.data.into : null;
}

/** An event is in the document once the document's revision has passed the number of its receipt. */
function stillMissing(row: OutboxItem, rev: number): boolean {
  if (row.route !== "session" || row.state === "dead" || row.state === "parked") return false;
  return row.seq === null || Number(row.seq) > rev;
}

const LINKED = "org.earshot.report.linked.v1" satisfies EventType;

const REVIEWERS = new Set<string>([
  "org.earshot.status.set.v1",
  "org.earshot.comment.added.v1",
  "org.earshot.triage.set.v1",
  LINKED,
  "org.earshot.summary.published.v1",
] satisfies EventType[]);

/** Only what reviewers write; the body is our own, frozen when it was queued, and blank once it is not needed. */
function readEvent(row: OutboxItem): KnownEvent | null {
  if (!REVIEWERS.has(row.type) || row.body === "") return null;
  try {
    return JSON.parse(row.body) as KnownEvent;
  } catch {
    // Damaged; whoever tidies the outbox says so. The rest of the Inbox is not to wait for that.
    return null;
  }
}

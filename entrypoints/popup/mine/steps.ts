import type { MyReport } from "@/lib/outbox/my-report";

/** How far a report has come, one step behind the other. */
export interface Step {
  kind: "kept" | "onItsWay" | "received" | "read" | "unread";
  /** Milliseconds since the epoch; null where it is not known any more, or has not come yet. */
  at: number | null;
  /** Who has read it, by the name that they go by. */
  by: string | null;
  isDone: boolean;
}

/** Each with its day. "Received" is the collector's word, and "read" that a human has said or set something. */
export function stepsOf(report: MyReport): Step[] {
  const kept: Step = { kind: "kept", at: report.createdAt, by: null, isDone: true };
  if (report.delivery !== "received") return [kept, { kind: "onItsWay", at: null, by: null, isDone: false }];
  const received: Step = { kind: "received", at: report.receivedAt, by: null, isDone: true };
  // What went to a webhook is read elsewhere.
  if (report.sendOnly) return [kept, received];
  const reader = report.timeline.find(({ by }) => by.kind === "reviewer" || by.kind === "admin");
  const at = reader?.at ?? (report.status === "new" ? null : report.statusAt);
  if (at === null) return [kept, received, { kind: "unread", at: null, by: null, isDone: false }];
  const by = reader ? reader.by.name : report.statusBy;
  return [kept, received, { kind: "read", at: Date.parse(at), by, isDone: true }];
}

import { randomUUID } from "node:crypto";
import type { ErasedReason } from "@/lib/protocol/event";
import type { Incoming } from "./accept";
import type { Sender } from "./sender";

/**
 * A reporter takes their report back: the event that the collector writes for it. It goes with the other events of its
 * group, under the same lock. Whoever makes it has checked the reply key.
 */
export function erasureOf(reportId: string, time: string): Incoming {
  return erasure(reportId, time, "request", { via: "thread", reportId });
}

/** The purge erases what has been kept for long enough. */
export function expiryOf(reportId: string, rev: string, time: string): Incoming {
  return erasure(reportId, time, "retention", { via: "retention", rev });
}

function erasure(reportId: string, time: string, reason: ErasedReason, sender: Sender): Incoming {
  const id = randomUUID();
  return {
    sentId: id,
    event: {
      specversion: "1.0",
      id,
      source: "urn:earshot:collector",
      type: "org.earshot.report.erased.v1",
      subject: reportId,
      time,
      data: { reason },
    },
    // Blanked in the same transaction, as with every event of the report.
    hash: "",
    sender,
  };
}

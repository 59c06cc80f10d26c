import { randomUUID } from "node:crypto";
import type { Incoming } from "./accept";

/**
 * A reporter takes their report back: the event that the collector writes for it. It goes with the other events of its
 * group, under the same lock. Whoever makes it has checked the reply key.
 */
export function erasureOf(reportId: string, time: string): Incoming {
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
      data: { reason: "request" },
    },
    // Blanked in the same transaction, as with every event of the report.
    hash: "",
    sender: { via: "thread", reportId },
  };
}

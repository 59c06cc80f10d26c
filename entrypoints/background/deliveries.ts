import type { OutboxRow } from "@/lib/database/rows";
import type { Delivery } from "@/lib/messaging/messages";
import type { Pusher } from "@/lib/messaging/push";

/** Tells open panels how far their reports have come: "IT has it" is said only after this. */
export function pushDeliveries(push: Pusher, rows: readonly OutboxRow[]): void {
  for (const row of rows) {
    if (row.type !== "org.earshot.report.created.v1") continue;
    push.toPages("report.delivery", { reportId: row.subject, delivery: deliveryOf(row) });
  }
}

function deliveryOf({ state, problem }: OutboxRow): Delivery {
  switch (state) {
    case "received":
      return { state: "received" };
    case "dead":
      return { state: "refused", problem };
    case "parked":
      return { state: "parked" };
    case "queued":
    case "leased":
      return { state: "saved" };
    default:
      return state satisfies never;
  }
}

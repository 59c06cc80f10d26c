import { useEffect, useState } from "react";
import { onPush } from "@/lib/messaging/client";
import type { Delivery } from "@/lib/messaging/messages";

const SAVED: Delivery = { state: "saved" };

/** How far a report has come. Listens from the start, since IT's answer may overtake the background's. */
export function useDelivery(reportId: string | null): Delivery {
  const [all, setAll] = useState<ReadonlyMap<string, Delivery>>(new Map());
  useEffect(
    () =>
      onPush("report.delivery", ({ reportId: id, delivery }) => {
        setAll((before) => new Map(before).set(id, delivery));
      }),
    [],
  );
  return (reportId !== null && all.get(reportId)) || SAVED;
}

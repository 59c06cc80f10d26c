import { useEffect, useState } from "react";
import type { LikelyReport } from "@/lib/inbox/likely";
import { send } from "@/lib/messaging/client";

/**
 * Reports like this one, or with the words of `search`; null until the first answer, and while `reportId` is null.
 * `version` changes when the report does: then it is asked anew. A proposal that fails to come is none.
 */
export function useAlike(reportId: string | null, search: string, version: string): LikelyReport[] | null {
  const [found, setFound] = useState<{ version: string; reports: LikelyReport[] } | null>(null);

  useEffect(() => {
    if (reportId === null) return undefined;
    let isOver = false;
    send("review.alike", { reportId, search }).then(
      (reports) => isOver || setFound({ version, reports }),
      () => isOver || setFound({ version, reports: [] }),
    );
    return () => {
      isOver = true;
    };
  }, [reportId, search, version]);

  return reportId === null ? null : (found?.reports ?? null);
}

import { useCallback, useEffect, useState } from "react";
import { send } from "@/lib/messaging/client";
import type { ReportForm } from "@/lib/messaging/messages";

/** Milliseconds: a pause while typing. The first look comes at once. */
const PAUSE_MS = 200;

export interface Preview {
  /** The event as it would be sent, of this form or of the one before; null before the first came. */
  body: string | null;
  /** The form that `body` is of. */
  report: ReportForm | null;
  /** `body` is of the form as it is now. */
  isCurrent: boolean;
  hasFailed: boolean;
}

/** Asks for the event of `report` (by identity) whenever it changes, as long as somebody looks (`isShown`). */
export function usePreview(
  session: string | null,
  report: ReportForm | null,
  isShown: boolean,
): { preview: Preview; shownFor(asked: ReportForm): string | null; askAgain(): void } {
  const [shown, setShown] = useState<{ report: ReportForm; body: string } | null>(null);
  const [failedFor, setFailedFor] = useState<ReportForm | null>(null);
  const isFirst = shown === null;
  const isCurrent = shown !== null && shown.report === report;

  useEffect(() => {
    if (session === null || report === null || !isShown || isCurrent) return undefined;
    let isWanted = true;
    const ask = async () => {
      try {
        const { body } = await send("report.preview", { session, form: report });
        if (isWanted) setShown({ report, body });
      } catch {
        if (isWanted) setFailedFor(report);
      }
    };
    const timer = setTimeout(() => void ask(), isFirst ? 0 : PAUSE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [session, report, isShown, isCurrent, isFirst]);

  const askAgain = useCallback(() => setShown(null), []);
  const shownFor = useCallback(
    (asked: ReportForm) => (shown !== null && shown.report === asked ? shown.body : null),
    [shown],
  );
  const hasFailed = failedFor !== null && failedFor === report;
  return {
    preview: { body: shown?.body ?? null, report: shown?.report ?? null, isCurrent, hasFailed },
    shownFor,
    askAgain,
  };
}

import { createPortal } from "react-dom";
import { i18n } from "#i18n";
import type { InboxItem, ListedItem } from "@/lib/inbox/item";
import { dayText } from "@/entrypoints/popup/words/say";
import styles from "./Printed.module.css";
import { PrintedList } from "./PrintedList";
import { PrintedReport } from "./PrintedReport";
import { usePrinting } from "./use-printing";

export interface PrintedProps {
  /** All that the list would show, in its order. */
  items: readonly ListedItem[];
  /** How many these are, and what of, in words. */
  count: string;
  /** The report to print; null for the list. */
  open: InboxItem | null;
  nowMs: number;
  onEnd: () => void;
}

/**
 * What goes on paper: the open report, or else all reports of the view and not only those that happen to be in the
 * page. It stands beside the app, which is not printed then.
 */
export function Printed({ items, count, open, nowMs, onEnd }: PrintedProps) {
  if (!usePrinting(onEnd)) return null;
  return createPortal(
    <div className={styles.sheet} data-printed="">
      {open ? <PrintedReport item={open} nowMs={nowMs} /> : <PrintedList items={items} count={count} />}
      <p className={styles.soft}>{i18n.t("inbox.print.on", [dayText(nowMs)])}</p>
    </div>,
    document.body,
  );
}

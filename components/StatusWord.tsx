import type { Status } from "@/lib/protocol/event";
import styles from "./StatusWord.module.css";

/** A status as a word with a dot. The word carries the meaning; the dot is only for the eye that scans. */
export function StatusWord({ status, label }: { status: Status | "waiting" | "refused"; label: string }) {
  return (
    <span className={styles.word}>
      <span className={[styles.dot, styles[status]].join(" ")} aria-hidden="true" />
      {label}
    </span>
  );
}

import type { ReactNode } from "react";
import styles from "./Panes.module.css";

export interface PanesProps {
  list: ReactNode;
  detail: ReactNode;
  /** Where there is no room for both, the detail covers the list, which keeps its place underneath. */
  open: boolean;
}

/** List and detail side by side where there is room, else one after the other. */
export function Panes({ list, detail, open }: PanesProps) {
  return (
    <div className={styles.room}>
      <div className={styles.panes} data-open={open}>
        <div className={styles.list}>{list}</div>
        <div className={styles.detail}>{detail}</div>
      </div>
    </div>
  );
}

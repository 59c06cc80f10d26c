import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

export interface EmptyStateProps {
  icon?: ReactNode;
  /** For a pane that waits for a choice: nothing to read, only a hint. */
  quiet?: boolean;
  title: string;
  /** What to do, for somebody who has never been here. */
  children?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ icon, quiet, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {icon ? (
        <div className={styles.icon} aria-hidden="true">
          {icon}
        </div>
      ) : null}
      {quiet ? <p className={styles.hint}>{title}</p> : <h2 className={styles.title}>{title}</h2>}
      {children ? <div className={styles.text}>{children}</div> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}

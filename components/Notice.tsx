import type { ReactNode } from "react";
import styles from "./Notice.module.css";

export interface NoticeProps {
  /** `helped` is green and only for "it helped". */
  tone?: "calm" | "attention" | "error" | "helped";
  /** Read out when it appears: `polite` for news, `assertive` for an error after the person did something. */
  live?: "polite" | "assertive";
  icon?: ReactNode;
  children: ReactNode;
  actions?: ReactNode;
}

const ROLES = { polite: "status", assertive: "alert" } as const;

/** What happened, what is safe, what to do. */
export function Notice({ tone = "calm", live, icon, children, actions }: NoticeProps) {
  return (
    <div className={[styles.notice, styles[tone]].join(" ")} role={live && ROLES[live]}>
      {icon ? (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      ) : null}
      <div className={styles.text}>{children}</div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}

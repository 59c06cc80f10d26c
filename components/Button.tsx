import type { ComponentProps, ReactNode } from "react";
import styles from "./Button.module.css";

export interface ButtonProps extends ComponentProps<"button"> {
  /** `main` once a screen at most; `quiet` has no edge until it is touched; `danger` for what cannot be undone. */
  look?: "main" | "plain" | "quiet" | "danger";
  /** An icon beside the words; decoration only. */
  icon?: ReactNode;
}

/** A native button. `aria-disabled` is preferred to `disabled` where the reason should be reachable by keyboard. */
export function Button({ look = "plain", icon, className, children, type = "button", ...rest }: ButtonProps) {
  return (
    <button type={type} className={[styles.button, styles[look], className].filter(Boolean).join(" ")} {...rest}>
      {icon ? (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      ) : null}
      {children}
    </button>
  );
}

import type { ComponentProps, ReactNode } from "react";
import styles from "./Button.module.css";

export interface ButtonProps extends ComponentProps<"button"> {
  /** `main` once a screen at most; `quiet` has no edge until it is touched; `danger` for what cannot be undone. */
  look?: "main" | "plain" | "quiet" | "danger";
  /** An icon beside the words; decoration only. */
  icon?: ReactNode;
  /**
   * For what writes or deletes: whether it is under way. Given at all, it also lets the second press of a double click
   * go: after the first, something else may stand under the pointer.
   */
  busy?: boolean;
}

/** A native button. `aria-disabled` is preferred to `disabled` where the reason should be reachable by keyboard. */
export function Button({
  look = "plain",
  icon,
  busy,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={[styles.button, styles[look], className].filter(Boolean).join(" ")}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy !== undefined && event.detail > 1) event.preventDefault();
        else onClick?.(event);
      }}
      {...rest}
    >
      {icon ? (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      ) : null}
      {children}
    </button>
  );
}

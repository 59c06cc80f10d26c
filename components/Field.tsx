import { type ComponentProps, type CSSProperties, type ReactNode, useId } from "react";
import styles from "./Field.module.css";

interface Around {
  /** The accessible name. */
  label: string;
  labelHidden?: boolean;
  hint?: ReactNode;
  /** What is wrong, in plain words; marks the field as invalid. */
  error?: string | null;
}

export interface TextAreaProps extends Around, Omit<ComponentProps<"textarea">, "id"> {}
export interface TextFieldProps extends Around, Omit<ComponentProps<"input">, "id"> {}

/** A text box of several lines that grows with its content where the browser can. */
export function TextArea({ label, labelHidden, hint, error, className, rows = 3, ...rest }: TextAreaProps) {
  const id = useId();
  return (
    <Frame id={id} label={label} labelHidden={labelHidden} hint={hint} error={error}>
      <textarea
        id={id}
        className={[styles.control, styles.area, className].filter(Boolean).join(" ")}
        rows={rows}
        dir="auto"
        // `field-sizing: content` forgets `rows`: the style keeps them as the least.
        style={{ "--rows": rows } as CSSProperties}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        {...rest}
      />
    </Frame>
  );
}

export function TextField({ label, labelHidden, hint, error, className, ...rest }: TextFieldProps) {
  const id = useId();
  return (
    <Frame id={id} label={label} labelHidden={labelHidden} hint={hint} error={error}>
      <input
        id={id}
        dir="auto"
        className={[styles.control, className].filter(Boolean).join(" ")}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
        {...rest}
      />
    </Frame>
  );
}

function Frame({ id, label, labelHidden, hint, error, children }: Around & { id: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={labelHidden ? "unseen" : styles.label}>
        {label}
      </label>
      {hint ? (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      ) : null}
      {children}
      {error ? (
        <div id={`${id}-error`} className={styles.error} role="alert">
          {error}
        </div>
      ) : null}
    </div>
  );
}

function describedBy(id: string, hint: ReactNode, error: string | null | undefined): string | undefined {
  const ids = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

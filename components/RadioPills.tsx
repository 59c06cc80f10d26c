import { useId } from "react";
import styles from "./RadioPills.module.css";

export interface PillOption<T extends string | number> {
  value: T;
  label: string;
}

export interface RadioPillsProps<T extends string | number> {
  /** The group's accessible name, shown above it unless `legendHidden`. */
  legend: string;
  legendHidden?: boolean;
  options: readonly PillOption<T>[];
  value: T | null;
  /** null when the person takes an optional choice back by pressing it again. */
  onChange: (value: T | null) => void;
  /** A choice that may stay open can also be taken back. */
  optional?: boolean;
  disabled?: boolean;
}

/** Native radios that look like pills: arrow keys, forms and screen readers work without a line of ours. */
export function RadioPills<T extends string | number>(props: RadioPillsProps<T>) {
  const id = useId();
  const { legend, legendHidden, options, value, onChange, optional, disabled } = props;
  return (
    <div role="radiogroup" aria-labelledby={`${id}-legend`}>
      <div id={`${id}-legend`} className={legendHidden ? "unseen" : styles.legend}>
        {legend}
      </div>
      <div className={styles.row}>
        {options.map((option) => (
          <label key={String(option.value)} className={styles.pill}>
            <input
              type="radio"
              className={styles.input}
              name={id}
              value={String(option.value)}
              checked={option.value === value}
              disabled={disabled}
              onChange={() => onChange(option.value)}
              // A click on the chosen one fires no change: it is how an optional choice is taken back.
              onClick={() => {
                if (optional && option.value === value) onChange(null);
              }}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </div>
  );
}

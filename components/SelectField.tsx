import ChevronDown from "lucide-react/icons/chevron-down";
import styles from "./SelectField.module.css";

export interface SelectFieldProps<T extends string> {
  /** The accessible name; what is chosen says by itself what it is about ("All sites"). */
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** The browser's own list: it may be larger than the popup it opens in, which none of ours could. */
export function SelectField<T extends string>({ label, value, options, onChange }: SelectFieldProps<T>) {
  const first = options[0]?.value;
  return (
    <span className={styles.frame}>
      <select
        className={styles.select}
        aria-label={label}
        title={label}
        value={value}
        data-chosen={value === first ? undefined : ""}
        onChange={(event) => onChange(event.target.value as T)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown className={styles.icon} aria-hidden="true" />
    </span>
  );
}

import { i18n } from "#i18n";
import type { PanelOpened } from "@/lib/messaging/messages";
import type { ContextField, FormState } from "./form-state";
import styles from "./panel.module.css";
import { sentRows } from "./sent-rows";

export interface SentListProps {
  words: string;
  opened: PanelOpened;
  form: FormState;
  onChange: (leftOut: ReadonlySet<ContextField>) => void;
}

/** Exactly what will be sent, line by line, in plain words; what is about the page can be taken out. */
export function SentList({ words, opened, form, onChange }: SentListProps) {
  const toggle = (field: ContextField) => {
    const leftOut = new Set(form.leftOut);
    if (!leftOut.delete(field)) leftOut.add(field);
    onChange(leftOut);
  };
  return (
    <section className={styles.sent} aria-labelledby="sent-title">
      <h2 id="sent-title">{i18n.t("panel.sent.title")}</h2>
      <ul>
        {sentRows(words, opened, form).map(({ label, value, field, leftOut }) => (
          <li key={label} className={styles.row}>
            <span className={styles.label}>{label}</span>
            <span className={leftOut ? styles.leftOut : styles.value}>
              {leftOut ? i18n.t("panel.sent.leftOut") : value}
            </span>
            {field === null ? null : (
              <button
                type="button"
                className={styles.rowButton}
                aria-label={i18n.t(leftOut ? "panel.putBackWhat" : "panel.leaveOutWhat", [label])}
                onClick={() => toggle(field)}
              >
                {i18n.t(leftOut ? "panel.sent.putBack" : "panel.sent.leaveOut")}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

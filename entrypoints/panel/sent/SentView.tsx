import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { send } from "@/lib/messaging/client";
import type { PanelOpened } from "@/lib/messaging/messages";
import { type FormState, isAnonymous, isNameFree, type SentField, toReport, withChange } from "../form-state";
import type { Preview } from "../use-preview";
import { JsonView } from "./JsonView";
import { type SentEvent, sentGroups, type SentRow } from "./rows";
import styles from "./sent.module.css";

export interface SentViewProps {
  preview: Preview;
  opened: PanelOpened;
  form: FormState;
  onChange: (form: FormState) => void;
}

/** Exactly what will be sent, line by line, in plain words; what may be left out can be. One press further, the bytes. */
export function SentView({ preview, opened, form, onChange }: SentViewProps) {
  const [isExact, setExact] = useState(false);
  const { body, isCurrent, hasFailed } = preview;
  if (body === null) return hasFailed ? <p className={styles.sent}>{i18n.t("sent.away")}</p> : null;

  // Written by our own background a moment ago.
  const event = JSON.parse(body) as SentEvent;
  const offered = toReport(event.data.words, event.data.lang, opened, { ...form, leftOut: new Set() });
  const toggle = (field: SentField | "name") => {
    if (field === "name") return onChange(withChange(form, { anonymous: !isAnonymous(form, opened) }));
    const leftOut = new Set(form.leftOut);
    if (!leftOut.delete(field)) leftOut.add(field);
    onChange({ ...form, leftOut });
  };

  return (
    <section className={styles.sent} aria-labelledby="sent-title" aria-busy={!isCurrent}>
      <h2 id="sent-title">{i18n.t("sent.title")}</h2>
      {sentGroups(event, offered, isNameFree(opened)).map(({ title, hint, rows }) => (
        <div key={title} className={styles.group}>
          <h3>{title}</h3>
          {hint ? <p className={styles.hint}>{hint}</p> : null}
          <ul>
            {rows.map((row) => (
              <Row key={row.of.join()} row={row} onToggle={toggle} picture={form.picture} />
            ))}
          </ul>
        </div>
      ))}
      <Button look="quiet" className={styles.exactButton} aria-expanded={isExact} onClick={() => setExact(!isExact)}>
        {i18n.t(isExact ? "sent.exactHide" : "sent.exact")}
      </Button>
      {isExact ? <JsonView body={body} /> : null}
      <Button look="quiet" className={styles.exactButton} onClick={() => void send("sheet.show", null).catch(() => {})}>
        {i18n.t("sheet.link")}
      </Button>
    </section>
  );
}

interface RowProps {
  row: SentRow;
  onToggle: (field: SentField | "name") => void;
  picture: FormState["picture"];
}

function Row({ row: { label, value, field }, onToggle, picture }: RowProps) {
  // A name that is not sent is said to be so rather than left out.
  const isOut = value === null || (field === "name" && value === i18n.t("sent.noName"));
  return (
    <li className={styles.row}>
      <span className={styles.label}>{label}</span>
      {field === null ? null : (
        <button
          type="button"
          className={styles.toggle}
          aria-label={i18n.t(isOut ? "sent.putBackWhat" : "sent.leaveOutWhat", [label])}
          onClick={() => onToggle(field)}
        >
          {i18n.t(isOut ? "sent.putBack" : "sent.leaveOut")}
        </button>
      )}
      <span className={value === null ? styles.leftOut : styles.value}>{value ?? i18n.t("sent.leftOut")}</span>
      {field === "picture" && picture && value !== null ? (
        <img
          className={styles.picture}
          alt={i18n.t("sent.pictureAlt")}
          width={picture.w}
          height={picture.h}
          src={`data:${picture.type};base64,${picture.base64}`}
        />
      ) : null}
    </li>
  );
}

import { i18n } from "#i18n";
import { Checkbox } from "@/components/Checkbox";
import { TextArea, TextField } from "@/components/Field";
import type { ListedItem } from "@/lib/inbox/item";
import { LIMITS } from "@/lib/protocol/limits";
import { titleText } from "../words/say";
import styles from "./Business.module.css";
import type { Changes, DraftLine } from "./month-draft";

export interface LinesProps {
  lines: readonly DraftLine[];
  /** Whose words say to IT, and to nobody else, which annoyance a line is. */
  items: readonly ListedItem[];
  onChange: (id: string, change: NonNullable<Changes[string]>) => void;
}

/** What is in the month, each with IT's words for it, and whether everybody is to read it. */
export function Lines({ lines, items, onChange }: LinesProps) {
  if (lines.length === 0) return <p>{i18n.t("business.nothing")}</p>;
  return (
    <>
      {(["fix", "no"] as const).map((kind) => {
        const own = lines.filter((line) => line.kind === kind);
        const title = i18n.t(kind === "fix" ? "news.fixes" : "news.nos");
        return own.length === 0 ? null : (
          <section key={kind}>
            <h3>{title}</h3>
            <ul className={styles.lines} aria-label={title}>
              {own.map((line) => (
                <li key={line.id} className={styles.line}>
                  <Reported item={items.find(({ id }) => id === line.id)} />
                  <TextField
                    label={i18n.t("business.lineTitle")}
                    maxLength={LIMITS.summaryTitle}
                    value={line.title}
                    onChange={(event) => onChange(line.id, { title: event.target.value })}
                  />
                  {kind === "no" ? (
                    <TextArea
                      label={i18n.t("business.reason")}
                      rows={2}
                      maxLength={LIMITS.note}
                      value={line.reason}
                      onChange={(event) => onChange(line.id, { reason: event.target.value })}
                    />
                  ) : null}
                  <Checkbox
                    label={i18n.t("business.forAll")}
                    checked={line.shared}
                    onChange={(event) => onChange(line.id, { shared: event.target.checked })}
                  />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function Reported({ item }: { item: ListedItem | undefined }) {
  if (!item) return null;
  return (
    <p className={styles.soft}>
      {i18n.t("business.reported")}{" "}
      <span className={styles.words} lang={item.doc.lang} dir="auto">
        {titleText(item.doc)}
      </span>
    </p>
  );
}

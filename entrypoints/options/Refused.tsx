import { i18n } from "#i18n";
import { Notice } from "@/components/Notice";
import type { RefusedItem } from "@/lib/policy/policy";
import styles from "./Options.module.css";
import { placeText } from "./place-text";
import { REASONS } from "./settings-form";

/** Settings that could not be used, each with its place and the reason. The rest is in force. */
export function Refused({ items, isManaged }: { items: RefusedItem[]; isManaged: boolean }) {
  if (items.length === 0) return null;
  return (
    <Notice tone="attention">
      <h2>{i18n.t("options.refused")}</h2>
      <p>{i18n.t(isManaged ? "options.refusedManagedText" : "options.refusedText")}</p>
      <ul className={styles.refused}>
        {items.map((item) => (
          <li key={`${item.place} ${item.reason}`}>
            <b>{placeText(item.place)}</b>: {item.value ? <q>{item.value}</q> : null} {i18n.t(REASONS[item.reason])}
            {isManaged && item.place ? <code className={styles.place}>{item.place}</code> : null}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

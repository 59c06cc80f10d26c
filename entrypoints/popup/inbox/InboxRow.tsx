import { memo, type Ref } from "react";
import { i18n } from "#i18n";
import { StatusWord } from "@/components/StatusWord";
import type { ListedItem } from "@/lib/inbox/item";
import type { ReportDoc } from "@/lib/protocol/documents";
import { attentionOf } from "@/lib/reports/look-again";
import { sayNumber } from "../words/locale";
import { ageText, joinDots, titleText, weekText } from "../words/say";
import { siteText } from "./facts";
import styles from "./Inbox.module.css";

const ATTENTION = {
  "not-helped": "inbox.notHelped",
  reply: "inbox.replied",
  "me-too": "inbox.moreMeToo",
  "slow-again": "inbox.slowAgain",
  "look-again": "inbox.lookAgain",
} as const satisfies Record<NonNullable<ReportDoc["attention"]>, string>;

export interface InboxRowProps {
  item: ListedItem;
  nowMs: number;
  selected: boolean;
  /** Where it stands in the whole list, of which only a part is in the page; `start` in CSS pixels from the top. */
  place: { index: number; count: number; start: number };
  onOpen: () => void;
  /** Among those that something is to be done to. */
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
  ref: Ref<HTMLLIElement>;
}

/** One report in the list: the words first, then what it costs, then where it stands. */
export function InboxRow({ item, nowMs, selected, place, onOpen, chosen, onChoose, ref }: InboxRowProps) {
  const title = titleText(item.doc);
  return (
    <li
      ref={ref}
      className={styles.item}
      style={{ translate: `0 ${place.start}px` }}
      aria-label={title}
      aria-posinset={place.index + 1}
      aria-setsize={place.count}
      data-index={place.index}
    >
      <label className={styles.choose}>
        <input
          type="checkbox"
          aria-label={i18n.t("inbox.many.choose", [title])}
          checked={chosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
      </label>
      <button
        type="button"
        className={`${styles.row} ${item.unread ? styles.unread : ""}`}
        aria-current={selected ? "true" : undefined}
        onClick={onOpen}
      >
        <RowText item={item} nowMs={nowMs} />
      </button>
    </li>
  );
}

/** What only the report and the time decide: a row that moves says the same as before. */
const RowText = memo(function RowText({ item, nowMs }: Pick<InboxRowProps, "item" | "nowMs">) {
  const { doc, unread } = item;
  const attention = attentionOf(doc, nowMs);
  return (
    <>
      <span className={styles.words} lang={doc.lang} dir="auto">
        {titleText(doc)}
      </span>
      {unread ? (
        <span className={styles.dot}>
          <span className="unseen">{i18n.t("inbox.unread")}</span>
        </span>
      ) : null}
      <span className={styles.line}>
        <span className={styles.cost}>
          {joinDots([
            i18n.t("inbox.people", doc.people, [sayNumber(doc.people)]),
            weekText(doc),
            doc.blocked === 0 && doc.burden.holdsBack === "slows" && i18n.t("inbox.slowed"),
          ])}
        </span>
        {doc.blocked > 0 ? <span className={styles.blocked}>{i18n.t("inbox.blocked")}</span> : null}
      </span>
      <span className={styles.line}>
        <StatusWord status={doc.status} label={i18n.t(`words.status.${doc.status}`)} />
        <span>
          {joinDots([doc.context ? siteText(doc.context) : i18n.t("inbox.noPage"), ageText(doc.createdAt, nowMs)])}
        </span>
        {attention ? <span className={styles.attention}>{i18n.t(ATTENTION[attention])}</span> : null}
      </span>
    </>
  );
});

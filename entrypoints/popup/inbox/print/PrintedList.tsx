import { i18n } from "#i18n";
import type { ListedItem } from "@/lib/inbox/item";
import { sayNumber } from "@/entrypoints/popup/words/locale";
import { dayText, titleText, weekText } from "@/entrypoints/popup/words/say";
import { siteText } from "../facts";
import styles from "./Printed.module.css";

/** Some hundred pages; for more there is a file. */
const MOST_PRINTED = 5000;

/** As the list has them: a long story is on the report's own sheet. */
export function PrintedList({ items, count }: { items: readonly ListedItem[]; count: string }) {
  const more = items.length - MOST_PRINTED;
  return (
    <>
      <h1 className={styles.heading}>
        {i18n.t("inbox.list")} <span className={styles.soft}>{count}</span>
      </h1>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{i18n.t("inbox.print.words")}</th>
            <th>{i18n.t("inbox.filter.site")}</th>
            <th>{i18n.t("inbox.print.people")}</th>
            <th>{i18n.t("inbox.print.cost")}</th>
            <th>{i18n.t("inbox.filter.status")}</th>
            <th>{i18n.t("inbox.print.since")}</th>
          </tr>
        </thead>
        <tbody>
          {items.slice(0, MOST_PRINTED).map(({ id, doc }) => (
            <tr key={id}>
              <td lang={doc.lang} dir="auto">
                {titleText(doc)}
              </td>
              <td>{doc.context ? siteText(doc.context) : i18n.t("inbox.noPage")}</td>
              <td>{sayNumber(doc.people)}</td>
              <td>{weekText(doc)}</td>
              <td>{i18n.t(`words.status.${doc.status}`)}</td>
              <td>{dayText(Date.parse(doc.createdAt))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 ? <p>{i18n.t("inbox.print.more", more, [sayNumber(more)])}</p> : null}
    </>
  );
}

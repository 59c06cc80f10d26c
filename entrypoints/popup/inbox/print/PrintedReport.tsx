import { i18n } from "#i18n";
import { Conversation } from "@/entrypoints/popup/conversation/Conversation";
import { toLines } from "@/entrypoints/popup/conversation/lines";
import { burdenText, costText, dayText, joinDots, titleText } from "@/entrypoints/popup/words/say";
import type { InboxItem } from "@/lib/inbox/item";
import { pageAddress } from "@/lib/inbox/page-address";
import { triageOf } from "@/lib/reports/triage";
import { siteText } from "../facts";
import { KnownText } from "../known/KnownText";
import styles from "./Printed.module.css";

/** The person and their words, what it costs, where it was, and what was said. */
export function PrintedReport({ item, nowMs }: { item: InboxItem; nowMs: number }) {
  const { doc, joined } = item;
  const { context, summary } = doc;
  const name = doc.reporter?.name ?? i18n.t("words.nameless");
  const lines = toLines(doc.timeline, "it", null);
  // Without words the kind is the heading already.
  const kind = doc.kind && doc.words.trim() !== "" && i18n.t(`words.kind.${doc.kind}`);
  const { assignee, labels, externalRefs } = triageOf(doc);
  const facts: [string, string | null][] = [
    [i18n.t("inbox.tryingTo"), doc.goal],
    [i18n.t("inbox.print.cost"), [costText(doc), joinDots([kind, burdenText(doc.burden)])].filter(Boolean).join("\n")],
    [i18n.t("inbox.page"), context ? joinDots([siteText(context), context.title, pageAddress(context)?.url]) : null],
    [i18n.t("inbox.triage.title"), assignee],
    [i18n.t("inbox.triage.labels"), labels.join(", ")],
    [i18n.t("inbox.triage.links"), externalRefs.map(({ url }) => url).join(" ")],
  ];
  return (
    <>
      <p>{joinDots([name, dayText(Date.parse(doc.createdAt)), i18n.t(`words.status.${doc.status}`)])}</p>
      <h1 className={styles.words} lang={doc.lang} dir="auto">
        {titleText(doc)}
      </h1>
      <dl className={styles.facts}>
        {facts.map(([title, value]) =>
          value ? (
            <div key={title} className={styles.fact}>
              <dt>{title}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {joined.length > 0 ? (
        <section className={styles.part}>
          <h2>{i18n.t("inbox.same.joined", joined.length)}</h2>
          <ul className={styles.joined}>
            {joined.map((report) => (
              <li key={report.id} lang={report.lang} dir="auto">
                {titleText(report)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {summary ? (
        <section className={styles.part}>
          <h2>{i18n.t("inbox.known.published")}</h2>
          <KnownText {...summary} isPossible={doc.status === "possible"} />
        </section>
      ) : null}
      <section className={styles.part}>
        <h2>{i18n.t("inbox.conversation")}</h2>
        {doc.earlier ? <p className={styles.soft}>{i18n.t("inbox.earlier")}</p> : null}
        {lines.length > 0 ? (
          <Conversation lines={lines} nowMs={nowMs} reporter={name} whole />
        ) : (
          <p className={styles.soft}>{i18n.t("inbox.conversationNew")}</p>
        )}
      </section>
    </>
  );
}

import { useState } from "react";
import { i18n } from "#i18n";
import { Notice } from "@/components/Notice";
import { StatusWord } from "@/components/StatusWord";
import type { InboxItem } from "@/lib/inbox/item";
import { send } from "@/lib/messaging/client";
import type { ReportDoc, TimelineEntry } from "@/lib/protocol/documents";
import { attentionOf } from "@/lib/reports/look-again";
import { Conversation } from "../conversation/Conversation";
import { toLines } from "../conversation/lines";
import { useOnce } from "@/components/use-once";
import { sayNumber, uiLocale } from "../words/locale";
import { ageText, burdenText, costText, joinDots, plainDayText, titleText } from "../words/say";
import { AnswerForm } from "./AnswerForm";
import { CopyReport } from "./CopyReport";
import styles from "./InboxDetail.module.css";
import { Known } from "./known/Known";
import { PageFacts } from "./PageFacts";
import { Pictures } from "./Pictures";
import { SameAs } from "./SameAs";
import { Triage } from "./Triage";

/** From this many characters on, words are a story and not a headline. */
const LONG_WORDS = 220;

export interface InboxDetailProps {
  item: InboxItem;
  nowMs: number;
  reviewer: string | null;
  colleagues: readonly string[];
  /** To another report that belongs to this one. */
  onOpen: (reportId: string) => void;
  act: (work: Promise<unknown>) => void;
}

/** A report as IT reads it: the person and their words first, what it costs, what was said; the machine last. */
export function InboxDetail({ item, nowMs, reviewer, colleagues, onOpen, act }: InboxDetailProps) {
  const { doc } = item;
  const { busy, once } = useOnce(act);
  const [publishing, setPublishing] = useState<string | null>(null);
  const name = doc.reporter?.name ?? i18n.t("words.nameless");
  const lines = toLines(doc.timeline, "it", reviewer);
  const burden = burdenText(doc.burden);

  async function applyAnyway(entry: TimelineEntry) {
    if (!entry.status) return;
    const { ok } = await send("review.answer", {
      reportId: doc.id,
      status: entry.status,
      basedOn: doc.statusEvent,
      text: entry.text ?? "",
      lang: entry.lang ?? uiLocale(),
    });
    if (!ok) throw new Error("the answer was not saved");
  }

  return (
    <article className={styles.detail}>
      <div className={styles.top}>
        <span>
          <b>{name}</b>{" "}
          <span className={styles.soft}>
            {joinDots([ageText(doc.createdAt, nowMs), doc.reporter && i18n.t("inbox.claimedName")])}
          </span>
        </span>
        <span className={styles.row}>
          {doc.summary ? <span className={styles.soft}>{i18n.t("inbox.known.published")}</span> : null}
          <StatusWord status={doc.status} label={i18n.t(`words.status.${doc.status}`)} />
        </span>
      </div>
      <h2
        className={styles.words}
        lang={doc.lang}
        dir="auto"
        tabIndex={-1}
        data-long={doc.words.length > LONG_WORDS ? "" : undefined}
      >
        {titleText(doc)}
      </h2>
      {item.partly ? <p className={styles.soft}>{i18n.t("inbox.newer.partly")}</p> : null}
      {doc.goal ? (
        <p className={styles.goal}>
          <span className={styles.soft}>{i18n.t("inbox.tryingTo")}:</span>{" "}
          <span lang={doc.lang} dir="auto">
            {doc.goal}
          </span>
        </p>
      ) : null}
      <div className={styles.cost}>
        <p className={doc.blocked > 0 ? styles.blocked : undefined}>{costText(doc)}</p>
        <p className={styles.soft}>{joinDots([kindText(doc), burden])}</p>
        {doc.helped.forEvent ? <p className={styles.soft}>{helpedText(doc)}</p> : null}
        {doc.lookAgain ? (
          <p className={attentionOf(doc, nowMs) === "look-again" ? styles.due : styles.soft}>
            {i18n.t("inbox.no.again", [plainDayText(doc.lookAgain)])}
          </p>
        ) : null}
      </div>
      <PageFacts doc={doc} act={act} />
      <Pictures doc={doc} />
      <Triage doc={doc} reviewer={reviewer} colleagues={colleagues} act={act} />
      <SameAs item={item} nowMs={nowMs} reviewer={reviewer} onOpen={onOpen} act={act} />
      <section className={styles.section} aria-label={i18n.t("inbox.conversation")}>
        {doc.earlier ? <p className={styles.soft}>{i18n.t("inbox.earlier")}</p> : null}
        {lines.length > 0 ? (
          <Conversation
            lines={lines}
            nowMs={nowMs}
            reporter={name}
            busy={busy}
            onApply={(entry) => once(() => applyAnyway(entry))}
          />
        ) : (
          <p className={styles.soft}>{i18n.t("inbox.conversationNew")}</p>
        )}
        {item.refused.length > 0 ? <Notice tone="error">{i18n.t("inbox.refused")}</Notice> : null}
      </section>
      <AnswerForm doc={doc} nowMs={nowMs} reviewer={reviewer} act={act} onPublish={setPublishing} />
      <div className={styles.foot}>
        <Known item={item} nowMs={nowMs} act={act} start={publishing} onStart={setPublishing} />
        <CopyReport doc={doc} act={act} />
      </div>
    </article>
  );
}

function kindText(doc: ReportDoc): string | null {
  // Without words the kind is the title already.
  return doc.kind && doc.words.trim() !== "" ? i18n.t(`words.kind.${doc.kind}`) : null;
}

/** As everywhere, what few people have answered is not broken down: it would tell who said what. */
const FEWEST_ANSWERS = 5;

function helpedText({ helped: { yes, partly, no } }: ReportDoc): string {
  const all = yes + partly + no;
  if (all < FEWEST_ANSWERS) return i18n.t("inbox.helped.few", all, [sayNumber(all)]);
  return i18n.t("inbox.helped.all", [sayNumber(all), sayNumber(yes), sayNumber(partly), sayNumber(no)]);
}

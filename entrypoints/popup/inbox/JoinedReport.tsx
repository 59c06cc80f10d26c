import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Disclosure } from "@/components/Disclosure";
import { cutText } from "@/lib/platform/cut-text";
import { send } from "@/lib/messaging/client";
import type { ReportDoc } from "@/lib/protocol/documents";
import { Conversation } from "../conversation/Conversation";
import { toLines } from "../conversation/lines";
import { ageText, burdenText, joinDots, titleText } from "../words/say";
import { PageFacts } from "./PageFacts";
import { Pictures } from "./Pictures";
import styles from "./SameAs.module.css";

const LONGEST_NAME = 100;

export interface JoinedReportProps {
  doc: ReportDoc;
  nowMs: number;
  reviewer: string | null;
  busy: boolean;
  onApart: () => void;
  /** By itself, where it can be answered alone. */
  onOpen: () => void;
  act: (work: Promise<unknown>) => void;
}

/** One of the reports that an open one stands for; what its person said, and what was said to them, is folded. */
export function JoinedReport({ doc, nowMs, reviewer, busy, onApart, onOpen, act }: JoinedReportProps) {
  const [isOpen, setOpen] = useState(false);
  const title = titleText(doc);
  const called = cutText(title, LONGEST_NAME);
  const name = doc.reporter?.name ?? i18n.t("words.nameless");
  const lines = isOpen ? toLines(doc.timeline, "it", reviewer) : [];
  const burden = burdenText(doc.burden);

  function toggle(next: boolean) {
    setOpen(next);
    // Read is read, in which place ever: the collector's trail says who read a named report.
    if (next) act(send("review.opened", { reportId: doc.id }));
  }

  return (
    <li className={styles.joined}>
      <div className={styles.text}>
        <p className={isOpen ? styles.whole : styles.short} lang={doc.lang} dir="auto">
          {title}
        </p>
        <p className={styles.soft}>{joinDots([name, ageText(doc.createdAt, nowMs)])}</p>
      </div>
      <Disclosure
        summary={
          <>
            {i18n.t("inbox.same.read")} <span className="unseen">{called}</span>
          </>
        }
        open={isOpen}
        onToggle={toggle}
      >
        {isOpen ? (
          <div className={styles.inside}>
            {doc.goal ? (
              <p className={styles.whole}>
                <span className={styles.soft}>{i18n.t("inbox.tryingTo")}:</span>{" "}
                <span lang={doc.lang} dir="auto">
                  {doc.goal}
                </span>
              </p>
            ) : null}
            {burden ? <p className={styles.soft}>{burden}</p> : null}
            <PageFacts doc={doc} act={act} label={i18n.t("inbox.same.page", [called])} />
            <Pictures doc={doc} label={i18n.t("inbox.same.picture", [called])} />
            {lines.length > 0 ? (
              <Conversation lines={lines} nowMs={nowMs} reporter={name} />
            ) : (
              <p className={styles.soft}>{i18n.t("inbox.same.nothingSaid")}</p>
            )}
            <Button onClick={onOpen}>{i18n.t("inbox.same.alone")}</Button>
          </div>
        ) : null}
      </Disclosure>
      <Button look="quiet" busy={busy} aria-label={i18n.t("inbox.same.apartName", [called])} onClick={onApart}>
        {i18n.t("inbox.same.apart")}
      </Button>
    </li>
  );
}

import Copy from "lucide-react/icons/copy";
import Download from "lucide-react/icons/download";
import { type ReactNode, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Notice } from "@/components/Notice";
import { StatusWord } from "@/components/StatusWord";
import { DAMAGED } from "@/lib/outbox/damaged";
import type { MyReport } from "@/lib/outbox/my-report";
import { Conversation } from "../conversation/Conversation";
import { toLines } from "../conversation/lines";
import { saveText } from "@/components/paper/save-text";
import { ageText, burdenText, joinDots, titleText } from "../words/say";
import styles from "./MineDetail.module.css";
import { KindNo } from "./KindNo";
import { refusalText, statusOf } from "./mine-words";
import { reportText } from "./report-file";
import { Resend } from "./Resend";
import { Steps } from "./Steps";
import { TakeBack } from "./TakeBack";
import { WriteBack } from "./WriteBack";

export interface MineDetailProps {
  report: MyReport;
  nowMs: number;
  act: (work: Promise<unknown>) => void;
  /** "Did this help?", where it is to be asked. */
  helped: ReactNode;
}

/** One report of this person: what they said, what became of it, and what they can do now. */
export function MineDetail({ report, nowMs, act, helped }: MineDetailProps) {
  const [copied, setCopied] = useState(false);
  const lines = toLines(report.timeline, "reporter", null);
  const burden = burdenText(report.burden);
  const isAnswered = !report.sendOnly || lines.length > 0;
  const isStuck = report.delivery === "refused" || report.delivery === "parked";

  async function copy() {
    await navigator.clipboard.writeText(report.words);
    setCopied(true);
  }

  return (
    <article className={styles.detail}>
      <div className={styles.status}>
        <StatusWord {...statusOf(report)} />
        <span className={styles.soft}>
          {joinDots([report.siteName, ageText(new Date(report.createdAt).toISOString(), nowMs)])}
        </span>
      </div>
      <h2 className={styles.words} lang={report.lang} dir="auto">
        {titleText(report)}
      </h2>
      <dl className={styles.facts}>
        {report.goal ? <Fact name={i18n.t("mine.goal")}>{report.goal}</Fact> : null}
        {burden ? <Fact name={i18n.t("mine.cost")}>{burden}</Fact> : null}
      </dl>
      <p className={styles.soft}>
        {joinDots([
          report.delivery === "received" && report.people > 1 && i18n.t("mine.people", report.people),
          report.identity === "anon" && i18n.t("mine.withoutName"),
          report.picture && !isStuck && i18n.t(`picture.mine.${report.picture}`),
        ])}
      </p>
      {isStuck ? <Stuck report={report} act={act} /> : <Steps report={report} />}
      {report.isErased ? <Notice tone="attention">{i18n.t("mine.erased")}</Notice> : null}
      {!isStuck && !report.isErased && report.problem ? (
        <Notice tone="error">{refusalText(report.problem)}</Notice>
      ) : null}
      {helped}
      <KindNo report={report} nowMs={nowMs} />
      {!isStuck && report.sendOnly ? <p className={styles.soft}>{i18n.t("mine.answersElsewhere")}</p> : null}
      {isStuck || !isAnswered ? null : (
        <section className={styles.section} aria-label={i18n.t("mine.conversation")}>
          {lines.length > 0 ? (
            <Conversation lines={lines} nowMs={nowMs} reporter={i18n.t("words.you")} />
          ) : (
            <p className={styles.soft}>{i18n.t("mine.nothingYet")}</p>
          )}
        </section>
      )}
      {isStuck || report.isErased || report.sendOnly ? null : <WriteBack reportId={report.id} act={act} />}
      <div className={styles.actions}>
        <Button look="quiet" icon={<Copy />} onClick={() => act(copy())}>
          {i18n.t("mine.copy")}
        </Button>
        {isStuck ? (
          <Button
            look="quiet"
            icon={<Download />}
            onClick={() => saveText("earshot.txt", "text/plain", reportText(report))}
          >
            {i18n.t("mine.file.save")}
          </Button>
        ) : null}
        {report.sendOnly && report.delivery === "received" ? null : <TakeBack report={report} act={act} />}
        <output className={styles.soft}>{copied ? i18n.t("mine.copied") : null}</output>
      </div>
    </article>
  );
}

function Stuck({ report, act }: { report: MyReport; act: MineDetailProps["act"] }) {
  const isForeign = report.parkedFor === "other-collector";
  return (
    <div className={styles.section}>
      {report.delivery === "refused" ? (
        <Notice tone="error">
          {report.problem?.slug === DAMAGED ? null : <b>{i18n.t("mine.refused.title")}</b>}{" "}
          {refusalText(report.problem)}
        </Notice>
      ) : (
        <Notice tone="attention">{i18n.t(isForeign ? "mine.parked.other" : "mine.parked.expired")}</Notice>
      )}
      {isForeign ? null : <Resend report={report} act={act} />}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

import { MessageCircleHeart } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/EmptyState";
import type { EarshotDatabase } from "@/lib/database/open";
import { send } from "@/lib/messaging/client";
import type { MyReport } from "@/lib/outbox/my-report";
import { BackButton } from "../shell/BackButton";
import { Panes } from "../shell/Panes";
import { useNow } from "../shell/use-now";
import { titleText } from "../words/say";
import { DidThisHelp } from "./DidThisHelp";
import { MineCard } from "./MineCard";
import { TakenBack } from "./TakenBack";
import styles from "./MyReports.module.css";
import { isAsked, lastAnswer, summaryText, whoSays } from "./mine-words";

const Joined = lazy(async () => ({ default: (await import("./Joined")).Joined }));
// Not before somebody opens a report: the list is what everybody sees first.
const MineDetail = lazy(async () => ({ default: (await import("./MineDetail")).MineDetail }));

type Act = (work: Promise<unknown>) => void;

export interface MyReportsProps {
  db: EarshotDatabase;
  reports: MyReport[];
  act: Act;
  /** Something keeps what waits from going out. */
  away: boolean;
}

/** What IT did for this person, what needs their word, and everything that they have said. */
export function MyReports({ db, reports, act, away }: MyReportsProps) {
  const nowMs = useNow();
  const [openId, setOpenId] = useState<string | null>(null);
  // Answered just now: they stay, with their thank-you, until this window closes.
  const [answered, setAnswered] = useState<ReadonlyMap<string, string>>(new Map());
  const open = reports.find((report) => report.id === openId) ?? null;

  const joined = (
    <Suspense fallback={null}>
      <Joined db={db} nowMs={nowMs} act={act} />
    </Suspense>
  );
  if (reports.length === 0) {
    return (
      <>
        <EmptyState icon={<MessageCircleHeart />} title={i18n.t("mine.empty.title")}>
          <p>{i18n.t("mine.empty.text")}</p>
        </EmptyState>
        <div className={styles.list}>{joined}</div>
      </>
    );
  }

  function show(report: MyReport) {
    setOpenId(report.id);
    if (report.news) act(send("mine.seen", { reportId: report.id }));
  }

  function askAbout(report: MyReport) {
    const forEvent = report.askHelped ?? answered.get(report.id);
    if (forEvent === undefined || report.takenBack) return null;
    return (
      <DidThisHelp
        key={forEvent}
        report={report}
        forEvent={forEvent}
        act={act}
        onAnswered={() => setAnswered((before) => new Map(before).set(report.id, forEvent))}
      />
    );
  }

  // What is open at the side is asked there, not twice.
  const needs = reports.filter((report) => report.id !== openId);
  const asksHelped = needs.filter(
    (report) => !report.takenBack && (report.askHelped !== null || answered.has(report.id)),
  );
  const asked = needs.filter(isAsked);
  const summary = summaryText(reports);
  return (
    <Panes
      open={open !== null}
      list={
        <div className={styles.list}>
          {summary ? <p className={styles.summary}>{summary}</p> : null}
          {asksHelped.length + asked.length > 0 ? (
            <section className={styles.section} aria-label={i18n.t("mine.needs")}>
              <h2 className={styles.heading}>{i18n.t("mine.needs")}</h2>
              {asksHelped.map(askAbout)}
              {asked.map((report) => (
                <Asked key={report.id} report={report} onAnswer={() => show(report)} />
              ))}
            </section>
          ) : null}
          <ul className={styles.cards} aria-label={i18n.t("mine.list")}>
            {reports.map((report) => (
              <MineCard
                key={report.id}
                report={report}
                nowMs={nowMs}
                selected={report.id === openId}
                onOpen={() => show(report)}
              />
            ))}
          </ul>
          {joined}
        </div>
      }
      detail={
        open ? (
          <>
            <BackButton onBack={() => setOpenId(null)} />
            {open.takenBack ? (
              <TakenBack key={open.id} report={open} takenBack={open.takenBack} away={away} act={act} />
            ) : (
              <Suspense fallback={null}>
                <MineDetail key={open.id} report={open} nowMs={nowMs} act={act} helped={askAbout(open)} />
              </Suspense>
            )}
          </>
        ) : (
          <EmptyState quiet icon={<MessageCircleHeart />} title={i18n.t("mine.choose")} />
        )
      }
    />
  );
}

function Asked({ report, onAnswer }: { report: MyReport; onAnswer: () => void }) {
  const question = lastAnswer(report);
  return (
    <div className={styles.asked}>
      <p className={styles.about} lang={report.lang} dir="auto">
        {titleText(report)}
      </p>
      <p className={styles.question}>
        <b>{whoSays(question?.name ?? report.statusBy, true)}:</b> {question?.text}
      </p>
      <div>
        <Button onClick={onAnswer}>{i18n.t("mine.answerIt")}</Button>
      </div>
    </div>
  );
}

import { Suspense, useCallback, useEffect, useState } from "react";
import { i18n } from "#i18n";
import type { EarshotDatabase } from "@/lib/database/open";
import { type JoinedItem, watchJoined } from "@/lib/known/watch-joined";
import { send } from "@/lib/messaging/client";
import type { MyReport } from "@/lib/outbox/my-report";
import type { Question } from "@/lib/reports/question";
import { BackButton } from "../shell/BackButton";
import { Panes } from "../shell/Panes";
import { useNow } from "../shell/use-now";
import { useWatched } from "../shell/use-watched";
import { MineCard } from "./MineCard";
import styles from "./MyReports.module.css";
import { isAsked, summaryText } from "./mine-words";
import { partsOfMine, useParts } from "./parts";
import { goneOf } from "./summary";

const { Asked, AskJoined, AskOwn, Empty, Joined, MineDetail, TakenBack, WhatItDid } = partsOfMine;

type Act = (work: Promise<unknown>) => void;

export interface MyReportsProps {
  db: EarshotDatabase;
  reports: MyReport[];
  act: Act;
  /** Something keeps what waits from going out. */
  away: boolean;
}

const LANGS = [i18n.t("words.locale"), ...navigator.languages];
const NOTHING_JOINED: JoinedItem[] = [];

/** What IT did for this person, what needs their word, and everything that they have said. */
export function MyReports({ db, reports, act, away }: MyReportsProps) {
  const nowMs = useNow();
  const [openId, setOpenId] = useState<string | null>(null);
  // Answered just now, or being so: they stay, with their thank-you, until this window closes.
  const [answered, setAnswered] = useState<ReadonlyMap<string, Question>>(new Map());
  const [written, setWritten] = useState<ReadonlySet<string>>(new Set());
  const areThere = useParts();
  const { value, failed } = useWatched<JoinedItem[]>(
    useCallback((onValue, onError) => watchJoined(db, LANGS, onValue, onError), [db]),
  );
  const joined = value ?? NOTHING_JOINED;
  const open = reports.find((report) => report.id === openId) ?? null;

  function show(report: MyReport) {
    setOpenId(report.id);
  }

  // Also what comes while it is open: it is read where it is.
  const unseenId = open?.news ? open.id : null;
  useEffect(() => {
    if (unseenId !== null) send("mine.seen", { reportId: unseenId }).catch(() => {});
  }, [unseenId]);

  const onAnswering = (reportId: string, question: Question) =>
    setAnswered((before) => new Map(before).set(reportId, question));
  const questionOf = (id: string, now: Question | null) => now ?? answered.get(id) ?? null;

  function askAbout(report: MyReport) {
    const question = report.takenBack ? null : questionOf(report.id, report.question);
    return (
      question && <AskOwn key={report.id} report={report} question={question} act={act} onAnswering={onAnswering} />
    );
  }

  // What is open at the side is asked there, not twice.
  const needs = reports.filter((report) => report.id !== openId);
  const asks = [
    ...needs.map(askAbout),
    ...joined.map((item) => {
      const question = questionOf(item.reportId, item.question);
      return (
        question && (
          <AskJoined key={item.reportId} item={item} question={question} act={act} onAnswering={onAnswering} />
        )
      );
    }),
    ...needs
      .filter((report) => isAsked(report) || (written.has(report.id) && report.status === "asked"))
      .map((report) => (
        <Asked
          key={report.id}
          report={report}
          act={act}
          onWriting={() => setWritten((before) => new Set(before).add(report.id))}
        />
      )),
  ].filter((ask) => ask !== null);
  const gone = goneOf(reports, joined);
  const summary = summaryText(reports, gone);

  // What stands above the list would push it down from under the person's eyes if it came later.
  if (!value && !failed) return null;
  if (!areThere && gone.length + asks.length > 0) return null;

  const top = (
    <>
      {summary ? <p className={styles.summary}>{summary}</p> : null}
      <Suspense fallback={null}>
        {gone.length > 0 ? <WhatItDid gone={gone} /> : null}
        {asks.length > 0 ? (
          <section className={styles.section} aria-label={i18n.t("mine.needs")}>
            <h2 className={styles.heading}>{i18n.t("mine.needs")}</h2>
            {asks}
          </section>
        ) : null}
      </Suspense>
    </>
  );
  const below = (
    <Suspense fallback={null}>{joined.length > 0 ? <Joined items={joined} nowMs={nowMs} act={act} /> : null}</Suspense>
  );

  if (reports.length === 0 && joined.length === 0) {
    return (
      <Suspense fallback={null}>
        <Empty why="nothing" />
      </Suspense>
    );
  }
  // Who has only joined others' reports has nothing that opens beside them.
  if (reports.length === 0) {
    return (
      <div className={styles.alone}>
        <div className={styles.list}>
          {top}
          {below}
        </div>
      </div>
    );
  }
  return (
    <Panes
      open={open !== null}
      list={
        <div className={styles.list}>
          {top}
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
          {below}
        </div>
      }
      detail={
        open ? (
          <>
            <BackButton onBack={() => setOpenId(null)} />
            <Suspense fallback={null}>
              {open.takenBack ? (
                <TakenBack key={open.id} report={open} takenBack={open.takenBack} away={away} act={act} />
              ) : (
                <MineDetail key={open.id} report={open} nowMs={nowMs} act={act} helped={askAbout(open)} />
              )}
            </Suspense>
          </>
        ) : (
          <Suspense fallback={null}>
            <Empty why="notChosen" />
          </Suspense>
        )
      }
    />
  );
}

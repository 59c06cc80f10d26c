import { i18n } from "#i18n";
import cardStyles from "@/components/AskCard.module.css";
import { KnownWords } from "@/components/KnownWords";
import type { JoinedItem } from "@/lib/known/watch-joined";
import type { MyReport } from "@/lib/outbox/my-report";
import type { Question } from "@/lib/reports/question";
import { titleText } from "../words/say";
import { DidThisHelp } from "./DidThisHelp";
import { lastAnswer, whoSays } from "./mine-words";
import styles from "./MyReports.module.css";
import { WriteBack } from "./WriteBack";

type Act = (work: Promise<unknown>) => void;

interface AboutProps {
  question: Question;
  act: Act;
  onAnswering: (reportId: string, question: Question) => void;
}

/** "Did this help?" of one's own report. */
export function AskOwn({ report, question, act, onAnswering }: AboutProps & { report: MyReport }) {
  const said = lastAnswer(report);
  return (
    <DidThisHelp
      key={`${question.forEvent} ${question.check}`}
      reportId={report.id}
      question={question}
      said={report.said}
      title={titleText(report)}
      lang={report.lang}
      act={act}
      onAnswering={() => onAnswering(report.id, question)}
    >
      {said ? (
        <p>
          <b>{whoSays(said.name, false)}:</b> {said.text}
        </p>
      ) : null}
    </DidThisHelp>
  );
}

/** The same of what one said me too to. It is answered without a name, as it was joined. */
export function AskJoined({ item, question, act, onAnswering }: AboutProps & { item: JoinedItem }) {
  return (
    <DidThisHelp
      key={`${question.forEvent} ${question.check}`}
      reportId={item.reportId}
      question={question}
      said={item.saidOfIt}
      title={item.title}
      lang={item.lang}
      act={act}
      onAnswering={() => onAnswering(item.reportId, question)}
    >
      <KnownWords status={item.status} text={item.text} workaround={item.workaround} lang={item.lang} />
    </DidThisHelp>
  );
}

/** What IT wants to know more of, answered where it is asked. */
export function Asked({ report, act, onWriting }: { report: MyReport; act: Act; onWriting: () => void }) {
  const question = lastAnswer(report);
  return (
    <section className={cardStyles.card} aria-label={i18n.t("mine.question")}>
      <p className={styles.about} lang={report.lang} dir="auto">
        {titleText(report)}
      </p>
      <p className={styles.question}>
        <b>{whoSays(question?.name ?? report.statusBy, true)}:</b> {question?.text}
      </p>
      <WriteBack reportId={report.id} act={act} onWriting={onWriting} />
    </section>
  );
}

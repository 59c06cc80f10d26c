import { i18n } from "#i18n";
import { StatusWord } from "@/components/StatusWord";
import type { MyReport } from "@/lib/outbox/my-report";
import { ageText, joinDots } from "../words/say";
import styles from "./MineCard.module.css";
import { lastAnswer, nameOf, statusOf, whoSays } from "./mine-words";

export interface MineCardProps {
  report: MyReport;
  nowMs: number;
  selected: boolean;
  onOpen: () => void;
}

/** One report in the list; its name begins with the person's own words. */
export function MineCard({ report, nowMs, selected, onOpen }: MineCardProps) {
  const answer = lastAnswer(report);
  const title = nameOf(report);
  return (
    <li aria-label={title}>
      <button type="button" className={styles.card} aria-current={selected ? "true" : undefined} onClick={onOpen}>
        <span className={styles.words} lang={report.takenBack ? undefined : report.lang} dir="auto">
          {title}
        </span>
        <span className={styles.line}>
          <StatusWord {...statusOf(report)} />
          <span className={styles.soft}>
            {joinDots([report.siteName, ageText(new Date(report.createdAt).toISOString(), nowMs)])}
          </span>
          {report.news ? <span className={styles.news}>{i18n.t("mine.news")}</span> : null}
        </span>
        {answer ? (
          <span className={styles.answer}>
            <b>{whoSays(answer.name, false)}:</b> {answer.text}
          </span>
        ) : null}
      </button>
    </li>
  );
}

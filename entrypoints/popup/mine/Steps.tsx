import { i18n } from "#i18n";
import type { MyReport } from "@/lib/outbox/my-report";
import { dayText } from "../words/say";
import { type Step, stepsOf } from "./steps";
import styles from "./Steps.module.css";

/** The way of a report so far, each step with its day. */
export function Steps({ report }: { report: MyReport }) {
  return (
    <ol className={styles.steps} aria-label={i18n.t("mine.steps.title")}>
      {stepsOf(report).map((step) => (
        <li key={step.kind} className={step.isDone ? styles.done : styles.open}>
          <span>{stepText(step)}</span>
          {step.at === null ? null : <span className={styles.day}>{dayText(step.at)}</span>}
        </li>
      ))}
    </ol>
  );
}

function stepText({ kind, by }: Step): string {
  return kind === "read" && by !== null ? i18n.t("mine.steps.readBy", [by]) : i18n.t(`mine.steps.${kind}`);
}

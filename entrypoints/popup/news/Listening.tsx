import { i18n } from "#i18n";
import type { ListeningScore } from "@/lib/protocol/digest";
import { sayNumber } from "../words/locale";
import { dayText, hoursText, plainDayText } from "../words/say";
import styles from "./News.module.css";

const HOUR_MS = 3_600_000;

/** Four figures side by side, never mixed into one; of the team and never of a person. */
export function Listening({ score }: { score: ListeningScore }) {
  const { answered, helped, oldestUnheard } = score;
  return (
    <section className={styles.listening} aria-labelledby="listening">
      <h2 id="listening" className={styles.name}>
        {i18n.t("news.listening.title")}
      </h2>
      <dl className={styles.four}>
        <Figure name={i18n.t("news.listening.firstWord")} value={firstWord(score)} />
        <Figure
          name={i18n.t("news.listening.answered")}
          value={
            answered === "few" || answered.of === 0
              ? few(answered)
              : i18n.t("news.listening.answeredOf", [sayNumber(answered.count), sayNumber(answered.of)])
          }
        />
        <Figure
          name={i18n.t("news.listening.helped")}
          value={
            helped === "few" || helped.of === 0
              ? few(helped)
              : i18n.t("news.listening.helpedOf", [sayNumber(helped.yes), sayNumber(helped.of)])
          }
        />
        <Figure
          name={i18n.t("news.listening.oldest")}
          value={
            oldestUnheard === null
              ? i18n.t("news.listening.noneWaits")
              : i18n.t("news.listening.since", [plainDayText(oldestUnheard)])
          }
        />
      </dl>
      <p className={styles.soft}>{i18n.t("news.listening.hint", [dayText(Date.parse(score.at))])}</p>
    </section>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div className={styles.figure}>
      <dt className={styles.soft}>{name}</dt>
      <dd className={styles.value}>{value}</dd>
    </div>
  );
}

function few(value: unknown): string {
  return i18n.t(value === "few" ? "news.listening.few" : "news.listening.nobody");
}

/** Half of the people waited less. */
function firstWord({ firstWordMs: ms }: ListeningScore): string {
  if (ms === "few" || ms === null) return few(ms);
  const hours = ms / HOUR_MS;
  return hours < 48 ? hoursText(hours) : i18n.t("news.listening.days", Math.round(hours / 24));
}

import { i18n } from "#i18n";
import type { Impact, MonthFigures } from "@/lib/impact/figures";
import { hoursText } from "../words/say";
import { monthText } from "../words/month";
import { fewText, percentText, weekFigure } from "./figure-words";
import styles from "./Impact.module.css";

/** What it was worth, in one sentence: of the newest month that has figures, else of all. */
export function Headline({ impact }: { impact: Impact }) {
  const { helped } = impact.listening;
  return (
    <div className={styles.head}>
      <h2 className={styles.headline}>{sentence(impact)}</h2>
      {helped !== "few" && helped.of > 0 ? (
        <p className={styles.share}>{i18n.t("impact.share", [percentText(helped.yes, helped.of)])}</p>
      ) : null}
    </div>
  );
}

function sentence({ given, months, threshold }: Impact): string {
  const month = months.findLast(hasHours);
  if (month && month.given !== "few" && month.given.hours !== null) {
    return i18n.t("impact.headlineMonth", [monthText(month.month, "month"), hoursText(month.given.hours)]);
  }
  if (given === "few") return i18n.t("impact.headlineFew", [fewText(threshold)]);
  if (given.people === 0) return i18n.t("impact.headlineNobody");
  if (given.hours === null) return i18n.t("impact.headlineNoHours");
  return i18n.t("impact.headlineAll", [weekFigure(given, threshold)]);
}

function hasHours({ given }: MonthFigures): boolean {
  return given !== "few" && given.hours !== null && given.hours > 0;
}

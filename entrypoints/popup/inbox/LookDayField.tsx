import { i18n } from "#i18n";
import { TextField } from "@/components/Field";
import styles from "./KindNo.module.css";
import type { LookDay } from "./use-look-day";

/** When IT looks again at what it declines. */
export function LookDayField({ day: { typed, isDay, earliest, latest, change } }: { day: LookDay }) {
  return (
    <TextField
      type="date"
      className={styles.day}
      label={i18n.t("inbox.no.day")}
      hint={i18n.t("inbox.no.dayHint")}
      min={earliest}
      max={latest}
      value={typed}
      error={isDay ? null : i18n.t("inbox.no.needDay")}
      onChange={(event) => change(event.target.value)}
    />
  );
}

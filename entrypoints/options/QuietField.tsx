import { i18n } from "#i18n";
import { Checkbox } from "@/components/Checkbox";
import { Disclosure } from "@/components/Disclosure";
import { TextField } from "@/components/Field";
import { WEEKDAYS } from "@/lib/policy/choices";
import { dayName } from "./day-name";
import styles from "./Options.module.css";
import type { QuietForm } from "./settings-form";

export interface QuietFieldProps {
  quiet: QuietForm;
  onChange: (quiet: QuietForm) => void;
}

const ENDS = [
  ["from", "options.quiet.from"],
  ["to", "options.quiet.to"],
] as const;

/** When nobody is to be told anything, folded. */
export function QuietField({ quiet, onChange }: QuietFieldProps) {
  const { days } = quiet;
  return (
    <Disclosure summary={i18n.t("options.quiet.title")}>
      <div className={styles.carries}>
        <p className={styles.soft}>{i18n.t("options.quiet.hint")}</p>
        <div className={styles.row}>
          {ENDS.map(([end, label]) => (
            <TextField
              key={end}
              type="time"
              label={i18n.t(label)}
              value={quiet[end]}
              onChange={(event) => onChange({ ...quiet, [end]: event.currentTarget.value })}
            />
          ))}
        </div>
        <fieldset className={styles.sites}>
          <legend className={styles.legend}>{i18n.t("options.quiet.days")}</legend>
          <div className={styles.row}>
            {WEEKDAYS.map((day) => (
              <Checkbox
                key={day}
                label={dayName(day)}
                checked={days.includes(day)}
                onChange={({ currentTarget: { checked } }) =>
                  onChange({ ...quiet, days: WEEKDAYS.filter((one) => (one === day ? checked : days.includes(one))) })
                }
              />
            ))}
          </div>
        </fieldset>
      </div>
    </Disclosure>
  );
}

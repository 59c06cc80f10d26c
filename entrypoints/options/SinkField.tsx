import { i18n } from "#i18n";
import { Disclosure } from "@/components/Disclosure";
import { TextArea } from "@/components/Field";
import { RadioPills } from "@/components/RadioPills";
import { SINK_PROFILES } from "@/lib/policy/choices";
import styles from "./Options.module.css";
import { type SettingsForm, SINKS } from "./settings-form";

type SinkForm = Pick<SettingsForm, "profile" | "headers">;

export interface SinkFieldProps extends SinkForm {
  onChange: (part: Partial<SinkForm>) => void;
}

/** Who takes the reports, folded: almost everybody has a collector. Open where it is something else. */
export function SinkField({ profile, headers, onChange }: SinkFieldProps) {
  return (
    <Disclosure summary={i18n.t("options.sink")}>
      <div className={styles.carries}>
        <RadioPills
          legend={i18n.t("options.sink")}
          legendHidden
          options={SINK_PROFILES.map((value) => ({ value, label: i18n.t(SINKS[value]) }))}
          value={profile}
          onChange={(next) => next && onChange({ profile: next })}
        />
        {profile === "collector" ? null : (
          <>
            <p className={styles.soft}>{i18n.t("options.sinkHint")}</p>
            <TextArea
              label={i18n.t("options.headers")}
              hint={i18n.t("options.headersHint")}
              rows={2}
              spellCheck={false}
              autoComplete="off"
              value={headers}
              onChange={(event) => onChange({ headers: event.currentTarget.value })}
            />
          </>
        )}
      </div>
    </Disclosure>
  );
}

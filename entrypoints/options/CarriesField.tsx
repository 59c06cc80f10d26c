import { i18n } from "#i18n";
import { Checkbox } from "@/components/Checkbox";
import { Disclosure } from "@/components/Disclosure";
import { TextArea } from "@/components/Field";
import { RadioPills } from "@/components/RadioPills";
import { IDENTITY_MODES, PICTURES } from "@/lib/policy/choices";
import styles from "./Options.module.css";
import type { CarriesForm } from "./settings-form";

export interface CarriesFieldProps {
  carries: CarriesForm;
  onChange: (carries: CarriesForm) => void;
}

const LISTS = [
  ["selectors", "options.selectors", "options.selectorsHint"],
  ["patterns", "options.patterns", "options.patternsHint"],
  ["query", "options.query", "options.queryHint"],
] as const;
const SWITCHES = [
  ["timings", "options.timings"],
  ["elementText", "options.elementText"],
] as const;

/** What reports carry of people and pages, folded: what counts without it is good for most. */
export function CarriesField({ carries, onChange }: CarriesFieldProps) {
  const change = (part: Partial<CarriesForm>) => onChange({ ...carries, ...part });
  return (
    <Disclosure summary={i18n.t("options.carries")}>
      <div className={styles.carries}>
        <RadioPills
          legend={i18n.t("options.identity")}
          options={IDENTITY_MODES.map((value) => ({ value, label: i18n.t(`options.identities.${value}`) }))}
          value={carries.mode}
          onChange={(mode) => mode && change({ mode })}
        />
        <Checkbox
          label={i18n.t("options.fromProfile")}
          checked={carries.fromProfile}
          onChange={(event) => change({ fromProfile: event.currentTarget.checked })}
        />
        <RadioPills
          legend={i18n.t("options.picture")}
          options={PICTURES.map((value) => ({ value, label: i18n.t(`options.pictures.${value}`) }))}
          value={carries.picture}
          onChange={(picture) => picture && change({ picture })}
        />
        {LISTS.map(([key, label, hint]) => (
          <TextArea
            key={key}
            label={i18n.t(label)}
            hint={i18n.t(hint)}
            rows={2}
            spellCheck={false}
            value={carries[key]}
            onChange={(event) => change({ [key]: event.currentTarget.value })}
          />
        ))}
        {SWITCHES.map(([key, label]) => (
          <Checkbox
            key={key}
            label={i18n.t(label)}
            checked={carries[key]}
            onChange={(event) => change({ [key]: event.currentTarget.checked })}
          />
        ))}
      </div>
    </Disclosure>
  );
}

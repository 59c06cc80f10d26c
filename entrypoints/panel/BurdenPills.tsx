import { i18n } from "#i18n";
import { RadioPills } from "@/components/RadioPills";
import type { Burden } from "@/lib/protocol/burden";
import { holdsBacks, minutes, oftens, withAnswer } from "./choices";

export interface BurdenPillsProps {
  burden: Burden;
  onChange: (burden: Burden) => void;
}

/** What it costs a person, in three questions; none has to be answered. */
export function BurdenPills({ burden, onChange }: BurdenPillsProps) {
  return (
    <>
      <RadioPills
        legend={i18n.t("panel.oftenTitle")}
        options={oftens()}
        value={burden.often ?? null}
        onChange={(value) => onChange(withAnswer(burden, "often", value))}
        optional
      />
      <RadioPills
        legend={i18n.t("panel.minutesTitle")}
        options={minutes()}
        value={burden.minutes ?? null}
        onChange={(value) => onChange(withAnswer(burden, "minutes", value))}
        optional
      />
      <RadioPills
        legend={i18n.t("panel.holdsBackTitle")}
        options={holdsBacks()}
        value={burden.holdsBack ?? null}
        onChange={(value) => onChange(withAnswer(burden, "holdsBack", value))}
        optional
      />
    </>
  );
}

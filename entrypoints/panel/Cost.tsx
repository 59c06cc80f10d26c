import { useRef } from "react";
import { i18n } from "#i18n";
import { Disclosure } from "@/components/Disclosure";
import { TextArea } from "@/components/Field";
import { BurdenPills } from "./BurdenPills";
import { burdenLine } from "./choices";
import type { FormState } from "./form-state";
import styles from "./panel.module.css";
import { PrivateWords } from "./private/PrivateWords";

/** As the protocol's limit for the goal. */
const MOST_GOAL = 1000;

export interface CostProps {
  form: FormState;
  /** What the organisation wants to be marked in words. */
  patterns: readonly string[];
  onChange: (patch: Partial<FormState>) => void;
}

/** "What it costs you", folded; its one line says what is in it. */
export function Cost({ form, patterns, onChange }: CostProps) {
  const { burden, goal } = form;
  const line = burdenLine(burden);
  const goalBox = useRef<HTMLTextAreaElement>(null);
  return (
    <Disclosure summary={line ? i18n.t("panel.costWith", [line]) : i18n.t("panel.cost")}>
      <div className={styles.cost}>
        <TextArea
          label={i18n.t("panel.goal")}
          ref={goalBox}
          rows={2}
          maxLength={MOST_GOAL}
          value={goal}
          onChange={(event) => onChange({ goal: event.currentTarget.value })}
        />
        <PrivateWords text={goal} patterns={patterns} box={() => goalBox.current} />
        <BurdenPills burden={burden} onChange={(next) => onChange({ burden: next })} />
      </div>
    </Disclosure>
  );
}

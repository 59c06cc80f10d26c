import Sprout from "lucide-react/icons/sprout";
import { useState } from "react";
import { i18n } from "#i18n";
import { EmptyState } from "@/components/EmptyState";
import type { EarshotDatabase } from "@/lib/database/open";
import type { ListedItem } from "@/lib/inbox/item";
import type { ImpactRules } from "@/lib/policy/policy";
import { sayNumber } from "../words/locale";
import { Coverage } from "./Coverage";
import { useImpact } from "./figures-ahead";
import { Headline } from "./Headline";
import { Hours } from "./Hours";
import styles from "./Impact.module.css";
import { KindWords } from "./KindWords";
import { Costliest, GivenLines } from "./Lines";
import { Listening } from "./Listening";
import { PageTimes } from "./PageTimes";
import { Sites } from "./Sites";
import { useKindWords } from "./use-kind-words";

export interface ImpactProps {
  db: EarshotDatabase;
  items: readonly ListedItem[];
  rules: ImpactRules;
  /** Shows a report in the Inbox. */
  onOpen: (id: string) => void;
}

/** What people themselves say that they got back, what they still lose, and how well they are heard. */
export function Impact({ db, items, rules, onOpen }: ImpactProps) {
  // Once: figures of a year do not change by the minute.
  const [nowMs] = useState(() => Date.now());
  const impact = useImpact(items, rules);
  const kindWords = useKindWords(db, items);
  if (impact.told.annoyances === 0) {
    return (
      <EmptyState icon={<Sprout />} title={i18n.t("impact.empty.title")}>
        <p>{i18n.t("impact.empty.text")}</p>
      </EmptyState>
    );
  }
  return (
    <div className={styles.scroll}>
      <div className={styles.impact}>
        <Headline impact={impact} />
        <Listening impact={impact} nowMs={nowMs} />
        <Hours impact={impact} />
        <Sites impact={impact} />
        <Coverage impact={impact} />
        <PageTimes impact={impact} />
        <Costliest impact={impact} onOpen={onOpen} />
        <GivenLines impact={impact} onOpen={onOpen} />
        <KindWords words={kindWords} />
        <p className={styles.soft}>{i18n.t("impact.thresholdNote", [sayNumber(impact.threshold)])}</p>
      </div>
    </div>
  );
}

import { useId, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Disclosure } from "@/components/Disclosure";
import { KnownWords } from "@/components/KnownWords";
import { Notice } from "@/components/Notice";
import { StatusWord } from "@/components/StatusWord";
import type { KnownItem } from "@/lib/known/known-item";
import type { Burden } from "@/lib/protocol/burden";
import { BurdenPills } from "../BurdenPills";
import { burdenLine } from "../choices";
import styles from "./known.module.css";

export interface KnownEntryProps {
  item: KnownItem;
  /** What it costs this person as far as they said; null where they did not say me too. */
  joined: Burden | null;
  failed: boolean;
  /** null takes it back. */
  onSay: (burden: Burden | null) => Promise<void>;
}

/** One known annoyance: what IT says of it, what to do until then, and `Me too`. */
export function KnownEntry({ item, joined, failed, onSay }: KnownEntryProps) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const { title, text, workaround, lang, status, people, own } = item;
  const line = joined && burdenLine(joined);
  const toggle = () => {
    setBusy(true);
    void onSay(joined ? null : {}).finally(() => setBusy(false));
  };
  return (
    <li className={styles.item}>
      <p id={id} className={styles.title} lang={lang}>
        {title}
      </p>
      <KnownWords status={status} text={text} workaround={workaround} lang={lang} />
      <div className={styles.line}>
        <span className={styles.facts}>
          {status === "new" ? null : <StatusWord status={status} label={i18n.t(`words.status.${status}`)} />}
          <span>{i18n.t("known.people", people)}</span>
        </span>
        {own ? (
          <span className={styles.soft}>{i18n.t("known.own")}</span>
        ) : (
          <Button busy={busy} look={joined ? "quiet" : "plain"} aria-describedby={id} onClick={toggle}>
            {i18n.t(joined ? "known.takeBack" : "known.meToo")}
          </Button>
        )}
      </div>
      {/* Always there, so that what comes into it is read out. */}
      <p aria-live="polite" className={styles.said}>
        {joined ? i18n.t("known.joined") : null}
      </p>
      {failed ? <Notice tone="error">{i18n.t("known.failed")}</Notice> : null}
      {joined ? (
        <Disclosure summary={line ? i18n.t("panel.costWith", [line]) : i18n.t("panel.cost")}>
          <fieldset className={styles.cost} aria-labelledby={id}>
            <BurdenPills burden={joined} onChange={(burden) => void onSay(burden)} />
          </fieldset>
        </Disclosure>
      ) : null}
    </li>
  );
}

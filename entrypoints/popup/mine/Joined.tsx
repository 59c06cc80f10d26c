import { useEffect, useId, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { KnownWords } from "@/components/KnownWords";
import { StatusWord } from "@/components/StatusWord";
import type { JoinedItem } from "@/lib/known/watch-joined";
import { send } from "@/lib/messaging/client";
import { ageText, joinDots } from "../words/say";
import styles from "./Joined.module.css";
import page from "./MyReports.module.css";

export interface JoinedProps {
  items: readonly JoinedItem[];
  nowMs: number;
  act: (work: Promise<unknown>) => void;
}

/** What this person said me too to, and what became of it. */
export function Joined({ items, nowMs, act }: JoinedProps) {
  return (
    <section className={page.part} aria-labelledby="what-i-joined">
      <h2 id="what-i-joined" className={page.heading}>
        {i18n.t("known.mine")}
      </h2>
      <ul className={page.cards} aria-labelledby="what-i-joined">
        {items.map((item) => (
          <Entry key={`${item.reportId} ${item.status} ${item.updated}`} item={item} nowMs={nowMs} act={act} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ item, nowMs, act }: { item: JoinedItem; nowMs: number; act: JoinedProps["act"] }) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const { reportId, title, text, workaround, lang, status, people, updated, gone } = item;
  useEffect(() => {
    // It is before their eyes now: no notification has to tell of it.
    send("mine.seen", { reportId }).catch(() => {});
  }, [reportId]);
  const takeBack = () => {
    setBusy(true);
    act(send("metoo.set", { reportId, on: false }).finally(() => setBusy(false)));
  };
  return (
    <li className={styles.item}>
      <p id={id} className={styles.title} lang={lang}>
        {title}
      </p>
      <p className={styles.line}>
        {status === "new" ? null : <StatusWord status={status} label={i18n.t(`words.status.${status}`)} />}
        <span className={styles.soft}>{joinDots([i18n.t("known.people", people), ageText(updated, nowMs)])}</span>
      </p>
      <KnownWords status={status} text={text} workaround={workaround} lang={lang} />
      {gone ? <p className={styles.soft}>{i18n.t("known.gone")}</p> : null}
      <div>
        <Button look="quiet" className={styles.back} busy={busy} aria-describedby={id} onClick={takeBack}>
          {i18n.t("known.takeBack")}
        </Button>
      </div>
    </li>
  );
}

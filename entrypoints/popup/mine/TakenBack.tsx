import { useEffect, useRef } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Notice } from "@/components/Notice";
import { StatusWord } from "@/components/StatusWord";
import { send } from "@/lib/messaging/client";
import type { MyReport, TakenBackReport } from "@/lib/outbox/my-report";
import { useOnce } from "@/components/use-once";
import styles from "./MineDetail.module.css";
import { nameOf, statusOf } from "./mine-words";

export interface TakenBackProps {
  report: MyReport;
  takenBack: TakenBackReport;
  /** Something keeps what waits from going out. */
  away: boolean;
  act: (work: Promise<unknown>) => void;
}

/** A report that was taken back: how far that has come. Nothing that was said is left to be shown. */
export function TakenBack({ report, takenBack, away, act }: TakenBackProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { busy, once } = useOnce(act);
  const { state, canUndo } = takenBack;
  const isUnderWay = state === "underWay";

  // The button that was pressed is gone, and the keyboard must not fall back to the top of the page.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);

  async function undo() {
    const { undone } = await send("mine.undoTakeBack", { reportId: report.id });
    if (!undone) throw new Error("it was too late");
  }

  const says = [
    i18n.t(isUnderWay && canUndo ? "mine.taken.undecided" : `mine.taken.${state}`),
    isUnderWay && away ? i18n.t("mine.taken.waits") : null,
    isUnderWay && !away && report.identity === "anon" ? i18n.t("mine.taken.anonymous") : null,
    canUndo && report.picture ? i18n.t("mine.taken.withoutPicture") : null,
  ];

  return (
    <article className={styles.detail}>
      <div className={styles.status}>
        <StatusWord {...statusOf(report)} />
      </div>
      <h2 className={styles.words} ref={heading} tabIndex={-1}>
        {nameOf(report)}
      </h2>
      <Notice tone={state === "unknown" ? "attention" : "calm"} live="polite">
        {says.filter(Boolean).join(" ")}
      </Notice>
      <div className={canUndo ? styles.row : styles.actions}>
        {canUndo ? (
          <Button busy={busy} onClick={() => once(undo)}>
            {i18n.t("mine.taken.undo")}
          </Button>
        ) : null}
        {isUnderWay || canUndo || state === "held" ? null : (
          <Button look="quiet" busy={busy} onClick={() => once(() => send("mine.putAway", { reportId: report.id }))}>
            {i18n.t("mine.taken.putAway")}
          </Button>
        )}
      </div>
    </article>
  );
}

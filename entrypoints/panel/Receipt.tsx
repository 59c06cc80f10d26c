import { useEffect, useRef, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { RadioPills } from "@/components/RadioPills";
import { send } from "@/lib/messaging/client";
import type { Delivery } from "@/lib/messaging/messages";
import type { Burden } from "@/lib/protocol/burden";
import { minutes, oftens, withAnswer } from "./choices";
import styles from "./panel.module.css";
import { useCalm } from "./use-calm";

/** Milliseconds without a touch: long enough to read two questions, short once both are answered. */
const CALM_MS = 12_000;
const CALM_ANSWERED_MS = 3_000;

export interface ReceiptProps {
  reportId: string;
  delivery: Delivery;
  /** What the form said already is not asked again. */
  burden: Burden;
  hasEndpoint: boolean;
  /** The key to the report goes with the receipt: nothing can be asked after it. */
  isShared: boolean;
  /** There was no room for it. */
  withoutPicture: boolean;
  onUndo: () => void;
  onClose: () => void;
}

/** What became of the report, and two questions that cost one tap each. */
export function Receipt(props: ReceiptProps) {
  const { reportId, delivery, burden: said, hasEndpoint, isShared, withoutPicture, onUndo, onClose } = props;
  const [burden, setBurden] = useState(said);
  const heading = useRef<HTMLDivElement>(null);
  const asks = {
    often: !isShared && said.often === undefined,
    minutes: !isShared && said.minutes === undefined,
  };
  const isAnswered = burden.often !== undefined && burden.minutes !== undefined;
  const isFine = delivery.state === "saved" || delivery.state === "received";

  // The textbox had the focus and is gone: whoever reads by ear is led to what is said now.
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  // Bad news stays until the person has read it.
  useCalm(isFine ? (isAnswered ? CALM_ANSWERED_MS : CALM_MS) : null, onClose);

  const answer = (next: Burden) => {
    setBurden(next);
    // The report itself is safe; an answer that is lost here can be given again in My reports.
    send("report.burden", { reportId, burden: next }).catch(() => {});
  };

  return (
    <>
      <div ref={heading} tabIndex={-1} className={styles.receipt} data-state={delivery.state}>
        <output>{statusText(delivery)}</output>
        {delivery.state === "saved" && !hasEndpoint ? (
          <p className={styles.hint}>{i18n.t("panel.noEndpoint")}</p>
        ) : null}
        {isShared ? <p className={styles.hint}>{i18n.t("panel.sharedAfter")}</p> : null}
        {withoutPicture ? <p className={styles.hint}>{i18n.t("picture.noRoom")}</p> : null}
      </div>
      {isFine && (asks.often || asks.minutes) ? (
        <div className={styles.cost}>
          <p className={styles.hint}>{i18n.t(isAnswered ? "panel.quickThanks" : "panel.quick")}</p>
          {asks.often ? (
            <RadioPills
              legend={i18n.t("panel.oftenTitle")}
              options={oftens()}
              value={burden.often ?? null}
              onChange={(value) => answer(withAnswer(burden, "often", value))}
              optional
            />
          ) : null}
          {asks.minutes ? (
            <RadioPills
              legend={i18n.t("panel.minutesTitle")}
              options={minutes()}
              value={burden.minutes ?? null}
              onChange={(value) => answer(withAnswer(burden, "minutes", value))}
              optional
            />
          ) : null}
        </div>
      ) : null}
      <div className={styles.foot}>
        {delivery.state === "saved" ? (
          <Button look="quiet" className={styles.show} onClick={onUndo}>
            {i18n.t("panel.undo")}
          </Button>
        ) : null}
        <Button onClick={onClose}>{i18n.t("panel.close")}</Button>
      </div>
    </>
  );
}

function statusText({ state }: Delivery): string {
  switch (state) {
    case "saved":
      return i18n.t("panel.saved");
    case "received":
      return i18n.t("panel.received");
    case "refused":
      return i18n.t("panel.refusedLater");
    case "parked":
      return i18n.t("panel.parked");
    default:
      return state satisfies never;
  }
}

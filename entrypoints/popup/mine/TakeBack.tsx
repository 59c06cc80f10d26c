import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Notice } from "@/components/Notice";
import { send } from "@/lib/messaging/client";
import type { MyReport } from "@/lib/outbox/my-report";
import { forgetKeptText } from "../shell/use-kept-text";
import { useOnce } from "@/components/use-once";

/** Takes a report back, wherever it is by now. Asks once, and says what that can do and what it cannot. */
export function TakeBack({ report, act }: { report: MyReport; act: (work: Promise<unknown>) => void }) {
  const [asks, setAsks] = useState(false);
  const { busy, once } = useOnce(act);
  // Where nobody can be asked to erase it, deleting it here is all there is.
  const where = report.onlyHere || report.sendOnly ? "here" : "there";

  async function takeBack() {
    const { became } = await send("mine.takeBack", { reportId: report.id });
    if (became === "unknown" || became === "tooLate") throw new Error("it cannot be taken back");
    // What was typed on it and not sent is as private as what was.
    forgetKeptText(`back.${report.id}`, `again.${report.id}`, `helped.${report.thread?.statusEvent ?? ""}`);
  }

  if (!asks) {
    return (
      <Button look="quiet" onClick={() => setAsks(true)}>
        {i18n.t("mine.takeBack")}
      </Button>
    );
  }
  return (
    <Notice
      tone="attention"
      live="assertive"
      actions={
        <>
          <Button look="danger" busy={busy} onClick={() => once(takeBack)}>
            {i18n.t(`mine.takeBackYes.${where}`)}
          </Button>
          <Button onClick={() => setAsks(false)}>{i18n.t("mine.keep")}</Button>
        </>
      }
    >
      {i18n.t(`mine.takeBackAsk.${askedAs(report)}`)}
    </Notice>
  );
}

function askedAs({ delivery, onlyHere, sendOnly }: MyReport) {
  if (delivery === "parked") return "parked";
  if (onlyHere) return "here";
  return sendOnly ? "sendOnly" : "there";
}

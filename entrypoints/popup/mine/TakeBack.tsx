import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Notice } from "@/components/Notice";
import { send } from "@/lib/messaging/client";
import { useOnce } from "../shell/use-once";

/** Deletes a report that has never left this computer; asks once, because it cannot be undone. */
export function TakeBack({ reportId, act }: { reportId: string; act: (work: Promise<unknown>) => void }) {
  const [step, setStep] = useState<"closed" | "sure" | "late">("closed");
  const { busy, once } = useOnce(act);

  async function discard() {
    const { discarded } = await send("mine.discard", { reportId });
    if (!discarded) setStep("late");
  }

  if (step === "closed") {
    return (
      <Button look="quiet" onClick={() => setStep("sure")}>
        {i18n.t("mine.takeBack")}
      </Button>
    );
  }
  if (step === "late") return <Notice live="polite">{i18n.t("mine.takeBackLate")}</Notice>;
  return (
    <Notice
      tone="attention"
      live="assertive"
      actions={
        <>
          <Button look="danger" busy={busy} onClick={() => once(discard)}>
            {i18n.t("mine.takeBackYes")}
          </Button>
          <Button onClick={() => setStep("closed")}>{i18n.t("mine.keep")}</Button>
        </>
      }
    >
      {i18n.t("mine.takeBackSure")}
    </Notice>
  );
}

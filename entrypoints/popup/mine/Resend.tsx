import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { TextArea } from "@/components/Field";
import { send } from "@/lib/messaging/client";
import type { MyReport } from "@/lib/outbox/my-report";
import { LIMITS } from "@/lib/protocol/limits";
import { useKeptText } from "../shell/use-kept-text";
import { useOnce } from "@/components/use-once";
import styles from "./MineDetail.module.css";

/** The person has asked for this box a moment ago. */
function focus(box: HTMLTextAreaElement | null) {
  box?.focus();
}

/** A report that was not taken, changed by the person and sent anew. */
export function Resend({ report, act }: { report: MyReport; act: (work: Promise<unknown>) => void }) {
  const [words, setWords] = useKeptText(`again.${report.id}`);
  const [step, setStep] = useState<"closed" | "begun" | "recalled">(words === "" ? "closed" : "recalled");
  const { busy, once } = useOnce(act);
  if (step === "closed") {
    return (
      <div>
        <Button look="main" onClick={edit}>
          {i18n.t("mine.editAgain")}
        </Button>
      </div>
    );
  }
  const over = words.length - LIMITS.words;

  function edit() {
    setWords(report.words);
    setStep("begun");
  }

  function keepAsItIs() {
    setWords("");
    setStep("closed");
  }

  async function submit() {
    const { ok } = await send("mine.resend", { reportId: report.id, words });
    if (!ok) throw new Error("the report was not saved");
    setWords("");
  }

  return (
    <form
      className={styles.section}
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== "" && over <= 0) once(submit);
      }}
    >
      <TextArea
        label={i18n.t("mine.yourWords")}
        value={words}
        ref={step === "begun" ? focus : undefined}
        error={over > 0 ? i18n.t("mine.tooLong", over) : null}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className={styles.row}>
        <Button look="main" type="submit" busy={busy} disabled={words.trim() === "" || over > 0}>
          {i18n.t("mine.sendAgain")}
        </Button>
        <Button look="quiet" onClick={keepAsItIs}>
          {i18n.t("mine.keep")}
        </Button>
      </div>
    </form>
  );
}

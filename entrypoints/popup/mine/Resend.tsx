import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { TextArea } from "@/components/Field";
import { send } from "@/lib/messaging/client";
import type { MyReport } from "@/lib/outbox/my-report";
import { LIMITS } from "@/lib/protocol/limits";
import styles from "./MineDetail.module.css";

/** The person has asked for this box a moment ago. */
function focus(box: HTMLTextAreaElement | null) {
  box?.focus();
}

/** A report that was not taken, changed by the person and sent anew. */
export function Resend({ report, act }: { report: MyReport; act: (work: Promise<unknown>) => void }) {
  const [words, setWords] = useState<string | null>(null);
  if (words === null) {
    return (
      <div>
        <Button look="main" onClick={() => setWords(report.words)}>
          {i18n.t("mine.editAgain")}
        </Button>
      </div>
    );
  }
  const over = words.length - LIMITS.words;

  async function submit(next: string) {
    const result = await send("mine.resend", { reportId: report.id, words: next });
    if (!result.ok) throw new Error("the report was not saved");
  }

  return (
    <form
      className={styles.section}
      onSubmit={(event) => {
        event.preventDefault();
        if (words.trim() !== "" && over <= 0) act(submit(words));
      }}
    >
      <TextArea
        label={i18n.t("mine.yourWords")}
        value={words}
        ref={focus}
        error={over > 0 ? i18n.t("mine.tooLong", over) : null}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className={styles.row}>
        <Button look="main" type="submit" disabled={words.trim() === "" || over > 0}>
          {i18n.t("mine.sendAgain")}
        </Button>
        <Button look="quiet" onClick={() => setWords(null)}>
          {i18n.t("mine.keep")}
        </Button>
      </div>
    </form>
  );
}

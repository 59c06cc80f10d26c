import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { TextArea } from "@/components/Field";
import { send } from "@/lib/messaging/client";
import { LIMITS } from "@/lib/protocol/limits";
import { isSendKey } from "../shell/send-key";
import { useKeptText } from "../shell/use-kept-text";
import { useOnce } from "@/components/use-once";
import { uiLocale } from "../words/locale";
import styles from "./MineDetail.module.css";

export interface WriteBackProps {
  reportId: string;
  act: (work: Promise<unknown>) => void;
  onWriting?: () => void;
}

/** A few more words to IT on the same report. */
export function WriteBack({ reportId, act, onWriting }: WriteBackProps) {
  const [text, setText] = useKeptText(`back.${reportId}`);
  const [saved, setSaved] = useState(false);
  const { busy, once } = useOnce(act);
  const over = text.length - LIMITS.comment;

  async function submit() {
    // Before they are: the list sees what is saved sooner than this box, and would take it away with its thanks.
    onWriting?.();
    const { ok } = await send("mine.comment", { reportId, text: text.trim(), lang: uiLocale() });
    if (!ok) throw new Error("the words were not saved");
    setText("");
    setSaved(true);
  }

  return (
    <form
      className={styles.section}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "" && over <= 0) once(submit);
      }}
    >
      <TextArea
        label={i18n.t("mine.writeBack")}
        rows={2}
        onKeyDown={(event) => {
          if (isSendKey(event)) event.currentTarget.form?.requestSubmit();
        }}
        value={text}
        error={over > 0 ? i18n.t("mine.tooLong", over) : null}
        onChange={(event) => {
          setText(event.target.value);
          setSaved(false);
        }}
      />
      <div className={styles.row}>
        <Button type="submit" busy={busy} disabled={text.trim() === "" || over > 0}>
          {i18n.t("mine.send")}
        </Button>
        <output className={styles.soft}>{saved ? i18n.t("mine.sentBack") : null}</output>
      </div>
    </form>
  );
}

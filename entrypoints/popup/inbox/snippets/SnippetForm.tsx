import { Dialog } from "@base-ui/react/dialog";
import { type FormEvent, useRef, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { TextArea, TextField } from "@/components/Field";
import { BLANKS, type Blank } from "@/lib/answers/blanks";
import { LIMITS } from "@/lib/protocol/limits";
import dialogStyles from "../Dialog.module.css";
import { PlainNotes } from "../PlainNotes";
import styles from "./Snippets.module.css";
import { insertAt, NAME_LENGTH, type Snippet } from "./snippets";
import { writtenBlanks } from "./written-blanks";

export interface SnippetFormProps {
  snippet: Snippet;
  onKeep: (snippet: Snippet) => void;
  onCancel: () => void;
}

export function SnippetForm({ snippet, onKeep, onCancel }: SnippetFormProps) {
  const [name, setName] = useState(snippet.name);
  const [text, setText] = useState(snippet.text);
  const box = useRef<HTMLTextAreaElement>(null);
  const over = text.trim().length - LIMITS.comment;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() !== "" && text.trim() !== "" && over <= 0) onKeep({ name, text });
  }

  function put(blank: Blank) {
    const { selectionStart = text.length, selectionEnd = text.length } = box.current ?? {};
    const done = insertAt(text, [selectionStart, selectionEnd], writtenBlanks()[blank]);
    setText(done.text);
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(done.cursor, done.cursor);
    });
  }

  return (
    <form className={dialogStyles.form} onSubmit={submit}>
      <Dialog.Title className={dialogStyles.title}>{i18n.t("inbox.snippets.keep")}</Dialog.Title>
      <TextField
        label={i18n.t("inbox.snippets.name")}
        maxLength={NAME_LENGTH}
        required
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextArea
        label={i18n.t("inbox.snippets.text")}
        ref={box}
        required
        rows={4}
        value={text}
        error={over > 0 ? i18n.t("inbox.tooLong", over) : null}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.blanks}>
        <span className={styles.soft}>{i18n.t("inbox.snippets.blank.title")}</span>
        {BLANKS.map((blank) => (
          <Button key={blank} onClick={() => put(blank)}>
            {i18n.t(`inbox.snippets.fill.${blank}`)}
          </Button>
        ))}
      </div>
      <PlainNotes text={text} onChange={setText} />
      <div className={dialogStyles.buttons}>
        <Button look="quiet" onClick={onCancel}>
          {i18n.t("words.cancel")}
        </Button>
        <Button look="main" type="submit">
          {i18n.t("inbox.snippets.keepIt")}
        </Button>
      </div>
    </form>
  );
}

import { Dialog } from "@base-ui/react/dialog";
import { useEffect, useRef, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Notice } from "@/components/Notice";
import dialogStyles from "../Dialog.module.css";
import { SnippetForm } from "./SnippetForm";
import styles from "./Snippets.module.css";
import { type Snippet, withoutSnippet, withSnippet } from "./snippets";

export interface SnippetDialogProps {
  open: boolean;
  /** Words of a new one to be kept; null for the list of those that are. */
  begin: string | null;
  snippets: readonly Snippet[];
  onChange: (snippets: Snippet[]) => void;
  onClose: () => void;
}

export function SnippetDialog({ open, begin, snippets, onChange, onClose }: SnippetDialogProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(isOpen) => isOpen || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={dialogStyles.back} />
        <Dialog.Popup className={`${dialogStyles.dialog} ${styles.dialog}`}>
          {begin === null ? (
            <KeptOnes snippets={snippets} onChange={onChange} onClose={onClose} />
          ) : (
            <SnippetForm
              snippet={{ name: "", text: begin }}
              onCancel={onClose}
              onKeep={(snippet) => {
                onChange(withSnippet(snippets, snippet));
                onClose();
              }}
            />
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const NEW: Snippet = { name: "", text: "" };

function KeptOnes({ snippets, onChange, onClose }: Omit<SnippetDialogProps, "open" | "begin">) {
  const [edited, setEdited] = useState<Snippet | null>(snippets.length === 0 ? NEW : null);
  const [deleted, setDeleted] = useState<Snippet | null>(null);
  const undo = useRef<HTMLButtonElement>(null);

  // What was pressed has gone from the list.
  useEffect(() => {
    if (deleted !== null) undo.current?.focus();
  }, [deleted]);

  if (edited !== null) {
    return (
      <SnippetForm
        snippet={edited}
        onCancel={() => (snippets.length === 0 ? onClose() : setEdited(null))}
        onKeep={(snippet) => {
          onChange(withSnippet(snippets, snippet, edited.name || null));
          setEdited(null);
        }}
      />
    );
  }
  return (
    <>
      <Dialog.Title className={dialogStyles.title}>{i18n.t("inbox.snippets.title")}</Dialog.Title>
      {deleted ? (
        <Notice
          live="polite"
          actions={
            <Button
              ref={undo}
              onClick={() => {
                onChange(withSnippet(snippets, deleted));
                setDeleted(null);
              }}
            >
              {i18n.t("inbox.same.undo")}
            </Button>
          }
        >
          {i18n.t("inbox.snippets.deleted", [deleted.name])}
        </Notice>
      ) : null}
      <ul className={styles.list} aria-label={i18n.t("inbox.snippets.title")}>
        {snippets.map((snippet) => (
          <li key={snippet.name} className={styles.item}>
            <div className={styles.words}>
              <p className={styles.name}>{snippet.name}</p>
              <p className={styles.short}>{snippet.text}</p>
            </div>
            <Button aria-label={i18n.t("inbox.snippets.editName", [snippet.name])} onClick={() => setEdited(snippet)}>
              {i18n.t("inbox.snippets.edit")}
            </Button>
            <Button
              look="quiet"
              aria-label={i18n.t("inbox.snippets.deleteName", [snippet.name])}
              onClick={() => {
                onChange(withoutSnippet(snippets, snippet.name));
                setDeleted(snippet);
              }}
            >
              {i18n.t("inbox.snippets.delete")}
            </Button>
          </li>
        ))}
      </ul>
      <div className={dialogStyles.buttons}>
        <Button look="quiet" onClick={() => setEdited(NEW)}>
          {i18n.t("inbox.snippets.another")}
        </Button>
        <Dialog.Close render={<Button look="main" />}>{i18n.t("words.close")}</Dialog.Close>
      </div>
    </>
  );
}

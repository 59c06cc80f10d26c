import { Menu } from "@base-ui/react/menu";
import BookText from "lucide-react/icons/book-text";
import { type RefObject, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { type Facts, fillBlanks, openBlanks } from "@/lib/answers/blanks";
import { pageAddress } from "@/lib/inbox/page-address";
import type { ReportDoc } from "@/lib/protocol/documents";
import { siteText } from "../facts";
import menuStyles from "../Menu.module.css";
import { SnippetDialog } from "./SnippetDialog";
import styles from "./Snippets.module.css";
import { insertAt, keepSnippets, loadSnippets, type Snippet } from "./snippets";
import { writtenBlanks } from "./written-blanks";

export interface SnippetsProps {
  doc: ReportDoc;
  text: string;
  onChange: (text: string) => void;
  /** Where the words go in. */
  box: RefObject<HTMLTextAreaElement | null>;
}

/** Answers that are needed again: put into this one, kept, changed and deleted. */
export function Snippets({ doc, text, onChange, box }: SnippetsProps) {
  const [snippets, setSnippets] = useState<Snippet[]>(loadSnippets);
  const [left, setLeft] = useState<readonly string[]>([]);
  /** What the dialog begins with: a new one of these words, or (null) the list. */
  const [dialog, setDialog] = useState<{ begin: string | null } | null>(null);
  const facts = factsOf(doc);

  function change(next: Snippet[]) {
    setSnippets(next);
    keepSnippets(next);
  }

  function put(snippet: Snippet) {
    const filled = fillBlanks(snippet.text, facts);
    const { selectionStart = text.length, selectionEnd = text.length } = box.current ?? {};
    const done = insertAt(text, [selectionStart, selectionEnd], filled.text);
    onChange(done.text);
    setLeft(filled.left);
    // The new words are in the box only after this render.
    requestAnimationFrame(() => box.current?.setSelectionRange(done.cursor, done.cursor));
  }

  return (
    <div className={styles.snippets}>
      {/* Another window may have kept some since. */}
      <Menu.Root onOpenChange={(isOpen) => isOpen && setSnippets(loadSnippets())}>
        <Menu.Trigger render={<Button look="quiet" className={styles.button} icon={<BookText />} />}>
          {i18n.t("inbox.snippets.title")}
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner align="start" sideOffset={4}>
            <Menu.Popup className={`${menuStyles.menu} ${styles.menu}`} finalFocus={box}>
              {snippets.map((snippet) => (
                <Menu.Item key={snippet.name} className={menuStyles.item} onClick={() => put(snippet)}>
                  {snippet.name}
                </Menu.Item>
              ))}
              {snippets.length > 0 ? <Menu.Separator className={menuStyles.line} /> : null}
              {text.trim() === "" ? null : (
                <Menu.Item
                  className={menuStyles.item}
                  onClick={() => setDialog({ begin: openBlanks(text, facts, writtenBlanks()) })}
                >
                  {i18n.t("inbox.snippets.keepThis")}
                </Menu.Item>
              )}
              <Menu.Item className={menuStyles.item} onClick={() => setDialog({ begin: null })}>
                {i18n.t(snippets.length === 0 ? "inbox.snippets.first" : "inbox.snippets.change")}
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
      <output className={styles.soft}>
        {left.length > 0 ? i18n.t("inbox.snippets.left", [left.join(" ")]) : null}
      </output>
      <SnippetDialog
        open={dialog !== null}
        begin={dialog?.begin ?? null}
        snippets={snippets}
        onChange={change}
        onClose={() => setDialog(null)}
      />
    </div>
  );
}

function factsOf({ reporter, context }: ReportDoc): Facts {
  return {
    name: reporter?.name ?? null,
    site: context && siteText(context),
    link: context && (pageAddress(context)?.url ?? null),
  };
}

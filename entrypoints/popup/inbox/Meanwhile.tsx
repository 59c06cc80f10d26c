import { i18n } from "#i18n";
import { Notice } from "@/components/Notice";
import type { TimelineEntry } from "@/lib/protocol/documents";
import { cutText } from "@/lib/platform/cut-text";
import { nameOf } from "../conversation/Conversation";
import styles from "./InboxDetail.module.css";

const LONGEST_QUOTE = 200;

/** What a colleague did while an answer is being written, where the reviewer looks; their words stay as they are. */
export function Meanwhile({ news, reporter }: { news: readonly TimelineEntry[]; reporter: string }) {
  return (
    // There before it has something to say, so that it is read out.
    <div aria-live="polite" className={styles.meanwhile}>
      {news.map((entry) => (
        <Notice key={entry.id}>
          <p>{said(entry, nameOf(entry, reporter))}</p>
          {entry.text ? (
            <p lang={entry.lang} dir="auto">
              {cutText(entry.text, LONGEST_QUOTE)}
            </p>
          ) : null}
        </Notice>
      ))}
    </div>
  );
}

function said({ status, applied }: TimelineEntry, name: string): string {
  if (!status) return i18n.t("inbox.meanwhile.said", [name]);
  const word = i18n.t(`words.status.${status}`);
  return i18n.t(applied ? "inbox.meanwhile.status" : "inbox.meanwhile.late", [name, word]);
}

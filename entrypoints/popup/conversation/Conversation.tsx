import Heart from "lucide-react/icons/heart";
import Lock from "lucide-react/icons/lock";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { StatusWord } from "@/components/StatusWord";
import type { TimelineEntry } from "@/lib/protocol/documents";
import { ageText, dayText, joinDots } from "../words/say";
import styles from "./Conversation.module.css";
import { countFolded, type Line } from "./lines";

export interface ConversationProps {
  lines: readonly Line[];
  nowMs: number;
  /** How the person who filed the report is called here. */
  reporter: string;
  /** An entry is being applied. */
  busy?: boolean;
  onApply?: (entry: TimelineEntry) => void;
  /** On paper nothing is folded. */
  whole?: boolean;
}

/** Like a chat: names, words, and how long ago. */
export function Conversation({ lines, nowMs, reporter, busy = false, onApply, whole = false }: ConversationProps) {
  const [isWhole, setWhole] = useState(whole);
  const list = useRef<HTMLOListElement>(null);
  const folded = isWhole ? 0 : countFolded(lines);

  function unfold() {
    flushSync(() => setWhole(true));
    // What was pressed is gone: the keyboard goes on at what it has brought.
    list.current?.querySelector("li")?.focus();
  }

  return (
    <>
      {folded > 0 ? (
        <Button look="quiet" className={styles.earlier} onClick={unfold}>
          {i18n.t("words.earlier", folded)}
        </Button>
      ) : null}
      <ol ref={list} className={styles.lines}>
        {lines.slice(folded).map((line) => (
          <li
            key={line.entry.id}
            tabIndex={-1}
            className={[
              styles.line,
              line.own ? styles.own : "",
              line.kind ? styles.kind : "",
              isNote(line.entry) ? styles.internal : "",
              line.entry.applied ? "" : styles.lost,
            ].join(" ")}
          >
            <div className={styles.who}>
              <b>{nameOf(line.entry, reporter)}</b> <span>{whenText(line, nowMs, whole)}</span>
            </div>
            <Said line={line} />
            {line.entry.text ? (
              <p className={styles.text} lang={line.entry.lang} dir="auto">
                {line.entry.text}
              </p>
            ) : null}
            {line.canApply && onApply ? (
              <Button busy={busy} onClick={() => onApply(line.entry)}>
                {i18n.t("inbox.applyAnyway")}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </>
  );
}

/** For colleagues only. What other people with the same annoyance answer is nothing for the reporter either, but no note. */
function isNote({ visibility, applied, by }: TimelineEntry): boolean {
  return visibility === "internal" && applied && by.kind !== "colleague";
}

/** What a line is beside its words: a status, an answer to "Did this help?", a note, thanks. */
function Said({ line }: { line: Line }) {
  const { entry } = line;
  const remark = entry.applied ? isNote(entry) && i18n.t("inbox.internal") : i18n.t("inbox.superseded");
  return (
    <>
      {entry.status ? <StatusWord status={entry.status} label={i18n.t(`words.status.${entry.status}`)} /> : null}
      {entry.answer ? (
        <div className={styles.answer}>
          {line.kind ? <Heart className={styles.heart} aria-hidden="true" /> : null}
          {joinDots([i18n.t(`words.answer.${entry.answer}`), entry.check && i18n.t(`words.check.${entry.check}`)])}
          {line.kind ? <span className="unseen">{i18n.t("inbox.kind")}</span> : null}
        </div>
      ) : null}
      {remark ? (
        <div className={styles.remark}>
          {isNote(entry) ? <Lock className={styles.lock} aria-hidden="true" /> : null}
          {remark}
        </div>
      ) : null}
    </>
  );
}

/** On paper "yesterday" is wrong from tomorrow on. */
function whenText({ entry, onItsWay }: Line, nowMs: number, isPaper: boolean): string {
  if (onItsWay) return i18n.t("words.onItsWay");
  return isPaper ? dayText(Date.parse(entry.at)) : ageText(entry.at, nowMs);
}

/** Who has said it, as it is told. `reporter` is how the person who filed the report is called here. */
export function nameOf(entry: TimelineEntry, reporter: string): string {
  switch (entry.by.kind) {
    case "reporter":
      return reporter;
    case "colleague":
      return entry.by.name ?? i18n.t("words.colleague");
    case "system":
      return i18n.t("words.system");
    case "reviewer":
    case "admin":
      return entry.by.name ?? i18n.t("words.it");
    default:
      return entry.by.kind satisfies never;
  }
}

import { i18n } from "#i18n";
import { cutText } from "@/lib/platform/cut-text";
import { Button } from "@/components/Button";
import type { Finding } from "@/lib/answers/finding";
import { countWords } from "@/lib/answers/words";
import styles from "./PlainNotes.module.css";
import { type Checked, usePlainCheck } from "./use-plain-check";

/** More at once would be a wall; the next ones come as these are mended. */
const MOST_SHOWN = 3;
const LONGEST_QUOTE = 60;

export interface PlainNotesProps {
  text: string;
  onChange: (text: string) => void;
  /** false for a text that need not say what happens next. */
  isAnswer?: boolean;
}

/** How an answer reads to somebody outside of IT, below its textbox. Hints: nothing is changed unasked or held back. */
export function PlainNotes({ text, onChange, isAnswer = true }: PlainNotesProps) {
  const looked = usePlainCheck(text);
  if (looked === null) return null;
  const findings = looked.findings.filter(({ type }) => isAnswer || type !== "no-next-step");
  const checked = { ...looked, findings };
  const more = findings.length - MOST_SHOWN;
  return (
    <section className={styles.notes} aria-label={i18n.t("inbox.plain.title")}>
      {findings.length > 0 ? (
        <ul className={styles.list}>
          {findings.slice(0, MOST_SHOWN).map((finding) => (
            <li key={`${finding.type} ${finding.from}`} className={styles.note}>
              <Note
                finding={finding}
                text={checked.text}
                onUse={(say) => onChange(withWords(checked.text, finding, say))}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <p className={styles.sum}>{sumOf(checked, more)}</p>
    </section>
  );
}

function Note({ finding, text, onUse }: { finding: Finding; text: string; onUse: (say: string) => void }) {
  const { say } = finding;
  return (
    <>
      <span>{sayFinding(finding, text)}</span>
      {say === null ? null : (
        <Button look="quiet" onClick={() => onUse(say)}>
          {i18n.t("inbox.plain.use", [say])}
        </Button>
      )}
    </>
  );
}

function sayFinding({ type, from, to }: Finding, text: string): string {
  const words = text.slice(from, to);
  const quote = cutText(words, LONGEST_QUOTE);
  switch (type) {
    case "jargon":
      return i18n.t("inbox.plain.jargon", [quote]);
    case "abbreviation":
      return i18n.t("inbox.plain.abbreviation", [quote]);
    case "blame":
      return i18n.t("inbox.plain.blame", [quote]);
    case "long-sentence":
      return i18n.t("inbox.plain.long", [String(countWords(words))]);
    case "no-next-step":
      return i18n.t("inbox.plain.next");
    default:
      return type satisfies never;
  }
}

function sumOf({ findings, ease }: Checked, more: number): string {
  const first = findings.length === 0 ? i18n.t("inbox.plain.fine") : more > 0 ? i18n.t("inbox.plain.more", more) : null;
  const figure = ease === null ? null : i18n.t("inbox.plain.ease", [String(ease)]);
  return [first, figure].filter(Boolean).join(" ");
}

/** A word at the beginning of a sentence keeps its capital. */
function withWords(text: string, { from, to }: Finding, say: string): string {
  const isCapital = /^\p{Lu}/u.test(text.slice(from, to)) && /(?:^|[.!?\n]\s*)$/.test(text.slice(0, from));
  const word = isCapital ? say.slice(0, 1).toLocaleUpperCase() + say.slice(1) : say;
  return text.slice(0, from) + word + text.slice(to);
}

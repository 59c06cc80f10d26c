import Heart from "lucide-react/icons/heart";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { i18n } from "#i18n";
import type { MinutesNow } from "@/lib/protocol/burden";
import type { Check, HelpedAnswer } from "@/lib/protocol/vocabulary";
import cardStyles from "./AskCard.module.css";
import { Button } from "./Button";
import { TextArea } from "./Field";
import styles from "./HelpedQuestion.module.css";
import { minutesNowOf, minutesNowOptions } from "./minutes-now";
import { SelectField } from "./SelectField";
import { useOnce } from "./use-once";

/** What the person says: one press, and maybe what is left of it, and words. */
export interface Told {
  answer: HelpedAnswer;
  minutesNow?: MinutesNow;
  text?: string;
}

export interface HelpedQuestionProps {
  check: Check;
  /** What it was about. */
  title: string;
  lang: string | undefined;
  /** What IT said of it. */
  children?: ReactNode;
  /** What was answered to this very question already. */
  answered: HelpedAnswer | null;
  text: string;
  onText: (text: string) => void;
  /** Most characters of it. */
  most: number;
  /** Saves it; rejects where that was in vain. */
  tell: (told: Told) => Promise<void>;
  act: (work: Promise<unknown>) => void;
  /** The words are asked for only after the answer: there is another textbox above it. */
  isLater?: boolean;
}

const THANKS = {
  yes: "mine.helped.thanksYes",
  partly: "mine.helped.thanksPartly",
  no: "mine.helped.thanksNo",
} as const satisfies Record<HelpedAnswer, string>;

/** "Did this help?", and weeks later "Still good?". One press answers; what it costs now and some words can follow. */
export function HelpedQuestion(props: HelpedQuestionProps) {
  const { check, title, lang, children, answered, text, onText, most, tell, act, isLater = false } = props;
  const [answer, setAnswer] = useState<HelpedAnswer | null>(answered);
  const [minutesNow, setMinutesNow] = useState<MinutesNow | null>(null);
  const [isTold, setTold] = useState(false);
  const { busy, once } = useOnce(act);
  const over = text.length - most;
  const question = i18n.t(check === "first" ? "mine.helped.question" : "mine.helped.stillGood");

  async function say(next: HelpedAnswer) {
    const words = text.trim();
    await tell({
      answer: next,
      ...(minutesNow !== null && { minutesNow }),
      ...(words !== "" && { text: words }),
    });
    setAnswer(next);
    // Only what had something in it is finished; an answer alone may still be followed by words.
    setTold(words !== "" || minutesNow !== null);
    onText("");
  }

  return (
    <fieldset className={cardStyles.card}>
      <legend className="unseen">{question}</legend>
      <p className={styles.words} lang={lang} dir="auto">
        {title}
      </p>
      {children ? <div className={styles.said}>{children}</div> : null}
      {answer === null ? <h3 aria-hidden="true">{question}</h3> : null}
      {answer === null ? (
        <div className={styles.buttons}>
          {(["yes", "partly", "no"] as const).map((next) => (
            <Button key={next} busy={busy} disabled={over > 0} onClick={() => once(() => say(next))}>
              {i18n.t(`mine.helped.${next}`)}
            </Button>
          ))}
        </div>
      ) : null}
      <output>
        {answer ? (
          <span className={answer === "yes" ? styles.thanks : undefined}>
            {answer === "yes" ? <Heart className={styles.heart} aria-hidden="true" /> : null}
            {i18n.t(isTold ? "mine.helped.saved" : THANKS[answer])}
          </span>
        ) : null}
      </output>
      {answer && !isTold ? (
        <SelectField
          label={i18n.t("mine.helped.now")}
          options={minutesNowOptions()}
          value={String(minutesNow ?? "")}
          onChange={(chosen) => setMinutesNow(minutesNowOf(chosen))}
        />
      ) : null}
      {isTold || (isLater && answer === null) ? null : (
        <TextArea
          label={i18n.t("mine.helped.words")}
          rows={2}
          value={text}
          error={over > 0 ? i18n.t("mine.tooLong", over) : null}
          onChange={(event) => onText(event.target.value)}
          onKeyDown={keepFromForm}
        />
      )}
      {answer && !isTold ? (
        <div className={styles.buttons}>
          <Button
            busy={busy}
            disabled={over > 0 || (text.trim() === "" && minutesNow === null)}
            onClick={() => once(() => say(answer))}
          >
            {i18n.t("mine.helped.send")}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}

/** Ctrl+Enter in these words is no wish to send a report that is being written around them. */
function keepFromForm(event: KeyboardEvent) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.stopPropagation();
}

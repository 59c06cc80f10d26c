import { Heart } from "lucide-react";
import { useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { TextArea } from "@/components/Field";
import { RadioPills } from "@/components/RadioPills";
import { send } from "@/lib/messaging/client";
import type { MyReport } from "@/lib/outbox/my-report";
import type { MinutesNow } from "@/lib/protocol/burden";
import type { HelpedAnswer } from "@/lib/protocol/event";
import { LIMITS } from "@/lib/protocol/limits";
import { useKeptText } from "../shell/use-kept-text";
import { useOnce } from "../shell/use-once";
import { titleText } from "../words/say";
import styles from "./DidThisHelp.module.css";
import { lastAnswer, whoSays } from "./mine-words";
import { minutesNowOptions } from "./minutes-now";

export interface DidThisHelpProps {
  report: MyReport;
  /** The claim that the answer is for: kept by the list, since the report forgets it once it is answered. */
  forEvent: string;
  act: (work: Promise<unknown>) => void;
  onAnswered: () => void;
}

const THANKS = {
  yes: "mine.helped.thanksYes",
  partly: "mine.helped.thanksPartly",
  no: "mine.helped.thanksNo",
} as const satisfies Record<HelpedAnswer, string>;

/** One press answers; a word of thanks, or how much is left, can follow. */
export function DidThisHelp({ report, forEvent, act, onAnswered }: DidThisHelpProps) {
  const [answer, setAnswer] = useState<HelpedAnswer | null>(report.answered);
  const [minutesNow, setMinutesNow] = useState<MinutesNow | null>(null);
  const [text, setText] = useKeptText(`helped.${forEvent}`);
  const [told, setTold] = useState(false);
  const { busy, once } = useOnce(act);
  const said = lastAnswer(report);
  const over = text.length - LIMITS.thanks;

  async function tell(next: HelpedAnswer) {
    const { ok } = await send("mine.helped", {
      reportId: report.id,
      answer: next,
      forEvent,
      ...(minutesNow === null || next === "yes" ? {} : { minutesNow }),
      ...(text.trim() === "" ? {} : { text: text.trim() }),
    });
    if (!ok) throw new Error("the answer was not saved");
    setAnswer(next);
    // Only what had something in it is finished; an answer alone may still be followed by words.
    setTold(text.trim() !== "" || (minutesNow !== null && next !== "yes"));
    setText("");
    onAnswered();
  }

  return (
    <fieldset className={styles.ask}>
      <legend className="unseen">{i18n.t("mine.helped.question")}</legend>
      <p className={styles.words} lang={report.lang} dir="auto">
        {titleText(report)}
      </p>
      {said ? (
        <p className={styles.said}>
          <b>{whoSays(said.name, false)}:</b> {said.text}
        </p>
      ) : null}
      {answer === null ? <h3 aria-hidden="true">{i18n.t("mine.helped.question")}</h3> : null}
      {answer === null ? (
        <div className={styles.buttons}>
          {(["yes", "partly", "no"] as const).map((next) => (
            <Button key={next} busy={busy} disabled={over > 0} onClick={() => once(() => tell(next))}>
              {i18n.t(`mine.helped.${next}`)}
            </Button>
          ))}
        </div>
      ) : null}
      <output>
        {answer ? (
          <span className={answer === "yes" ? styles.thanks : undefined}>
            {answer === "yes" ? <Heart className={styles.heart} aria-hidden="true" /> : null}
            {i18n.t(told ? "mine.helped.saved" : THANKS[answer])}
          </span>
        ) : null}
      </output>
      {answer === "partly" && !told ? (
        <RadioPills<MinutesNow>
          legend={i18n.t("mine.helped.now")}
          options={minutesNowOptions()}
          value={minutesNow}
          onChange={setMinutesNow}
          optional
        />
      ) : null}
      {told ? null : (
        <TextArea
          label={i18n.t("mine.helped.words")}
          rows={2}
          value={text}
          error={over > 0 ? i18n.t("mine.tooLong", over) : null}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {answer && !told ? (
        <div className={styles.buttons}>
          <Button
            busy={busy}
            disabled={over > 0 || (text.trim() === "" && minutesNow === null)}
            onClick={() => once(() => tell(answer))}
          >
            {i18n.t("mine.helped.send")}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}

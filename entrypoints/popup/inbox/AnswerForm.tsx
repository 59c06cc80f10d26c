import { useRef, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Checkbox } from "@/components/Checkbox";
import { TextArea } from "@/components/Field";
import { languageOf } from "@/components/language";
import { Notice } from "@/components/Notice";
import { RadioPills } from "@/components/RadioPills";
import { send } from "@/lib/messaging/client";
import type { ReportDoc } from "@/lib/protocol/documents";
import type { Status } from "@/lib/protocol/event";
import { isSendKey } from "../shell/send-key";
import { useKeptText } from "../shell/use-kept-text";
import { useOnce } from "@/components/use-once";
import { errorText } from "./answer-error";
import { CHOICES, keepChoice, planAnswer, recallChoice } from "./answer-rules";
import styles from "./InboxDetail.module.css";
import { KindNo } from "./KindNo";
import { Meanwhile } from "./Meanwhile";
import { useLookDay } from "./use-look-day";
import { useMeanwhile } from "./use-meanwhile";
import { PlainNotes } from "./PlainNotes";
import { Snippets } from "./snippets/Snippets";

export interface AnswerFormProps {
  doc: ReportDoc;
  /** By the collector's clock. */
  nowMs: number;
  /** The reviewer's own name. */
  reviewer: string | null;
  act: (work: Promise<unknown>) => void;
  /** The person has been told how it is already possible, and others are to read it too. */
  onPublish: (steps: string) => void;
}

export function AnswerForm({ doc, nowMs, reviewer, act, onPublish }: AnswerFormProps) {
  const [text, setText] = useKeptText(`answer.${doc.id}`);
  const [kept, setKept] = useKeptText(`status.${doc.id}`);
  const [chosen, setChosen] = useState<Status | null>(() => recallChoice(kept, doc.statusEvent));
  const [tried, setTried] = useState(false);
  const [saved, setSaved] = useState(false);
  const [steps, setSteps] = useState<string | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  // Kept beside the words: what was written for colleagues must not come back as an answer.
  const [keptFor, setKeptFor] = useKeptText(`for.${doc.id}`);
  const isInternal = keptFor === "it";
  const { busy, once } = useOnce(act);
  const news = useMeanwhile(doc.timeline, text.trim() !== "", reviewer);
  const day = useLookDay(`look.${doc.id}`, nowMs, doc.lookAgain);
  const wanted = isInternal ? null : (chosen ?? doc.status);
  const plan = planAnswer(text, wanted, doc.status, { ...day, stands: doc.lookAgain });

  function choose(status: Status | null) {
    setChosen(status);
    setKept(keepChoice(status === doc.status ? null : status, doc.statusEvent));
  }

  async function submit(next: { text: string; status: Status | null }) {
    const about = { reportId: doc.id, lang: await languageOf(next.text) };
    const { ok } = isInternal
      ? await send("review.note", { ...about, text: next.text })
      : await send("review.answer", {
          ...about,
          basedOn: doc.statusEvent,
          ...next,
          ...(next.status === "declined" && { lookAgain: day.typed }),
        });
    if (!ok) throw new Error("the answer was not saved");
    setText("");
    if (isInternal) setKeptFor("");
    else choose(null);
    day.forget();
    setTried(false);
    setSaved(true);
    // Without a page there is nobody to show it to.
    setSteps(!isInternal && next.status === "possible" && doc.context ? next.text : null);
  }

  return (
    <form
      className={styles.answer}
      data-internal={isInternal ? "" : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        if (plan.kind === "send") once(() => submit({ text: plan.text, status: plan.status }));
        else setTried(true);
      }}
    >
      <Meanwhile news={news} reporter={doc.reporter?.name ?? i18n.t("words.nameless")} />
      <TextArea
        label={i18n.t("inbox.answer")}
        data-answer=""
        ref={box}
        rows={3}
        hint={!isInternal && chosen === "possible" ? i18n.t("inbox.stepsHint") : undefined}
        onKeyDown={(event) => {
          if (isSendKey(event)) event.currentTarget.form?.requestSubmit();
        }}
        value={text}
        error={errorText(plan, tried)}
        onChange={(event) => {
          setText(event.target.value);
          setSaved(false);
        }}
      />
      <div className={styles.beside}>
        <Snippets doc={doc} text={text} onChange={setText} box={box} />
        <Checkbox
          label={i18n.t("inbox.onlyForIt")}
          checked={isInternal}
          onChange={(event) => setKeptFor(event.target.checked ? "it" : "")}
        />
      </div>
      {isInternal ? null : <PlainNotes text={text} onChange={setText} />}
      {isInternal ? null : (
        <RadioPills<Status>
          legend={i18n.t("inbox.status")}
          options={CHOICES.map((status) => ({ value: status, label: i18n.t(`words.status.${status}`) }))}
          value={chosen ?? doc.status}
          onChange={(status) => {
            choose(status);
            setSaved(false);
          }}
        />
      )}
      {wanted === "declined" ? (
        <KindNo doc={doc} day={day} onPublish={doc.context ? () => onPublish("") : null} />
      ) : null}
      <div className={styles.row}>
        <Button look="main" type="submit" busy={busy}>
          {i18n.t(isInternal ? "inbox.keepNote" : "inbox.send")}
        </Button>
        <output className={styles.soft}>{saved ? i18n.t("inbox.saved") : null}</output>
      </div>
      {steps === null ? null : (
        <Notice
          live="polite"
          actions={
            <Button
              onClick={() => {
                setSteps(null);
                onPublish(steps);
              }}
            >
              {i18n.t("inbox.offerPublish")}
            </Button>
          }
        >
          {i18n.t("inbox.offerKnown")}
        </Notice>
      )}
    </form>
  );
}

import { Dialog } from "@base-ui/react/dialog";
import Merge from "lucide-react/icons/merge";
import MessageSquareReply from "lucide-react/icons/message-square-reply";
import Tag from "lucide-react/icons/tag";
import UserRound from "lucide-react/icons/user-round";
import { useEffect, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { TextArea, TextField } from "@/components/Field";
import { languageOf } from "@/components/language";
import { RadioPills } from "@/components/RadioPills";
import type { ListedItem } from "@/lib/inbox/item";
import { type Deed, sayOfMany } from "@/lib/inbox/many";
import { send } from "@/lib/messaging/client";
import { LIMITS } from "@/lib/protocol/limits";
import type { Status } from "@/lib/protocol/vocabulary";
import { useOnce } from "@/components/use-once";
import { useNow } from "../shell/use-now";
import { sayNumber } from "../words/locale";
import { errorText } from "./answer-error";
import { CHOICES, planAnswer } from "./answer-rules";
import { AssignMenu } from "./AssignMenu";
import dialogStyles from "./Dialog.module.css";
import { setLastDeed } from "./last-deed";
import { LookDayField } from "./LookDayField";
import styles from "./Many.module.css";
import { PlainNotes } from "./PlainNotes";
import { useLookDay } from "./use-look-day";

export interface ManyProps {
  /** What is chosen, in the order of the list. */
  items: readonly ListedItem[];
  reviewer: string | null;
  colleagues: readonly string[];
  act: (work: Promise<unknown>) => void;
  onAll: () => void;
  onNone: () => void;
}

/** What can be done to all that are chosen at once; each with ten seconds to undo it. */
export function Many({ items, reviewer, colleagues, act, onAll, onNone }: ManyProps) {
  const { busy, once } = useOnce(act);
  const [dialog, setDialog] = useState<"answer" | "label" | null>(null);

  useEffect(() => {
    // It has just taken room from the list: the row that the keyboard is at stays in sight. Under a pointer nothing moves.
    document.querySelector("li[data-index]:has(:focus-visible)")?.scrollIntoView({ block: "nearest" });
  }, []);

  function perform(deed: Deed) {
    setDialog(null);
    once(async () => {
      const said = sayOfMany(items, deed);
      if (said.length > 0) {
        const { eventIds } = await send("review.all", { said });
        if (eventIds.length > 0) setLastDeed({ said: sayDone(deed, eventIds.length), eventIds });
        if (eventIds.length < said.length) throw new Error("not all of it was saved");
      }
      onNone();
    });
  }

  return (
    <section className={styles.bar} aria-label={i18n.t("inbox.many.title")}>
      <span className={styles.choice}>
        <output className={styles.count}>{i18n.t("inbox.many.chosen", items.length)}</output>
        <Button look="quiet" onClick={onAll}>
          {i18n.t("inbox.many.all")}
        </Button>
        <Button look="quiet" onClick={onNone}>
          {i18n.t("inbox.many.none")}
        </Button>
      </span>
      <span className={styles.deeds}>
        <Button icon={<MessageSquareReply />} busy={busy} onClick={() => setDialog("answer")}>
          {i18n.t("inbox.many.answer")}
        </Button>
        <AssignMenu
          button={<Button icon={<UserRound />} busy={busy} />}
          label={i18n.t("inbox.many.assign")}
          reviewer={reviewer}
          colleagues={colleagues}
          canRelease
          onAssign={(to) => perform({ do: "assign", to })}
        />
        <Button icon={<Tag />} busy={busy} onClick={() => setDialog("label")}>
          {i18n.t("inbox.many.label")}
        </Button>
        {items.length > 1 ? (
          <Button icon={<Merge />} busy={busy} onClick={() => perform({ do: "join" })}>
            {i18n.t("inbox.many.join")}
          </Button>
        ) : null}
      </span>
      <Dialog.Root open={dialog !== null} onOpenChange={(isOpen) => setDialog(isOpen ? dialog : null)}>
        <Dialog.Portal>
          <Dialog.Backdrop className={dialogStyles.back} />
          <Dialog.Popup className={dialogStyles.dialog}>
            {dialog === "label" ? <LabelForm onDone={perform} /> : <AnswerAll count={items.length} onDone={perform} />}
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </section>
  );
}

/** `count`: of how many it was said; those that were so already are not among them. */
function sayDone(deed: Deed, count: number): string {
  switch (deed.do) {
    case "answer":
      return i18n.t("inbox.many.done.answer", count);
    case "assign":
      if (deed.to === null) return i18n.t("inbox.many.done.release", count);
      return i18n.t("inbox.many.done.assign", count, [sayNumber(count), deed.to]);
    case "label":
      return i18n.t("inbox.many.done.label", count, [sayNumber(count), deed.label]);
    case "join":
      // The one that they joined is one of them.
      return i18n.t("inbox.many.done.join", [sayNumber(count + 1)]);
    default:
      return deed satisfies never;
  }
}

function AnswerAll({ count, onDone }: { count: number; onDone: (deed: Deed) => void }) {
  const [text, setText] = useState("");
  const [status, setStatus] = useState<Status | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const day = useLookDay("look.many", useNow(), undefined);
  const plan = planAnswer(text, status, "new", { ...day, stands: undefined });

  async function submit() {
    if (plan.kind !== "send") return setTried(true);
    if (busy) return;
    setBusy(true);
    day.forget();
    const again = plan.status === "declined" && { lookAgain: day.typed };
    onDone({ do: "answer", text: plan.text, status: plan.status, lang: await languageOf(plan.text), ...again });
  }

  return (
    <form
      className={dialogStyles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Dialog.Title className={dialogStyles.title}>{i18n.t("inbox.many.answerTitle", count)}</Dialog.Title>
      <TextArea
        label={i18n.t("inbox.answer")}
        value={text}
        error={errorText(plan, tried)}
        onChange={(event) => setText(event.target.value)}
      />
      <PlainNotes text={text} onChange={setText} />
      <RadioPills<Status>
        legend={i18n.t("inbox.status")}
        options={CHOICES.map((value) => ({ value, label: i18n.t(`words.status.${value}`) }))}
        value={status}
        onChange={setStatus}
        optional
      />
      {status === "declined" ? <LookDayField day={day} /> : null}
      <Buttons send={i18n.t("inbox.many.send")} />
    </form>
  );
}

function LabelForm({ onDone }: { onDone: (deed: Deed) => void }) {
  const [label, setLabel] = useState("");
  const clean = label.replaceAll(/\s+/g, " ").trim();
  return (
    <form
      className={dialogStyles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (clean !== "") onDone({ do: "label", label: clean });
      }}
    >
      <Dialog.Title className={dialogStyles.title}>{i18n.t("inbox.triage.addLabel")}</Dialog.Title>
      <TextField
        label={i18n.t("inbox.many.labelName")}
        required
        maxLength={LIMITS.label}
        value={label}
        onChange={(event) => setLabel(event.target.value)}
      />
      <Buttons send={i18n.t("inbox.triage.addLabel")} />
    </form>
  );
}

function Buttons({ send: label }: { send: string }) {
  return (
    <div className={dialogStyles.buttons}>
      <Dialog.Close render={<Button look="quiet" />}>{i18n.t("words.cancel")}</Dialog.Close>
      <Button look="main" type="submit">
        {label}
      </Button>
    </div>
  );
}

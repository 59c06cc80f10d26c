import { Dialog } from "@base-ui/react/dialog";
import { type FormEvent, useMemo, useState } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { TextArea, TextField } from "@/components/Field";
import { RadioPills } from "@/components/RadioPills";
import type { InboxItem } from "@/lib/inbox/item";
import { send } from "@/lib/messaging/client";
import dialogStyles from "../Dialog.module.css";
import { siteText } from "../facts";
import { setLastDeed } from "../last-deed";
import { PlainNotes } from "../PlainNotes";
import { useKeptText } from "@/entrypoints/popup/shell/use-kept-text";
import { useOnce } from "@/components/use-once";
import { languageName } from "@/entrypoints/popup/words/locale";
import { confidedOf } from "./confided";
import styles from "./Known.module.css";
import {
  draftOf,
  isFilled,
  type KnownDraft,
  type KnownPlan,
  languagesOf,
  planKnown,
  recallDraft,
  textIn,
  tooLong,
  type TypedField,
  type TypedText,
  withText,
} from "./known-draft";
import { KnownText } from "./KnownText";
import { ToldNotes } from "./ToldNotes";

export interface PublishFormProps {
  item: InboxItem;
  /** The way that an answer of just now says; "" for none. */
  workaround: string;
  act: (work: Promise<unknown>) => void;
  onDone: () => void;
}

/** What everybody is to read of an annoyance: written here, looked at, and published. */
export function PublishForm({ item, workaround, act, onDone }: PublishFormProps) {
  const { doc } = item;
  const own = i18n.t("words.locale");
  const [kept, setKept] = useKeptText(`known.${doc.id}`);
  const draft = recallDraft(kept) ?? begin(draftOf(doc.summary), own, workaround);
  const [lang, setLang] = useState(own);
  const [tried, setTried] = useState(false);
  const { busy, once } = useOnce(act);
  const confided = useMemo(() => confidedOf(item), [item]);
  const plan = planKnown(draft, own);
  const typed = textIn(draft, lang);
  const isPossible = doc.status === "possible";
  const written = languagesOf(draft, own).filter((each) => isFilled(textIn(draft, each)));

  const change = (next: KnownDraft) => setKept(JSON.stringify(next));
  const type = (field: TypedField) => (value: string) => change(withText(draft, lang, { [field]: value }));

  async function publish(said: Extract<KnownPlan, { kind: "publish" }>["said"]) {
    const answer = await send("review.publish", { reportId: doc.id, ...said });
    if (!answer.ok) throw new Error("it was not saved");
    setKept("");
    setLastDeed({ said: i18n.t("inbox.known.done"), eventIds: [answer.eventId] });
    onDone();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (plan.kind === "publish") return once(() => publish(plan.said));
    setTried(true);
    setLang(plan.lang);
  }

  const errorOf = (field: TypedField) => {
    const over = tooLong(field, typed[field]);
    if (over > 0) return i18n.t("inbox.tooLong", over);
    const isMissing = field === "title" && tried && plan.kind === "title-needed" && plan.lang === lang;
    return isMissing ? i18n.t("inbox.known.needTitle") : null;
  };

  return (
    <form className={dialogStyles.form} onSubmit={submit} noValidate>
      <Dialog.Title className={dialogStyles.title}>{i18n.t("inbox.known.publish")}</Dialog.Title>
      <p className={styles.soft}>{i18n.t("inbox.known.hint")}</p>
      {doc.context?.path ? (
        <RadioPills<KnownDraft["place"]>
          legend={i18n.t("inbox.known.where")}
          options={[
            { value: "page", label: i18n.t("inbox.known.page") },
            { value: "site", label: i18n.t("inbox.known.site", [siteText(doc.context)]) },
          ]}
          value={draft.place}
          onChange={(place) => change({ ...draft, place: place ?? "page" })}
        />
      ) : null}
      <RadioPills<string>
        legend={i18n.t("inbox.known.language")}
        options={languagesOf(draft, own).map((value) => ({ value, label: languageName(value) }))}
        value={lang}
        onChange={(value) => setLang(value ?? own)}
      />
      {written.length > 1 ? (
        <p className={styles.soft}>{i18n.t("inbox.known.written", [written.map(languageName).join(", ")])}</p>
      ) : null}
      <TextField
        label={i18n.t("inbox.known.title")}
        lang={lang}
        value={typed.title}
        error={errorOf("title")}
        onChange={(event) => type("title")(event.target.value)}
      />
      {(["text", "workaround"] as const).map((field) => (
        <div key={field} className={styles.part}>
          <TextArea
            label={i18n.t(`inbox.known.${field === "workaround" && isPossible ? "steps" : field}`)}
            lang={lang}
            rows={2}
            value={typed[field]}
            error={errorOf(field)}
            onChange={(event) => type(field)(event.target.value)}
          />
          <PlainNotes text={typed[field]} onChange={type(field)} isAnswer={false} />
        </div>
      ))}
      <ToldNotes texts={written.flatMap((each) => partsOf(textIn(draft, each)))} confided={confided} />
      {typed.title.trim() === "" ? null : (
        <section className={styles.part} aria-label={i18n.t("inbox.known.preview")}>
          <h3 className={styles.soft}>{i18n.t("inbox.known.preview")}</h3>
          <KnownText {...typed} lang={lang} isPossible={isPossible} />
        </section>
      )}
      <div className={dialogStyles.buttons}>
        <Dialog.Close render={<Button look="quiet" />}>{i18n.t("words.cancel")}</Dialog.Close>
        <Button look="main" type="submit" busy={busy}>
          {i18n.t("inbox.known.forAll")}
        </Button>
      </div>
    </form>
  );
}

function begin(draft: KnownDraft, own: string, workaround: string): KnownDraft {
  return workaround === "" ? draft : withText(draft, own, { workaround });
}

function partsOf({ title, text, workaround }: TypedText): string[] {
  return [title, text, workaround];
}

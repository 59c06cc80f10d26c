import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { i18n } from "#i18n";
import { Notice } from "@/components/Notice";
import { send } from "@/lib/messaging/client";
import type { PanelOpened, Refused } from "@/lib/messaging/messages";
import { Form } from "./Form";
import { languageOf, useLanguage } from "@/components/language";
import { PrivateWords } from "./private/PrivateWords";
import {
  EMPTY_FORM,
  fromDraft,
  lacksName,
  toDraft,
  toReport,
  whatIsMissing,
  withDraftWords,
  type FormState,
} from "./form-state";
import { AskBox } from "./ask/AskBox";
import { Known } from "./known/Known";
import { useName } from "./name/use-name";
import { Receipt } from "./Receipt";
import type { Joined } from "./join";
import styles from "./panel.module.css";
import { closePanel, isAlone, isOrphan } from "./session";
import { useDelivery } from "./use-delivery";
import { useDraft } from "./use-draft";
import { useHeight } from "./use-height";
import { useOrphan } from "./use-orphan";
import { usePreview } from "./use-preview";
import { useWords } from "./use-words";
import { useWordsBox } from "./use-words-box";
import { invite, takeKeyboard } from "./words-box";

export interface AppProps {
  box: HTMLTextAreaElement;
  /** The part around the textbox, outside of React; hidden once the report is away. */
  ask: HTMLElement;
  joining: Promise<Joined>;
}

const NONE: readonly string[] = [];

/** Milliseconds after which Escape counts although it is held, or was let go elsewhere. */
const MOST_HELD_MS = 1000;

/** The panel: writing -> sending -> away, where `Undo` leads back to writing. */
export function App({ box, ask, joining }: AppProps) {
  const [session, setSession] = useState<string | null>(null);
  const [opened, setOpened] = useState<PanelOpened | null>(null);
  const [isGone, setGone] = useState(false);
  const [words, writeWords] = useWords(box);
  const [form, setForm] = useState<FormState>(EMPTY_FORM);
  const [tried, setTried] = useState(false);
  const [isSending, setSending] = useState(false);
  const [isTaking, setTaking] = useState(false);
  const [refusal, setRefusal] = useState<Refused["reason"] | "failed" | null>(null);
  const [reportId, setReportId] = useState<string | null>(null);
  const [withoutPicture, setWithoutPicture] = useState(false);
  const delivery = useDelivery(reportId);
  const [isShown, setShown] = useState(false);
  const name = useName(opened?.name ?? null, (known) => {
    setOpened((now) => (now === null || now.name === known ? now : { ...now, name: known }));
  });

  useEffect(() => {
    let isCurrent = true;
    void (async () => {
      try {
        const joined = await joining;
        if (isCurrent) setSession(joined.session);
        const now = await joined.opened;
        if (!isCurrent) return;
        takeKeyboard(box);
        if (now.siteName) invite(box, i18n.t("panel.placeholderSite", [now.siteName]));
        if (now.draft) {
          setForm(fromDraft(now.draft));
          writeWords(withDraftWords(now.draft.words, box.value));
        }
        setOpened(now);
      } catch {
        if (isCurrent) setGone(true);
      }
    })();
    return () => {
      isCurrent = false;
    };
  }, [joining, box, writeWords]);

  const isAway = reportId !== null;
  const draft = useMemo(
    () => (opened && !isAway && !isSending ? toDraft(words, form) : null),
    [opened, isAway, isSending, words, form],
  );
  const lang = useLanguage(words);
  const report = useMemo(() => (opened ? toReport(words, lang, opened, form) : null), [words, lang, opened, form]);
  const { preview, shownFor, askAgain } = usePreview(session, report, isShown && !isAway && !isSending);
  const { flush, lost } = useDraft(session, draft, opened?.draft ?? null);
  useOrphan(flush);
  useHeight(session);
  const missing = tried ? whatIsMissing(words, form) : null;
  const note = useWordsBox({ box, ask, words, missing, isAway });

  const close = async () => {
    const wasTold = lost !== null || refusal === "gone";
    // Words that are nowhere else go only after the person was told; a name that was typed is kept with them.
    await name.keep().catch(() => {});
    if (!(await flush()) && !wasTold) return;
    if (session !== null) await closePanel(session).catch(() => setGone(true));
    else if (isAlone) location.replace("/popup.html");
  };
  // Escape may come before React, or before the background has answered: it counts from then on.
  const closeNow = () => {
    delete document.documentElement.dataset["leave"];
    void close();
  };
  const leaveIfAsked = useEffectEvent(() => {
    if ((opened !== null || isGone) && "leave" in document.documentElement.dataset) closeNow();
  });
  useEffect(() => {
    if (opened !== null) leaveIfAsked();
  }, [opened]);

  const submit = async () => {
    setTried(true);
    setRefusal(null);
    if (whatIsMissing(words, form) !== null) {
      box.focus();
      return;
    }
    if (session === null || opened === null || isSending || isTaking || isAway) return;
    setSending(true);
    try {
      // A draft that is still on its way must not arrive after its report, and come back.
      await flush();
      const known = { ...opened, name: await name.keep() };
      if (lacksName(known)) return name.ask();
      const told = await languageOf(words);
      // What the person has before their eyes is what goes, or nothing goes.
      const final = report && known.name === opened.name && told === lang ? report : toReport(words, told, known, form);
      if (isShown && preview.report && preview.report.name !== final.name) return setRefusal("changed");
      const outcome = await send("report.create", { session, form: final, shown: shownFor(final) });
      if (outcome.ok) {
        setReportId(outcome.reportId);
        setWithoutPicture(outcome.withoutPicture ?? false);
      } else setRefusal(outcome.reason);
      if (!outcome.ok && outcome.reason === "changed") setShown(true);
      askAgain();
    } catch {
      setRefusal(isOrphan() ? "gone" : "failed");
    } finally {
      setSending(false);
      setTried(false);
    }
  };

  const undo = async () => {
    if (reportId === null) return;
    const { discarded } = await send("mine.discard", { reportId });
    if (!discarded) return;
    setReportId(null);
    box.focus();
  };

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      setTimeout(leaveIfAsked, MOST_HELD_MS);
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !isAway) {
      event.preventDefault();
      void submit();
    }
  });
  // Not before the key is let go: its way up would be the page's, which has the keyboard next.
  const onKeyUp = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === "Escape") leaveIfAsked();
  });
  useEffect(() => {
    const down = (event: KeyboardEvent) => onKey(event);
    const up = (event: KeyboardEvent) => onKeyUp(event);
    addEventListener("keydown", down);
    addEventListener("keyup", up);
    return () => {
      removeEventListener("keydown", down);
      removeEventListener("keyup", up);
    };
  }, []);

  if (isGone) return <Notice tone="attention">{i18n.t("panel.gone")}</Notice>;
  return (
    <>
      {note}
      {opened?.isSample ? <p className={styles.hint}>{i18n.t("panel.sample")}</p> : null}
      {isAway ? null : <PrivateWords text={words} patterns={opened?.patterns ?? NONE} box={() => box} />}
      {isAway || opened === null ? null : <Known session={session} opened={opened} words={words} lang={lang} />}
      {isAway || opened === null ? null : <AskBox ask={opened.ask} words={words} />}
      {isAway ? (
        <Receipt
          reportId={reportId}
          delivery={delivery}
          burden={form.burden}
          hasEndpoint={opened?.hasEndpoint ?? true}
          isShared={opened?.isShared ?? false}
          withoutPicture={withoutPicture}
          onUndo={() => void undo().catch(() => {})}
          onClose={() => void close()}
        />
      ) : (
        <Form
          session={session}
          form={form}
          onChange={setForm}
          isShown={isShown}
          onShow={setShown}
          preview={preview}
          opened={opened}
          name={name}
          refusal={lost === "gone" ? "gone" : (refusal ?? lost)}
          isSending={isSending}
          isTaking={isTaking}
          onTaking={setTaking}
          onCancel={() => void close()}
          onSend={() => void submit()}
        />
      )}
    </>
  );
}

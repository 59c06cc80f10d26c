import { useCallback } from "react";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Disclosure } from "@/components/Disclosure";
import { Notice } from "@/components/Notice";
import type { EarshotDatabase } from "@/lib/database/open";
import { watch } from "@/lib/database/watch";
import { send } from "@/lib/messaging/client";
import { readSetAside, type SetAside as Said } from "@/lib/outbox/set-aside";
import { uiLocale } from "../words/locale";
import { joinDots } from "../words/say";
import styles from "./SetAside.module.css";
import { useOnce } from "@/components/use-once";
import { useWatched } from "./use-watched";

export interface SetAsideProps {
  db: EarshotDatabase;
  isReviewer: boolean;
  act: (work: Promise<unknown>) => void;
}

/** What the person said as a reviewer and did not get out before their role was lost: theirs to send, copy or delete. */
export function SetAside({ db, isReviewer, act }: SetAsideProps) {
  const { busy, once } = useOnce(act);
  const start = useCallback(
    (onValue: (said: Said[]) => void, onError: (error: unknown) => void) =>
      watch(() => readSetAside(db), onValue, onError),
    [db],
  );
  const { value } = useWatched<Said[]>(start);
  const said = value ?? [];
  const texts = said.map(({ text }) => text).filter((text) => text !== "");
  if (said.length === 0) return null;
  return (
    <Notice
      tone="attention"
      actions={
        <>
          {isReviewer ? (
            <Button busy={busy} onClick={() => once(() => send("review.setAside", { send: true }))}>
              {i18n.t("popup.setAside.send")}
            </Button>
          ) : null}
          {texts.length > 0 ? (
            <Button onClick={() => act(navigator.clipboard.writeText(texts.join("\n\n")))}>
              {i18n.t("mine.copy")}
            </Button>
          ) : null}
          <Button onClick={() => once(() => send("review.setAside", { send: false }))}>
            {i18n.t("popup.setAside.delete")}
          </Button>
        </>
      }
    >
      <span>{i18n.t("popup.setAside.text", said.length)}</span>
      <Disclosure summary={i18n.t("popup.setAside.show")}>
        <ul className={styles.list}>
          {said.map(({ id, createdAt, status, text }) => (
            <li key={id}>
              <span className={styles.soft}>
                {joinDots([
                  new Date(createdAt).toLocaleDateString(uiLocale()),
                  status && i18n.t(`words.status.${status}`),
                ])}
              </span>
              <p className={styles.words}>{text || i18n.t("popup.setAside.noWords")}</p>
            </li>
          ))}
        </ul>
      </Disclosure>
    </Notice>
  );
}

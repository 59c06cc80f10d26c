import { useEffect, useEffectEvent, useState } from "react";
import { i18n } from "#i18n";
import { HelpedQuestion, type Told } from "@/components/HelpedQuestion";
import { Notice } from "@/components/Notice";
import type { AskHere as Ask } from "@/lib/known/known-item";
import { send } from "@/lib/messaging/client";
import { MOST_THANKS } from "@/lib/reports/question";

export interface AskHereProps {
  ask: Ask;
  /** It is before the person now. */
  onThere: () => void;
}

/** "Did this help?" on the page that it is about, once. */
export function AskHere({ ask, onThere }: AskHereProps) {
  const { reportId, forEvent, check, title, lang, said } = ask;
  const [text, setText] = useState("");
  const [failed, setFailed] = useState(false);
  const there = useEffectEvent(onThere);

  useEffect(() => {
    there();
    // Where this is lost it is asked once more, after its time.
    send("mine.asked", { reportId, forEvent, check, where: "page" }).catch(() => {});
  }, [reportId, forEvent, check]);

  async function tell(told: Told) {
    const { ok } = await send("mine.helped", { reportId, forEvent, check, ...told });
    if (!ok) throw new Error("the answer was not saved");
  }

  return (
    <>
      <HelpedQuestion
        check={check}
        title={title}
        lang={lang}
        answered={null}
        text={text}
        onText={setText}
        most={MOST_THANKS}
        tell={tell}
        act={(work) => {
          setFailed(false);
          work.catch(() => setFailed(true));
        }}
        isLater
      >
        {said ? (
          <p>
            <b>{said.name === null ? i18n.t("mine.itSays") : i18n.t("mine.says", [said.name])}:</b> {said.text}
          </p>
        ) : null}
      </HelpedQuestion>
      {failed ? <Notice tone="error">{i18n.t("known.failed")}</Notice> : null}
    </>
  );
}

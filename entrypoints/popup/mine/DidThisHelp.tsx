import { type ReactNode, useEffect } from "react";
import { HelpedQuestion, type Told } from "@/components/HelpedQuestion";
import { send } from "@/lib/messaging/client";
import { MOST_THANKS, type Question, type Said } from "@/lib/reports/question";
import { useKeptText } from "../shell/use-kept-text";

export interface DidThisHelpProps {
  reportId: string;
  /** Kept by the list: once it is answered nothing asks it any more. */
  question: Question;
  said: readonly Said[];
  title: string;
  lang: string | undefined;
  act: (work: Promise<unknown>) => void;
  /** It is being answered. */
  onAnswering: () => void;
  /** What IT said of it. */
  children?: ReactNode;
}

/** The question of one report, in the popup: what is typed and not sent is there again when it is opened anew. */
export function DidThisHelp({ reportId, question, said, act, onAnswering, ...rest }: DidThisHelpProps) {
  const { forEvent, check } = question;
  const [text, setText] = useKeptText(`helped.${forEvent}`);

  useEffect(() => {
    // That it was seen keeps it out of pages for a while; where that is lost it is asked there once more.
    send("mine.asked", { reportId, forEvent, check, where: "list" }).catch(() => {});
  }, [reportId, forEvent, check]);

  async function tell(told: Told) {
    // Before it is: what is saved is seen by the list sooner than here, and nothing asks it from then on. Whoever writes
    // on would have the box taken away from under their fingers.
    onAnswering();
    const { ok } = await send("mine.helped", { reportId, forEvent, check, ...told });
    if (!ok) throw new Error("the answer was not saved");
  }

  return (
    <HelpedQuestion
      {...rest}
      check={check}
      answered={said.find((one) => one.check === check)?.answer ?? null}
      text={text}
      onText={setText}
      most={MOST_THANKS}
      tell={tell}
      act={act}
    />
  );
}

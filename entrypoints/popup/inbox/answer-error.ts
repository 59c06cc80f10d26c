import { i18n } from "#i18n";
import type { Status } from "@/lib/protocol/vocabulary";
import type { AnswerPlan } from "./answer-rules";

/** Too long is said while typing; what is missing only after the person wanted to send. */
export function errorText(plan: AnswerPlan, tried: boolean): string | null {
  switch (plan.kind) {
    case "send":
    // Said at the day.
    case "day-needed":
      return null;
    case "too-long":
      return i18n.t("inbox.tooLong", plan.over);
    case "nothing":
      return tried ? i18n.t("inbox.needAnswer") : null;
    case "words-needed":
      return tried ? neededWords(plan.status) : null;
    default:
      return plan satisfies never;
  }
}

function neededWords(status: Status): string {
  if (status === "asked") return i18n.t("inbox.needQuestion");
  return i18n.t(status === "possible" ? "inbox.needHow" : "inbox.needReason");
}

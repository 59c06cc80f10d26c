import type { Status } from "@/lib/protocol/event";
import { LIMITS } from "@/lib/protocol/limits";
import { statusNeedsNote } from "@/lib/protocol/owed-words";

/** What a press of `Send answer` would do. */
export type AnswerPlan =
  /** `status` is null where it stays as it is: then the words go out alone. */
  | { kind: "send"; text: string; status: Status | null }
  | { kind: "nothing" }
  /** This status owes the person words. */
  | { kind: "words-needed"; status: Status }
  | { kind: "too-long"; over: number };

/** Words and status are committed together, in one event; choosing a status alone commits nothing. */
export function planAnswer(typed: string, chosen: Status | null, current: Status): AnswerPlan {
  const text = typed.trim();
  const status = chosen === current ? null : chosen;
  const over = text.length - (status === null ? LIMITS.comment : LIMITS.note);
  if (over > 0) return { kind: "too-long", over };
  if (text === "" && status === null) return { kind: "nothing" };
  if (text === "" && status !== null && statusNeedsNote(status)) return { kind: "words-needed", status };
  return { kind: "send", text, status };
}

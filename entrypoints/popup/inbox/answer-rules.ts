import type { Status } from "@/lib/protocol/event";
import { LIMITS } from "@/lib/protocol/limits";
import { statusNeedsNote } from "@/lib/protocol/owed-words";

/** `new` is how a report begins; nobody sets it. */
export const CHOICES = ["heard", "asked", "planned", "done", "possible", "declined"] as const satisfies Status[];

/** What a press of `Send answer` would do. */
export type AnswerPlan =
  /** `status` is null where it stays as it is: then the words go out alone. */
  | { kind: "send"; text: string; status: Status | null }
  | { kind: "nothing" }
  /** This status owes the person words. */
  | { kind: "words-needed"; status: Status }
  /** A no says when IT looks again. */
  | { kind: "day-needed" }
  | { kind: "too-long"; over: number };

/** The day on which IT looks again, where it declines: as it stands, as it is typed, and whether that is one. */
export interface TypedDay {
  stands: string | undefined;
  typed: string;
  isDay: boolean;
}

/**
 * Words and status are committed together, in one event; choosing a status alone commits nothing. A no with another day
 * is another no.
 */
export function planAnswer(typed: string, chosen: Status | null, current: Status, day: TypedDay): AnswerPlan {
  const text = typed.trim();
  const isNewDay = chosen === "declined" && day.typed !== day.stands;
  const status = chosen === current && !isNewDay ? null : chosen;
  const over = text.length - (status === null ? LIMITS.comment : LIMITS.note);
  if (over > 0) return { kind: "too-long", over };
  if (text === "" && status === null) return { kind: "nothing" };
  if (text === "" && status !== null && statusNeedsNote(status)) return { kind: "words-needed", status };
  if (status === "declined" && !day.isDay) return { kind: "day-needed" };
  return { kind: "send", text, status };
}

/**
 * A chosen status as text that outlives the popup, together with the status that it was chosen over: once that has
 * changed, the choice was about something else. "" where nothing is chosen.
 */
export function keepChoice(chosen: Status | null, over: string | null): string {
  return chosen === null ? "" : `${chosen} ${over ?? ""}`;
}

/** What `keepChoice` kept, or null where the status is no longer the one that it was chosen over. */
export function recallChoice(kept: string, over: string | null): Status | null {
  const chosen = CHOICES.find((status) => kept.startsWith(`${status} `)) ?? null;
  return kept === keepChoice(chosen, over) ? chosen : null;
}

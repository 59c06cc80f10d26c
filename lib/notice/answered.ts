/**
 * Of what a person is told that they said something about: that a human has answered, or that its status has changed.
 * Each word of IT once, many in one breath, no report more than once a day, and nothing that they have read by then.
 */

const DAY_MS = 86_400_000;

/** The newest word of IT on one report, as long as the person has not seen it. */
export interface Word {
  reportId: string;
  /** The event that it is. */
  id: string;
  /** What it means for the person: a question, a fix of which they can say whether it helped, or anything else. */
  kind: "asked" | "fixed" | "answer";
}

export interface Answered {
  /** By report: the last word that was told, and when a notification last spoke of the report. */
  told: Record<string, { id: string; at: number }>;
  /** Reports in the notification that stands there now. */
  shown: string[];
}

export interface AnsweredMoment {
  now: number;
  /** false: switched off, by policy or by the person. */
  isOn: boolean;
  /** true in quiet hours. */
  isHeldBack: boolean;
  /** My reports are open before them. */
  isLooking: boolean;
}

export interface ToTell {
  answered: Answered;
  /** `show` the words of `shown`, in place of what was there; `clear` what is there; or leave it as it is. */
  does: "show" | "clear" | null;
}

/**
 * What to tell now. `before` is null at the very first look: what was there by then is no news. What was held back, by
 * quiet hours or because the report had its turn today, is told later, if it is still unread; what came while it was
 * switched off, or before the person's eyes, never is.
 */
export function tellAnswers(before: Answered | null, unread: readonly Word[], moment: AnsweredMoment): ToTell {
  const { now, isOn, isHeldBack, isLooking } = moment;
  const told = before?.told ?? {};
  const isUnread = new Set(unread.map(({ reportId }) => reportId));
  const stays = (before?.shown ?? []).filter((id) => isOn && !isLooking && isUnread.has(id));
  const left = before !== null && before.shown.length > 0 && stays.length === 0 ? "clear" : null;
  // Of a report that is read nothing has to be known but when it had its turn.
  const kept = Object.fromEntries(Object.entries(told).filter(([id, { at }]) => isUnread.has(id) || isToday(at, now)));
  const fresh = unread.filter(({ reportId, id }) => told[reportId]?.id !== id);
  if (before === null || !isOn || isLooking)
    return { answered: { told: marked(kept, fresh, null), shown: stays }, does: left };
  const due = isHeldBack ? [] : fresh.filter(({ reportId }) => !isToday(told[reportId]?.at ?? 0, now));
  if (due.length === 0) return { answered: { told: kept, shown: stays }, does: left };
  const shown = [...new Set([...stays, ...due.map(({ reportId }) => reportId)])];
  return { answered: { told: marked(kept, due, now), shown }, does: "show" };
}

/** `at` null: marked as told without a word, so that the report has not had its turn. */
function marked(told: Answered["told"], words: readonly Word[], at: number | null): Answered["told"] {
  const next = { ...told };
  for (const { reportId, id } of words) next[reportId] = { id, at: at ?? told[reportId]?.at ?? 0 };
  return next;
}

/** A time that has not come yet was written by a clock that ran ahead. */
function isToday(at: number, now: number): boolean {
  return at <= now && now - at < DAY_MS;
}

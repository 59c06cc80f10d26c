/**
 * Of whom a reviewer is told that they cannot do their work: each report once in this browser, many in one breath, and
 * nobody of whom a colleague has taken care meanwhile. A report is `pending` (to be told), then `shown` (in the
 * notification that stands there now), and `told` for good.
 */
export interface Telling {
  pending: string[];
  shown: string[];
  told: string[];
}

export const NOTHING_TOLD: Telling = { pending: [], shown: [], told: [] };

/** Ids that are remembered as told; whoever had more reports of this kind is not helped by a notification. */
const MOST_TOLD = 5_000;

export interface Moment {
  /** false: switched off, by policy or by the person. */
  isOn: boolean;
  /** true: quiet hours, or more reports are on their way right now. */
  isHeldBack: boolean;
  /** Of those that are pending or shown: who still waits for a first word. */
  waiting: ReadonlySet<string>;
}

export interface Told {
  telling: Telling;
  /** `show` what stands in `shown`, in place of what was there; `clear` what is there; or leave it as it is. */
  does: "show" | "clear" | null;
}

/** A report that says "I cannot do my work" and that nobody has heard. */
export function notePending(telling: Telling, ids: readonly string[]): Telling {
  const known = new Set([...telling.pending, ...telling.told]);
  const fresh = ids.filter((id) => !known.has(id));
  return fresh.length === 0 ? telling : { ...telling, pending: [...telling.pending, ...fresh] };
}

/** What to do now. What was held back is told later, and what was switched off never: it would be a flood. */
export function tell(telling: Telling, { isOn, isHeldBack, waiting }: Moment): Told {
  const still = (ids: readonly string[]) => ids.filter((id) => waiting.has(id));
  const shown = isOn ? still(telling.shown) : [];
  const pending = still(telling.pending);
  const left = telling.shown.length > 0 && shown.length === 0 ? "clear" : null;
  if (isOn && (isHeldBack || pending.length === 0)) return { telling: { ...telling, shown, pending }, does: left };
  const told = [...telling.told, ...pending].slice(-MOST_TOLD);
  if (!isOn) return { telling: { pending: [], shown, told }, does: left };
  return { telling: { pending: [], shown: [...shown, ...pending], told }, does: "show" };
}

import { isUnset, type Refuse } from "./refusals";

/** One of the words, or `without` where it is unset or refused. */
export function readChoice<T extends string, W extends T | null>(
  value: unknown,
  place: string,
  choices: readonly T[],
  without: W,
  refuse: Refuse,
): T | W {
  if (isUnset(value)) return without;
  const found = choices.find((choice) => choice === value);
  return found ?? (refuse(place, "not-a-choice", value), without);
}

/**
 * On unless it is switched off. What is refused counts as off: whoever wrote it wanted something, and less is sent.
 */
export function readSwitch(value: unknown, place: string, refuse: Refuse): boolean {
  if (isUnset(value)) return true;
  if (typeof value === "boolean") return value;
  refuse(place, "wrong-shape", value);
  return false;
}

/** Off unless it is switched on. What is refused counts as on, for switches that keep or send less. */
export function readGuard(value: unknown, place: string, refuse: Refuse): boolean {
  if (isUnset(value)) return false;
  if (typeof value === "boolean") return value;
  refuse(place, "wrong-shape", value);
  return true;
}

/** Off unless it is switched on. What is refused counts as off, for switches that send more. */
export function readPermit(value: unknown, place: string, refuse: Refuse): boolean {
  return readGuard(value, place, refuse) && value === true;
}

/** The good ones of a list of texts; `check` gives the reason against one. */
export function readList(
  value: unknown,
  place: string,
  { most, check }: { most: number; check: (text: string) => Parameters<Refuse>[1] | null },
  refuse: Refuse,
): string[] {
  if (isUnset(value)) return [];
  if (!Array.isArray(value)) return (refuse(place, "wrong-shape", value), []);
  // Named once: a list of thousands would only bury what else was refused.
  if (value.length > most) refuse(`${place}[${most}]`, "too-many", value[most]);
  return value.slice(0, most).flatMap((item: unknown, index) => {
    const reason = typeof item === "string" ? check(item) : "wrong-shape";
    if (reason !== null) refuse(`${place}[${index}]`, reason, item);
    return typeof item === "string" && reason === null ? [item] : [];
  });
}

/** null where it is unset or refused. */
export function readNumber(
  value: unknown,
  place: string,
  isGood: (value: number) => boolean,
  refuse: Refuse,
): number | null {
  if (isUnset(value)) return null;
  if (typeof value === "number" && isGood(value)) return value;
  refuse(place, "not-a-number", value);
  return null;
}

/** A text of a length that a screen can bear, without blanks around it; null where it is unset or refused. */
export function readText(value: unknown, place: string, most: number, refuse: Refuse): string | null {
  if (isUnset(value)) return null;
  const text = typeof value === "string" ? value.trim() : "";
  if (text === "" || text.length > most) return (refuse(place, "wrong-shape", value), null);
  return text;
}

import type { PrivateKind } from "./private-span";
import { isDate } from "./surroundings";

/** How a value stands by its word: "password: x", "the password is x" (or words between), "password x". */
export type Said = "assigned" | "told" | "beside";

export interface SaidValue {
  /** From the link word on: a quoted string or everything up to white space. */
  raw: string;
  /** What follows it. */
  after: string;
  said: Said;
  kind: PrivateKind;
}

/** What stands after "password:" and is none: placeholders, states, hints (en, de, pt, es, fr); a template's hole. */
const NO_SECRET =
  /^(?:required|optional|null|none|true|false|undefined|missing|wrong|in?correct\w*|in?valid\w*|expir\w*|reset|changed?|forgot\w*|yes|no|str(?:ing)?|text|hidden|erforderlich|falsch|abgelaufen|vergessen|andern|ja|nein|obrigatori[ao]|sim|nao|obligator\w+|requ\w+|oui|non|https?:.*|[$%]?[{<[%].*|x+|[^\p{L}\p{N}]*)[!?]?$/iu;
/** Sizes, versions, times, ranges. */
const HARMLESS = /^v?[\d.:-]+[a-z%]{0,2}$|^[./]|^www/i;

/** Where in the raw value the secret stands, or null where it reads like a sentence that goes on. */
export function judgeSaid({ raw, after, said, kind }: SaidValue): { start: number; length: number } | null {
  const quoted = /^(["'])(.+)\1$/.exec(raw)?.[2];
  // A sentence's own punctuation is not the secret's; but "!" and "?" may well be. "pwd=x&y=z" has two values.
  const value = quoted ?? raw.replace(/[;&](?=[\w.-]+=).*$/, "").replace(/^['`(]+|[.,;:)\]}'`]+$/g, "");
  const start = quoted ? 1 : raw.indexOf(value);
  if (NO_SECRET.test(value)) return null;
  const isLast =
    quoted !== undefined || start + value.length < raw.length || /^\s*$|^ ?[\n<,;|/-]|^ +\S{1,16} ?[:=]/.test(after);
  const isSecret = kind === "password" ? isPassword(value, said, isLast) : isKey(value, said);
  return isSecret ? { start, length: value.length } : null;
}

function isPassword(value: string, said: Said, isLast: boolean): boolean {
  const isMixed = /\p{L}/u.test(value) && /\d/.test(value);
  const isOdd = /\p{Ll}\p{Lu}|[^\p{L}\p{N}'.,/()-]/u.test(value);
  const isHarmless = HARMLESS.test(value) || isDate(value);
  if (said === "assigned") return (isLast || isMixed || isOdd) && value.length > 2 && !(isHarmless && value.length < 6);
  if (said === "told") return value.length > 4 && (/^\d+$/.test(value) || (!isHarmless && (isMixed || isOdd)));
  return value.length > 5 && isMixed && isOdd;
}

/** Keys are longer than words, and have digits. */
function isKey(value: string, said: Said): boolean {
  const length = { assigned: 8, told: 12, beside: 16 }[said];
  return (
    value.length >= length &&
    /^(?=.*\d)(?=.*[a-z])[\w.~+/=:%-]+$/i.test(value) &&
    !HARMLESS.test(value) &&
    !isDate(value)
  );
}

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

/** What stands after "password:" and is none: placeholders, types, states, hints; en, de, pt, es, fr. */
const NO_SECRET =
  /^(?:required|optional|mandatory|null|none|nil|true|false|undefined|empty|blank|missing|wrong|incorrect|invalid|expired|weak|strong|reset|changed?|forgot\w*|yes|no|ok|str(?:ing)?|text|varchar|char|number|hidden|unset|\w*(?:password|passwort|token)|erforderlich|pflichtfeld|falsch|abgelaufen|ungultig|vergessen|andern|ja|nein|leer|obrigatori[ao]|incorret[ao]|invalid[ao]|expirad[ao]|sim|nao|si|incorrect[ao]|obligatori[ao]|requerid[ao]|requise?|incorrecte?|expiree?|oui|non|n\/a)$/i;
/** Only bullets, stars, dots, or a template's hole. */
const PLACEHOLDER = /^[^\p{L}\p{N}]*$|^(?:\$?\{|\{\{|<|%\w|\[)|^x+$/iu;
const HARMLESS =
  /^(?:https?:|\/|\.\.?\/|www\.)|^[\d.]+(?:px|ms|s|m|h|d|%|x)?$|^v?\d+(?:\.\d+)+$|^\d{1,2}[:.]\d{2}(?:[:.]\d{2})?$|^\d+-\d+$/i;

/** Where in the raw value the secret stands, or null where it reads like a sentence that goes on. */
export function judgeSaid({ raw, after, said, kind }: SaidValue): { start: number; length: number } | null {
  const quoted = /^(["'])(.+)\1$/.exec(raw)?.[2];
  const value = quoted ?? trimmed(raw);
  const start = quoted === undefined ? raw.indexOf(value) : 1;
  if (NO_SECRET.test(value) || PLACEHOLDER.test(value)) return null;
  const last = quoted !== undefined || value.length < raw.length - start || endsHere(after);
  const secret = kind === "password" ? isPassword(value, said, last, quoted !== undefined) : isKey(value, said);
  return secret ? { start, length: value.length } : null;
}

/** A sentence's own punctuation is not the secret's; but "!" and "?" may well be. */
function trimmed(raw: string): string {
  const one = raw.replace(/[;&](?=[\w.-]+=).*$/, "").replace(/^['`(*]+/, "");
  return one.replace(/[.,;:)\]}'`*]+$/, "");
}

function endsHere(after: string): boolean {
  return /^\s*$|^ ?[\n<,;|/]|^ +\S{1,16} ?[:=]/.test(after);
}

function isPassword(value: string, said: Said, last: boolean, quoted: boolean): boolean {
  const plain = /^\p{L}+$/u.test(value);
  if (said === "assigned") {
    if (plain && !last && !mixesCase(value)) return false;
    return value.length >= 3 && (quoted || !(isHarmless(value) && value.length < 6)) && !/^https?:/.test(value);
  }
  if (value.length < 4 || (isHarmless(value) && !(said === "told" && /^\d{5,}$/.test(value)))) return false;
  const mixed = /\p{L}/u.test(value) && /\d/.test(value);
  const special = /[^\p{L}\p{N}'.,/()-]/u.test(value);
  if (said === "told")
    return value.length >= 5 ? mixed || special || mixesCase(value) || /^\d{5,}$/.test(value) : mixed && special;
  return value.length >= 6 && (mixed || mixesCase(value)) && (special || (mixed && mixesCase(value)));
}

/** Keys are longer than words, and have digits. */
function isKey(value: string, said: Said): boolean {
  if (isHarmless(value) || !/\d/.test(value) || !/\p{L}/u.test(value)) return false;
  if (!/^[\w.~+/=:%-]+$/.test(value)) return false;
  if (said === "assigned") return value.length >= 8;
  return value.length >= (said === "told" ? 12 : 16);
}

function mixesCase(value: string): boolean {
  return /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}/u.test(value);
}

function isHarmless(value: string): boolean {
  return HARMLESS.test(value) || isDate(value);
}

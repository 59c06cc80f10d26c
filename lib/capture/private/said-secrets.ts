import type { PrivateSpan } from "./private-span";
import { isDate } from "./surroundings";

/**
 * Secrets that are said in words: "password: x", "mein Passwort ist x", "a senha é x", "pwd=x", "token=x".
 * The words are those of our interface's languages and their neighbours, without accents (see `foldText`).
 */
const PASSWORD =
  "passwor[dt]s?|pass(?:wd|code|phrase)|(?<![a-z])(?:pass|pwd?|mdp|claves?|parola)(?![a-z])|kennwort|zugangscode|senhas?|" +
  "palavra[- ]passe|contrasen[ay]s?|mots? de passe|wachtwoord|has[l\u0142]o|losenord|passord|\u043f\u0430\u0440\u043e\u043b\u044c|\u5bc6\u7801";
const KEY =
  "(?:api|access|private|auth|client|license|lizenz)[-_ ]?(?:key|token|secret|schlussel)|secret(?:[-_ ]?\\w*key)?|token|" +
  "sess(?:ion)?(?:[-_ ]?id)?|chave|(?<![a-z])s(?:id|ig)|signature|credentials?|(?<=[?&])(?:key|code|auth)";
const WORD = new RegExp(`(?:(${PASSWORD})|${KEY})(?![a-z])`, "gi");
/** `: x`, `": "x"`, `-> x`, `is x`; at most four words may stand between ("password for the VPN: x"). */
const LINK =
  /((?: {1,2}[^\s:=.!?]{1,24}){0,4}?)(?:["'\])*]{0,3} ?(?:[=-]>|:?=|:)\s{0,3}|( {1,2}(?:is|was|ist|war|lautet|e|es|era|est|to|zu|auf|para):? {1,2}(?:now |jetzt )?))/iy;
const VALUE = /"[^"\n]{1,80}"|'[^'\n]{1,80}'|[^\s<>"]{1,256}/y;
/** What stands after "password:" and is none: placeholders, states, hints (en, de, pt, es, fr); a template's hole. */
const NO_SECRET =
  /^(?:required|optional|null|true|false|missing|wrong|in?correct\w*|in?valid\w*|expir\w*|reset|changed?|forgot\w*|str(?:ing)?|text|erforderlich|falsch|abgelaufen|vergessen|andern|obrigatori[ao]|obligator\w+|requ\w+|https?:.*|[$%]?[{<[%].*|[^\p{L}\p{N}]*)[!?]?$/iu;
/** Sizes, versions, times, ranges, paths. */
const HARMLESS = /^v?[\d.:-]+[a-z%]{0,2}$|^[./]|^www/i;
/** Behind a value that ends its sentence, or before the next `name:`. */
const ENDS = /^\s*$|^ ?[\n<,;|/-]|^ +\S{1,16} ?[:=]/;

export function findSaidSecrets(text: string): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  for (const match of text.matchAll(WORD)) {
    const end = match.index + match[0].length;
    const isPassword = match[1] !== undefined;
    LINK.lastIndex = end;
    const link = LINK.exec(text);
    const span =
      (link && valueAt(text, end + link[0].length, isPassword, link[1] || link[2] ? "told" : "assigned")) ??
      (text[end] === " " ? valueAt(text, end + 1, isPassword, "beside") : null);
    if (span) spans.push(span);
  }
  return spans;
}

/** "password: x", "the password is x" (or words between), "password x": the less is said, the more it must look like one. */
type Said = "assigned" | "told" | "beside";

function valueAt(text: string, from: number, isPassword: boolean, said: Said): PrivateSpan | null {
  VALUE.lastIndex = from;
  const raw = VALUE.exec(text)?.[0] ?? "";
  const quoted = /^(["'])(.+)\1$/.exec(raw)?.[2];
  // A sentence's own punctuation is not the secret's; but "!" and "?" may well be. "pwd=x&y=z" has two values.
  const value = quoted ?? raw.replace(/[;&](?=[\w.-]+=).*$/, "").replace(/^['`(]+|[.,;:)\]}'`]+$/g, "");
  const start = from + raw.indexOf(value);
  const end = start + value.length;
  const isMixed = /\p{L}/u.test(value) && /\d/.test(value);
  const isOdd = /\p{Ll}\p{Lu}|[^\p{L}\p{N}'.,/()-]/u.test(value);
  const isHarmless = HARMLESS.test(value) || isDate(value);
  const isLast = quoted || end < from + raw.length || ENDS.test(text.slice(end, end + 24));
  let isSecret = value.length > 5 && isMixed && isOdd;
  if (!isPassword) isSecret = value.length > { assigned: 7, told: 11, beside: 19 }[said] && isMixed && !isHarmless;
  else if (said === "assigned") isSecret = value.length > (isHarmless ? 5 : 2) && Boolean(isLast || isMixed || isOdd);
  else if (said === "told") isSecret = value.length > 4 && (/^\d+$/.test(value) || (!isHarmless && (isMixed || isOdd)));
  return isSecret && !NO_SECRET.test(value) ? { start, end, kind: isPassword ? "password" : "token" } : null;
}

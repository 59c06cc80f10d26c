import type { PrivateSpan } from "./private-span";
import { isDate } from "./surroundings";

/**
 * Secrets that are said in words: "password: x", "mein Passwort ist x", "a senha é x", "pwd=x", "token=x", "PIN: 4711".
 * The words are those of our interface's languages and their neighbours, without accents (see `foldText`).
 */
const PASSWORD =
  "passwor[dt]s?|pass(?:wd|code|phrase)|(?<![a-z])(?:pass(?=[\"']?[=:])|pwd?|passe|mdp|clave|parola|pin|cv[cv])(?![a-z])|kennwort|senhas?|" +
  "contrasen[ay]s?|wachtwoord|has[l\u0142]o";
const KEY =
  "(?:api|access|private|auth)[-_ ]?key|secret(?:[-_ ]?\\w{0,9}key)?|token|sess(?:ion)?(?:[-_ ]?id)?|" +
  "(?<![a-z])s(?:id|ig)|(?<=[?&])(?:key|code|auth)";
const WORD = new RegExp(`(?:(${PASSWORD})|${KEY})(?![a-z])`, "gi");
/** `: x`, `": "x"`, `-> x`, `is x`; at most four words may stand between ("password for the VPN: x"). */
const LINK =
  /((?: {1,2}[^\s:=.!?]{1,24}){0,4}?)(?:["'\])*]{0,3} ?(?:[=-]>|:?=|:)\s{0,3}|( {1,2}(?:is|was|ist|war|lautet|e|es|est|to):? {1,2}))/iy;
const VALUE = /"[^"\n]{1,80}"|'[^'\n]{1,80}'|[^\s<>"]{1,256}/y;
/** What stands after "password:" and is none: placeholders, states, hints (beginnings; en, de, pt, es); a template's hole. */
const NO_SECRET =
  /^(?:(?:requ|option|null|true|false|miss|wrong|in(?:corr|val)|expir|reset|chang|forg|string|text|erford|abgel|vergess|ander|ob[rl]ig)\p{L}*[!?]?|https?:.*|[$%]?[{<[].*|%\w|[^\p{L}\p{N}]*)$/iu;
/** Sizes, versions, times, ranges, paths. */
const HARMLESS = /^v?[\d.:-]+[a-z%]{0,2}$|^[./]/i;
/** Behind a value that ends its sentence, or before the next `name:`. */
const ENDS = /^\s*$|^ ?[\n<",;|/-]|^ +\S{1,16} ?[:=]/;

/** How a value stands by its word: "password: x", "the password is x" (or words between), "password x". */
const [ASSIGNED, TOLD, BESIDE] = [0, 1, 2] as const;
/** The less is said, the longer it must be. */
const PASSWORD_LENGTHS = [3, 4, 6] as const;
const KEY_LENGTHS = [8, 12, 20] as const;

export function findSaidSecrets(text: string): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  for (const match of text.matchAll(WORD)) {
    const end = match.index + match[0].length;
    const isPassword = match[1] !== undefined;
    LINK.lastIndex = end;
    const link = LINK.exec(text);
    const span =
      (link && valueAt(text, end + link[0].length, isPassword, link[1] || link[2] ? TOLD : ASSIGNED)) ??
      (text[end] === " " && valueAt(text, end + 1, isPassword, BESIDE));
    if (span) spans.push(span);
  }
  return spans;
}

function valueAt(text: string, from: number, isPassword: boolean, said: 0 | 1 | 2): PrivateSpan | null {
  VALUE.lastIndex = from;
  const raw = VALUE.exec(text)?.[0] ?? "";
  const quoted = /^(["'])(.+)\1$/.exec(raw)?.[2];
  // A sentence's own punctuation is not the secret's; but "!" and "?" may well be. "pwd=x&y=z" has two values.
  const value = quoted ?? raw.replace(/[;&](?=[\w.-]+=).*$/, "").replace(/^['`(]+|[.,;:)\]}'`]+$/g, "");
  const start = from + raw.indexOf(value);
  const end = start + value.length;
  const isMixed = /\p{L}/u.test(value) && /\d/.test(value);
  const isOdd = /\p{Ll}\p{Lu}|[^\p{L}\p{N}'.,/()-]/u.test(value);
  const isDigits = /^\d{3,}$/.test(value);
  const isHarmless = HARMLESS.test(value) || isDate(value);
  const isLast = quoted || end < from + raw.length || ENDS.test(text.slice(end, end + 24));
  let isSecret: unknown = isMixed && !isHarmless;
  if (isPassword) {
    if (said === BESIDE) isSecret = isMixed && isOdd;
    else isSecret = isDigits || (!isHarmless && (isMixed || isOdd || (said === ASSIGNED && isLast)));
  }
  if (!isSecret || value.length < (isPassword ? PASSWORD_LENGTHS : KEY_LENGTHS)[said] || NO_SECRET.test(value))
    return null;
  return { start, end, kind: isPassword ? "password" : "token" };
}

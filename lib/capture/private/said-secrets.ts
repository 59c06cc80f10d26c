import type { PrivateSpan } from "./private-span";
import { looksScrambled } from "./randomness";
import { isDate, namesAThing } from "./surroundings";

/**
 * Secrets that are said in words: "password: x", "mein Passwort ist x", "a senha é x", "pwd=x", "token=x", "PIN 4711",
 * "the password x is refused", "x is my password". The words are those of our interface's languages and their
 * neighbours, without accents (see `foldText`).
 */
const PASSWORD =
  "passwor[dt]s?|pass(?:wd|code|[- ]?phrase)|(?<![a-z])(?:pass(?=[\"']?[=:]| \\S*\\d)|pwd?|passe|mdp|(?<!palabras? )clave|parola)(?![a-z])|kennwort|senhas?|" +
  "contrasen[ay]s?|wachtwoord|has[l\u0142]o|losenord|passord|heslo|\u043f\u0430\u0440\u043e\u043b\\p{L}?|\u5bc6\u7801";
const PIN = "(?<![a-z])(?:pin|puk|m?tan|otp|cv[cv])(?![a-z])(?:[- ]?(?:code|nummer|number))?";
const KEY =
  "(?:api|access|private|auth)[-_ ]?key|secret(?:[-_ ]?\\w{0,9}key)?|token|sess(?:ion)?(?:[-_ ]?id)?|" +
  "(?<![a-z])s(?:id|ig)|(?<=[?&])(?:key|code|auth)";
const WORD = new RegExp(`(?:(${PASSWORD})|(${PIN})|${KEY})(?![a-z])`, "giu");
/** `: x`, `": "x"`, `-> x`, `is x`; at most four words may stand between ("password for the VPN: x"). */
const LINK =
  /((?: {1,2}[^\s:=.!?]{1,24}){0,4}?)(?:["'\])*]{0,3} ?(?:[=-]>|:?=|:)\s{0,3}|( {1,2}(?:is|was|ist|war|lautete?t?|heisst|e|era|es|est|to|jest|ar):? {1,2}))/iy;
const VALUE = /"[^"\n]{1,80}"|'[^'\n]{1,80}'|[^\s"]{1,256}/y;
/** Between a word and what stands beside it: "password, x, is refused", "(password) x", "password to x". */
const GAP = /["'*,)]{0,3}(?: (?:[-/|>]{1,2}|to|as|auf|als|para|como|from|von|de))?\s/y;
/** A word between, and a blank: "the password for jdoe x", "die PIN meiner Karte 4711". */
const FILLER = /\p{L}[\p{L}'-]{0,15}[,)"']{0,2} (?=[^ ])/uy;
const MOST_FILLERS = 4;
/** Before the word: "x is my password", "x als Passwort", "x no campo senha", "x (senha)". */
const SAID_BEFORE =
  /(?:^|\s)["'(]{0,2}([^\s"]{4,40}?)["'),]{0,2} (?:(?:is|was|as|ist|war|als|e|era|como|es|est|comme|in|into|im|ins|no|na|em|for|fur|para) (?:[a-z]{1,9} ){0,2}|)["'(]?$/i;
const LOOK_BACK = 72;
/** What stands after "password:" and is none: placeholders, states, hints (beginnings; en, de, pt, es); a template's hole. */
const NO_SECRET =
  /^(?:(?:requ|option|null|true|false|miss|wrong|in(?:corr|val)|expir|reset|chang|forg|string|text|erford|abgel|vergess|ander|ob[rl]ig|passwo|senha|undef)\p{L}*[!?]?|https?:.*|[$%#]{0,2}(?:\{.*\}|<.*>|\[.*\])|%\w|[a-z_$.]+\(.*|(?:this|self|process|req|props)\..*|[^\p{L}\p{N}]*)$/iu;
/** Sentences in quotes: "Invalid password", "must not be empty". */
const PROSE = / (?:is|be|are|or|not|and|ist|oder|nicht|und|darf|e|ou|nao|deve) |passwor|senha/i;
/** Sizes, versions, times, ranges, paths, addresses. */
const HARMLESS = /^v?[\d.:-]+[a-z%]{0,2}$|^[./]|:\/\//i;
/** What has letters and digits in a sentence anyway: "12-stellig", "Office365", "INC0012345". */
const EVERYDAY =
  /^\d{1,2}(?:-\p{L}+|\p{L}{1,4}|Password)$|^(?:[Oo]ffice|[Ww]in(?:dows)?|[Cc]hrome|[Ff]irefox|sha|md|[Ee]dge|[Oo][Aa]uth|[Bb]ase|[Jj]ava)-?\d+$|^[A-Z]+[-_]?\d+$/u;
/** Behind a value that ends its sentence, or before the next `name:`. */
const ENDS = /^\s*$|^ ?[\n<,;|/-]|^ +\S{1,16} ?[:=]/;
/** What digits count, rather than are: "password 3 times", "PIN 1000 mal". */
const COUNTS = /^ ?(?:x\b|%|times|mal|vezes|char|zeich|caract|digit|stell|min|sec|sek|tag|day|dia|year|jahr)/i;

/** How a value stands by its word: "password: x", "the password is x" (or words between), "password x", further away. */
const [ASSIGNED, TOLD, BESIDE, FAR] = [0, 1, 2, 3] as const;
/** The less is said, the longer it must be. */
const PASSWORD_LENGTHS = [3, 4, 5, 6] as const;
const PIN_LENGTHS = [3, 3, 3, 4] as const;
const KEY_LENGTHS = [8, 12, 20, 24] as const;

const OPENING: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{", "'": "'", "`": "`" };

/** Signs that no sentence has between letters: then the last one belongs to the secret as well. */
const SIGNED = /[!#$%^&*+=?~@|<>{}[\]][\p{L}\d]/u;

type Said = 0 | 1 | 2 | 3;
type SecretOf = "password" | "pin" | "key";

export function findSaidSecrets(text: string): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  for (const { 0: word, 1: password, 2: pin, index } of text.matchAll(WORD)) {
    const end = index + word.length;
    const of = password ? "password" : pin ? "pin" : "key";
    LINK.lastIndex = end;
    const link = LINK.exec(text);
    const told = link && valueAt(text, end + link[0].length, of, link[1] || link[2] ? TOLD : ASSIGNED);
    const span =
      (told && !link[1] ? told : valueAfter(text, end, of, told)) ??
      (of === "key" ? null : valueBefore(text, index, of));
    if (span) spans.push(span);
  }
  return spans;
}

/** The first word after that looks like a secret: beside the word, else as `told`, else a few words away. */
function valueAfter(text: string, end: number, of: SecretOf, told: PrivateSpan | null): PrivateSpan | null {
  GAP.lastIndex = end;
  let from = GAP.test(text) ? GAP.lastIndex : 0;
  for (let fillers = 0; from && fillers <= (of === "key" ? 0 : MOST_FILLERS); fillers++) {
    const span = valueAt(text, from, of, fillers ? FAR : BESIDE) ?? told;
    if (span) return span;
    FILLER.lastIndex = from;
    from = FILLER.test(text) ? FILLER.lastIndex : 0;
  }
  return told;
}

function valueBefore(text: string, index: number, of: SecretOf): PrivateSpan | null {
  const from = Math.max(0, index - LOOK_BACK);
  const { 0: all, 1: value, index: at } = SAID_BEFORE.exec(text.slice(from, index)) ?? { 0: "", 1: "", index: 0 };
  return value ? valueAt(text, from + at + all.indexOf(value), of, BESIDE) : null;
}

function valueAt(text: string, from: number, of: SecretOf, said: Said): PrivateSpan | null {
  VALUE.lastIndex = from;
  const raw = VALUE.exec(text)?.[0] ?? "";
  const quoted = /^(["'])(.+)\1$/.exec(raw)?.[2];
  const value = quoted ?? trim(raw, text.slice(Math.max(0, from - LOOK_BACK), from));
  const start = from + raw.indexOf(value);
  const end = start + value.length;
  const lengths = of === "password" ? PASSWORD_LENGTHS : of === "pin" ? PIN_LENGTHS : KEY_LENGTHS;
  if (value.length < lengths[said] || NO_SECRET.test(value) || value.includes("})") || (quoted && PROSE.test(value)))
    return null;
  if (/^\d+$/.test(value)) {
    const isShort = of === "pin" ? value.length < 9 : of === "password" && (said < BESIDE || value.length > 3);
    // Beside its word, a year is one
    const isYear = said >= BESIDE && of === "password" && /^(?:19|20)\d\d$/.test(value);
    if (!isShort || isYear || (said === FAR && of === "password")) return null;
    if (said >= BESIDE && COUNTS.test(text.slice(end, end + 12))) return null;
    if (said === FAR && namesAThing(text, start)) return null;
    return { start, end, kind: "password" };
  }
  if (of === "pin" && said !== ASSIGNED) return null;
  // Letters and digits, a sign between letters, capitals all over, or a phrase of three: what sentences do not have
  const isMixed =
    /\p{L}.*\d|\d.*\p{L}|\p{L}[!#$%^&*+=?~|]+\p{L}|^[!#$%^*+=?~]\p{L}|^\p{L}{3,}([-._])\p{L}{3,}(?:\1\p{L}{3,})+$/u.test(
      value,
    ) || looksScrambled(value);
  const isOdd = /\p{Ll}\p{Lu}|[^\p{L}\p{N}'.,/()-]/u.test(value);
  const isHarmless = HARMLESS.test(value) || isDate(value) || (said >= BESIDE && EVERYDAY.test(value));
  const isLast = quoted || end < from + raw.length || ENDS.test(text.slice(end, end + 24));
  let isSecret: unknown = isMixed && !isHarmless;
  if (of !== "key" && said === FAR) isSecret &&= isOdd || !/^[A-Z\d]+$|[-_./]/.test(value);
  else if (of !== "key" && said === BESIDE) isSecret ||= quoted && !/\s/.test(value) && !isHarmless;
  else if (of !== "key") isSecret = !isHarmless && (isMixed || isOdd || (said === ASSIGNED && isLast));
  if (!isSecret) return null;
  return { start, end, kind: of === "key" ? "token" : "password" };
}

/**
 * Without the sentence's own punctuation and brackets; but "!" and "?" may well be the secret's, and so is a bracket
 * that is not one of a pair. "pwd=x&y=z" has two values; behind `<` may stand the page's markup.
 */
function trim(raw: string, before: string): string {
  let value = raw.replace(/^([\w.%~+-]*)[;&][\w.-]+=.*$/, "$1").replace(/<(?:\/|\w+[/>]).*$/, "");
  let opened = before;
  while (/^(?:'.+'|`.+`|\(.+\))[.,;:!?]*$/.test(value)) {
    opened += value[0];
    value = value.slice(1);
  }
  for (;;) {
    const last = value.at(-1) ?? "";
    const opening = OPENING[last];
    const isOutside = opening && opened.includes(opening) && !value.slice(0, -1).includes(opening);
    if (!isOutside && (!/[.,;:]/.test(last) || SIGNED.test(value))) return value;
    value = value.slice(0, -1);
  }
}

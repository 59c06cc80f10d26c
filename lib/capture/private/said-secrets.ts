import type { PrivateKind, PrivateSpan } from "./private-span";
import { judgeSaid, type Said } from "./said-value";

/**
 * Secrets that are said in words: "password: x", "mein Passwort ist x", "a senha é x", "pwd=x", "token=x".
 * The words are those of our interface's languages and their neighbours, without accents (see `foldText`).
 */
const PASSWORD =
  "passwor[dt]s?|pass(?:wd|code|phrase)|(?<![a-z])(?:pass|pwd?|mdp|claves?|parola|heslo)(?![a-z])|kennwort|zugangs(?:code|daten)|" +
  "senhas?|palavra[- ]passe|contrasen[ay]s?|mots? de passe|wachtwoord|has[l\u0142]o|losenord|adgangskode|passord|salasana|" +
  "\u043f\u0430\u0440\u043e\u043b\u044c|\u5bc6[\u7801\u78bc]";
const SECRET =
  "(?:api|access|private|auth|client|license|lizenz|account|shared|refresh|csrf)[-_ ]?(?:key|token|secret|schlussel)|" +
  "secret(?:[-_ ]?\\w*key)?|token|sess(?:ion)?(?:[-_ ]?id)?|chave|(?<![a-z])s(?:id|ig)|signature|credentials?|" +
  "(?<=[?&])(?:key|code|auth|hash)";
const WORD = new RegExp(`(?:(${PASSWORD})|${SECRET})(?![a-z])`, "gi");
/** `: x`, `": "x"`, `-> x`, `is x`; at most four words may stand between ("password for the VPN: x"). */
const LINK =
  /((?: {1,2}[^\s:=.!?]{1,24}){0,4}?)(?:["'\])*]{0,3} ?(?:[=-]>|:?=|:)\s{0,3}|( {1,2}(?:is|was|ist|war|lautet|e|es|era|est|to|zu|auf|para):? {1,2}(?:now |jetzt )?))/iy;
const VALUE = /"[^"\n]{1,80}"|'[^'\n]{1,80}'|[^\s<>"]{1,256}/y;

export function findSaidSecrets(text: string): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  for (const match of text.matchAll(WORD)) {
    const end = match.index + match[0].length;
    const kind: PrivateKind = match[1] ? "password" : "token";
    LINK.lastIndex = end;
    const link = LINK.exec(text);
    const span =
      (link && valueAt(text, end + link[0].length, link[1] || link[2] ? "told" : "assigned", kind)) ??
      (/\s/.test(text[end] ?? "") ? valueAt(text, end + 1, "beside", kind) : null);
    if (span) spans.push(span);
  }
  return spans;
}

function valueAt(text: string, from: number, said: Said, kind: PrivateKind): PrivateSpan | null {
  VALUE.lastIndex = from;
  const raw = VALUE.exec(text)?.[0] ?? "";
  const found = judgeSaid({ raw, after: text.slice(from + raw.length, from + raw.length + 24), said, kind });
  return found && { start: from + found.start, end: from + found.start + found.length, kind };
}

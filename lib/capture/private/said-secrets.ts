import type { PrivateKind, PrivateSpan } from "./private-span";
import { judgeSaid, type Said } from "./said-value";

/**
 * Secrets that are said in words: "password: x", "mein Passwort ist x", "a senha é x", "pwd=x", "token=x", "PIN 4711".
 * The words are those of our interface's languages and their neighbours, without accents (see `foldText`).
 */
const PASSWORD =
  "passwor[dt]s?|passwd|passcode|passphrase|(?<![a-z])(?:pass|pwd|pw|psw|mdp)(?![a-z])|kennwort|losungswort|zugangscode|" +
  "zugangsdaten|senhas?|palavra[- ]passe|contrasen[ay]s?|(?<![a-z])claves?(?![a-z])|mots? de passe|(?<![a-z])parola|" +
  "wachtwoord|ha(?:s|\u0142)\u0142?lo|has\u0142o|losenord|adgangskode|passord|salasana|(?<![a-z])heslo|\u043f\u0430\u0440\u043e\u043b\u044c|\u5bc6\u7801|\u5bc6\u78bc|\u30cf\u309a\u30b9\u30ef\u30fc\u30c8";
const SECRET =
  "(?:api|access|private|auth|client|encryption|signing|license|licence|lizenz|account|shared|master|refresh|id|csrf|" +
  "xsrf)[-_ ]?(?:key|token|secret|schlussel|id)|secret(?:[-_ ]?(?:key|access[-_ ]?key))?|token|" +
  "(?:php|j)?sess(?:ion)?(?:[-_ ]?id)?|(?<![a-z])sid|geheimnis|chave(?: de (?:api|acesso))?|segredo|secreto|" +
  "(?<![a-z])sig(?:nature)?|credentials?|(?<=[?&])(?:key|code|auth|hash)";
const WORD = new RegExp(`(?:(${PASSWORD})|${SECRET})(?![a-z])`, "gi");
/** `: x`, `= x`, `": "x"`, `-> x`, after at most four words between ("password for the VPN: x"). */
const FILLER = "((?: {1,2}[^\\s:=.!?]{1,24}){0,4}?)";
const ASSIGNED = new RegExp(`${FILLER}["'\\])*]{0,3} ?(?:=>|->|:=|[:=])\\s{0,3}`, "y");
const IS =
  "is|was|ist|war|lautet|heisst|sei|e|era|foi|es|fue|est|etait|to jest|to|jest|auf|zu|para|por|a|in|som|ar|er|on";
const COPULA = new RegExp(`${FILLER} {1,2}(?:${IS}):? {1,2}(?:now |jetzt |agora |ahora )?`, "iy");
const BESIDE = / {1,2}/y;
const FORMS: readonly { form: RegExp; said: Said }[] = [
  { form: ASSIGNED, said: "assigned" },
  { form: COPULA, said: "told" },
  { form: BESIDE, said: "beside" },
];
const VALUE = /"[^"\n]{1,80}"|'[^'\n]{1,80}'|[^\s<>"]{1,256}/y;

/** Short numbers with a name: PIN, card security code, one-time codes. */
const CODE =
  /(?<![a-z])(?:(?:pin|puk)(?:[- ]?(?:code|nummer|nr\.?))?|cvv2?|cvc2?|otp|totp|mtan|sms[- ]?(?:code|tan)|einmalcode|(?:verification|security|bestatigungs|prufziffer|sicherheits)[- ]?code|codigo de (?:seguranca|seguridad|verificacao|verificacion|acesso))(?![a-z])(?: (?:is|ist|e|es|lautet|est|era|for \w+))?["']?\s?[:=]?\s?["']?(\d(?: ?\d){2,7})(?![\d.,:%-])/gi;

export function findSaidSecrets(text: string): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  for (const match of text.matchAll(WORD)) {
    const kind: PrivateKind = match[1] ? "password" : "token";
    const span = valueAfter(text, match.index + match[0].length, kind);
    if (span) spans.push(span);
  }
  for (const match of text.matchAll(CODE)) {
    const end = match.index + match[0].length;
    spans.push({ start: end - (match[1]?.length ?? 0), end, kind: "password" });
  }
  return spans;
}

function valueAfter(text: string, wordEnd: number, kind: PrivateKind): PrivateSpan | null {
  for (const { form, said } of FORMS) {
    form.lastIndex = wordEnd;
    const link = form.exec(text);
    if (!link) continue;
    VALUE.lastIndex = wordEnd + link[0].length;
    const raw = VALUE.exec(text)?.[0];
    if (!raw) continue;
    const found = judgeSaid({
      raw,
      after: text.slice(VALUE.lastIndex, VALUE.lastIndex + 24),
      said: link[1] && said === "assigned" ? "told" : said,
      kind,
    });
    const start = wordEnd + link[0].length + (found?.start ?? 0);
    if (found) return { start, end: start + found.length, kind };
  }
  return null;
}

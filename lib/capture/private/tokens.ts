import type { PrivateSpan } from "./private-span";
import { looksRandom } from "./randomness";

/**
 * Keys that give access. By form: JSON web tokens (RFC 7519), private keys (RFC 7468, OpenSSH, PGP), bearer headers
 * (RFC 6750), user and password in an address (RFC 3986, 3.2.1). By prefix, as their makers document them and secret
 * scanners (GitHub's supported patterns, gitleaks) list them. Else by looking random, see `looksRandom`.
 */
const KNOWN = new RegExp(
  "(?<![A-Za-z0-9])(?:" +
    [
      "eyJ[\\w-]{6,}\\.[\\w-]{4,}(?:\\.[\\w-]*){0,3}",
      "(?:gh[oprsu]|github_pat|npm|hf|shp\\w\\w|whsec|[prs]k_(?:live|test))_[\\w-]{8,}",
      "(?:glpat|pypi|sk|hvs|xapp|GOCSPX|ya29|SG)[-.](?=[\\w-]{0,40}\\d)[\\w-]{16,}(?:\\.[\\w-]{16,})?",
      "xox[a-z]-[\\w-]{8,}",
      "A(?:KI|SI|BI|ID|RO|3T)[A-Z0-9]{17}",
      "AIza[\\w-]{33,}",
      "hooks\\.slack\\.com/services/[\\w/]{12,}",
    ].join("|") +
    ")",
  "g",
);
const BEARER =
  /(?<![a-z])(?:bearer|authorization["']?\s?[:=]\s?["']?(?:basic|token|digest|apikey|negotiate))\s+(?=[^\s"']{0,80}(?:\d|[a-z][A-Z]|=))([\w.~+/=-]{8,})/gi;
const USER_INFO = /:\/\/([^\s/:@]{0,64}:[^\s/@]{1,128})@/g;
const LONG = /[\w+/-]{20,}={0,2}/g;
const UUID = /(?<![a-z0-9])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![a-z0-9])/gi;
const SECRET_BEFORE =
  /(?:secret|token|passw|kennwort|senha|(?:api|access|private|auth|license|lizenz)[-_ ]?(?:key|schlussel)|credential|bearer|session|geheim)[^\n]{0,16}$/i;

export function findTokens(text: string): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  const add = (start: number, length: number) => spans.push({ start, end: start + length, kind: "token" });
  for (const match of text.matchAll(KNOWN)) add(match.index, match[0].length);
  for (const match of text.matchAll(BEARER))
    add(match.index + match[0].length - (match[1]?.length ?? 0), match[1]?.length ?? 0);
  for (const match of text.matchAll(USER_INFO)) add(match.index + 3, match[1]?.length ?? 0);
  for (const match of text.matchAll(UUID)) {
    if (SECRET_BEFORE.test(text.slice(Math.max(0, match.index - 40), match.index))) add(match.index, match[0].length);
  }
  for (const match of text.matchAll(LONG)) {
    for (const { offset, piece } of candidates(match[0]))
      if (looksRandom(piece)) add(match.index + offset, piece.length);
  }
  return spans.concat(privateKeys(text));
}

/** Base64 has slashes in it, and so have paths: it is read whole only where no part of it is a word. */
function candidates(found: string): { offset: number; piece: string }[] {
  const parts = found.split("/");
  const wordless = !parts.some((part) => /^[A-Za-z]?[a-z]{2,}$/.test(part));
  if (parts.length === 1 || (wordless && (/[+=]/.test(found) || found.length >= 40)))
    return [{ offset: 0, piece: found }];
  let offset = 0;
  return parts.map((piece) => {
    const here = { offset, piece };
    offset += piece.length + 1;
    return here;
  });
}

/** From BEGIN to END, or to the end of the text where the lower half was not copied. */
function privateKeys(text: string): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  const begin = /-{3,5} ?BEGIN [A-Z0-9 ]{0,20}PRIVATE KEY/g;
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    const closing = /-{3,5} ?END [A-Z0-9 ]{0,20}PRIVATE KEY(?: BLOCK)? ?-{0,5}/g;
    closing.lastIndex = begin.lastIndex;
    const end = closing.exec(text) ? closing.lastIndex : text.length;
    spans.push({ start: match.index, end, kind: "token" });
    begin.lastIndex = end;
  }
  return spans;
}

import type { PrivateSpan } from "./private-span";
import { looksRandom } from "./randomness";

/**
 * Keys that give access. By form: JSON web tokens (RFC 7519), private keys (RFC 7468, OpenSSH, PGP), bearer headers
 * (RFC 6750), user and password in an address (RFC 3986, 3.2.1). By prefix, as their makers document them and secret
 * scanners (GitHub's supported patterns, gitleaks) list them. Else by looking random, see `looksRandom`.
 */
const KNOWN =
  /(?<![A-Za-z0-9])(?:(?:eyJ[\w-]{6,}\.|xox[a-z]-|gh[a-z]_|glpat-|AIza|ya29\.|SG\.|[prs]k_(?:live|test)_|sk-(?=[\w-]{0,40}\d))[\w.-]{15,}[\w-]|A(?:KI|SI)A[A-Z0-9]{16})/g;
const BEARER = /(?<![a-z])bearer\s+([\w.~+/=-]*\d[\w.~+/=-]*)/gi;
const USER_INFO = /:\/\/([^\s/:@]{0,64}:[^\s/@]{1,128})@/g;
/** From BEGIN to END, or to the end of the text where the lower half was not copied. */
const PRIVATE_KEY = /-{3,5} ?BEGIN [A-Z0-9 ]{0,20}PRIVATE KEY[^]*?(?:-{3,5} ?END [A-Z0-9 ]{0,30}-*|$)/g;
const LONG = /[\w+/-]{20,}={0,2}/g;
export function findTokens(text: string): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  const add = (end: number, found = "") => spans.push({ start: end - found.length, end, kind: "token" });
  for (const form of [PRIVATE_KEY, KNOWN, BEARER, USER_INFO]) {
    for (const match of text.matchAll(form)) {
      const end = match.index + match[0].length;
      add(form === USER_INFO ? end - 1 : end, match[1] ?? match[0]);
    }
  }
  for (const { index, 0: found } of text.matchAll(LONG)) {
    let end = index - 1;
    for (const piece of candidates(found)) {
      end += piece.length + 1;
      if (looksRandom(piece)) add(end, piece);
    }
  }
  return spans;
}

/** Base64 has slashes in it, and so have paths: it is read whole only where no part of it is a word. */
function candidates(found: string): string[] {
  const parts = found.split("/");
  const isWordless = !parts.some((part) => /^[A-Za-z]?[a-z]{4,}$/.test(part));
  return isWordless && (/[+=]/.test(found) || found.length >= 40) ? [found] : parts;
}

import { collect, type PrivateSpan } from "./private-span";
import { looksRandom } from "./randomness";

/**
 * Keys that give access. By form: private keys (RFC 7468, OpenSSH, PGP), bearer headers (RFC 6750), user and password
 * in an address (RFC 3986, 3.2.1), JSON web tokens (RFC 7519). By prefix where the rest may be too short or too plain
 * to look random (GitHub, GitLab, Slack, Stripe, AWS, Google, SendGrid …, as documented and as secret scanners list
 * them). Else by looking random, see `looksRandom`; UUIDs only as said secrets, see `findSaidSecrets`.
 */
const KNOWN = [
  // From BEGIN to END, or to the end of the text where the lower half was not copied
  /-{3,5} ?BEGIN [A-Z0-9 ]{0,20}PRIVATE KEY[^]*?(?:-{3,5} ?END [A-Z0-9 ]{0,30}-*|$)/g,
  /(?<=[Bb]earer\s{1,3})(?=\S{0,80}?(?:\d|[a-z][A-Z]))[\w.~+/=-]{8,}/g,
  /(?<=:\/\/)[^\s/:@]{0,64}:[^\s/@]{1,128}(?=@)/g,
  /(?<![A-Za-z0-9])(?:(?:eyJ[\w-]{6,}\.|(?:xox[a-z]|xapp|GOCSPX|glpat|sq0[a-z]{3}|pypi)-|(?:gh[a-z]|github_pat|whsec|hf|npm|shp[a-z]{2}|[prs]k_(?:live|test))_|(?:AIza|ATATT|1\/\/0)(?=[\w-]{0,40}\d)|(?:ya29|SG|hvs)\.|sk-(?=[\w-]{0,40}\d))[\w.+/-]{15,}[\w=-]|A(?:KI|SI)A[A-Z0-9]{16})/g,
];
const LONG = /[\w+/-]{20,}={0,2}/g;
/** A digest of a file or commit, which opens nothing: in the addresses of code hosts, or called one. */
const DIGEST = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const DIGEST_BEFORE =
  /(?:\/(?:commits?|blob|tree|raw|blame|compare|archive|rev)\/|githubusercontent\.com\/[\w.-]+\/[\w.-]+\/|\.{3}|[\w-]@|(?<![a-z])(?:commit|revision|digest|checksum|sha-?(?:1|256|512)?)[ :="'(]{1,3})$/i;
const REACH = 120;

export function findTokens(text: string): PrivateSpan[] {
  const spans = KNOWN.flatMap((form) => collect(text, form, "token"));
  for (const { index, 0: found } of text.matchAll(LONG)) {
    let end = index - 1;
    for (const piece of pieces(found)) {
      end += piece.length + 1;
      const start = end - piece.length;
      if (!looksRandom(piece)) continue;
      if (DIGEST.test(piece) && DIGEST_BEFORE.test(text.slice(Math.max(0, start - REACH), start))) continue;
      spans.push({ start, end, kind: "token" });
    }
  }
  return spans;
}

/** Base64 has slashes in it, and so have paths: it is read whole only where no part of it is a word. */
function pieces(found: string): string[] {
  const parts = found.split("/");
  const isWordless = !parts.some((part) => /^[A-Za-z]?[a-z]{4,}$/.test(part) || DIGEST.test(part));
  return isWordless && (/[+=]/.test(found) || found.length >= 40) ? [found] : parts;
}

import type { PrivateSpan } from "./private-span";

/**
 * E-mail addresses: RFC 5321/5322 dot-atoms and quoted local parts, RFC 6531 letters of any script, domains with a
 * top level of letters (RFC 1035; IDNA in either form); also `%40` as in addresses of pages and the "(at)" that people
 * write. The sign is looked for first and both sides are read from it: linear however many letters stand around.
 */
const SIGN = /@|%40| ?[([{] ?at ?[)\]}] ?/gi;
const LOCAL = /[\p{L}\p{N}!#$%&'*+^_`{|}~.-]/u;
const LOCAL_MAX = 64;
const DOT = "(?:\\.| ?[([{] ?(?:dot|punkt|ponto|punto|point) ?[)\\]}] ?)";
const DOMAIN = new RegExp(
  `(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}${DOT}){1,8}(?:xn--[a-z0-9-]{2,59}|\\p{L}{2,63})(?![\\p{L}\\p{N}])`,
  "uiy",
);
/** `icon@2x.png`, `lodash@4.17.21-beta.rc`: a file and a version. */
const NOT_A_DOMAIN = /^\d+(?:x|\.\d+)|\.(?:png|jpe?g|gif|svg|webp|avif|[cm]?[jt]sx?|s?css|html?|map)$/i;

export function findEmails(text: string): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  for (const { index, 0: sign } of text.matchAll(SIGN)) {
    DOMAIN.lastIndex = index + sign.length;
    const domain = DOMAIN.exec(text)?.[0];
    if (!domain || NOT_A_DOMAIN.test(domain)) continue;
    const start = startOfLocalPart(text, index);
    const end = index + sign.length + domain.length;
    if (start === index || isRepository(text.slice(start, index), text.slice(end, end + 40))) continue;
    spans.push({ start, end, kind: "email" });
  }
  return spans;
}

function startOfLocalPart(text: string, sign: number): number {
  const least = Math.max(0, sign - LOCAL_MAX);
  if (text[sign - 1] === '"') {
    const quote = text.lastIndexOf('"', sign - 2);
    return quote >= least && !text.slice(quote, sign).includes("\n") ? quote : sign;
  }
  let start = sign;
  while (start > least && (LOCAL.test(text[start - 1] ?? "") || isSurrogate(text, start - 1))) start--;
  // A quote, a bullet or a full stop before an address is the sentence's.
  while (start < sign && /['*.&`|]/.test(text[start] ?? "")) start++;
  return start;
}

function isSurrogate(text: string, index: number): boolean {
  return (text.charCodeAt(index) & 0xf800) === 0xd800;
}

/** `git@host.example:team/repo.git` is where code lies, nobody's mailbox. */
function isRepository(local: string, after: string): boolean {
  return /^(?:git|svn|hg)$/i.test(local) && /^:[\w~./-]+\//.test(after);
}

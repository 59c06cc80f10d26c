import type { PrivateSpan } from "./private-span";

/**
 * E-mail addresses: RFC 5321/5322 dot-atoms, RFC 6531 letters of any script, domains with a top level of letters
 * (RFC 1035; IDNA in either form); also with `%40`, as in addresses of pages. The sign is looked for first and both
 * sides are read from it, so that it stays linear however many letters stand around.
 */
const EMAIL =
  /(?:@|%40)(?<=(?<local>[\p{L}\p{N}!#$%&'*+^_`{|}~.-]{1,64})(?:@|%40))(?<domain>(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,8}(?:xn--[a-z0-9-]+|\p{L}{2,63}))(?![\p{L}\p{N}])/giu;
/** `icon@2x.png`, `lodash@4.17.21-beta.rc`: a file and a version. */
const NOT_A_DOMAIN = /^\d+(?:x|\.\d+)/i;
/** `git@host.example:team/repo.git` is where code lies, nobody's mailbox. */
const REPOSITORY = /^git@[^:]*:[\w.~-]*\//;

export function findEmails(text: string): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  for (const { index, 0: found, groups } of text.matchAll(EMAIL)) {
    // A quote, a bullet or a full stop before an address is the sentence's.
    const local = groups?.["local"]?.replace(/^['*.&`|]+/, "") ?? "";
    if (!local || NOT_A_DOMAIN.test(groups?.["domain"] ?? "")) continue;
    const start = index - local.length;
    const end = index + found.length;
    if (!REPOSITORY.test(text.slice(start, end + 40))) spans.push({ start, end, kind: "email" });
  }
  return spans;
}

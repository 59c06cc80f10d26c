import type { PrivateSpan } from "./private-span";

/**
 * E-mail addresses: RFC 5321/5322 dot-atoms, RFC 6531 letters of any script, domains with a top level of letters
 * (RFC 1035; IDNA in either form); also with `%40`, as in addresses of pages. The sign is looked for first and the
 * local part is read leftwards from it, so that it stays linear however many letters stand around. A quote, a bullet
 * or a full stop before an address is the sentence's.
 *
 * None are `icon@2x.png` and `lodash@4.17.21-beta.rc`, a file and a version, and `git@host.example:team/repo.git`.
 */
const EMAIL =
  /(?:@|%40)(?<=([\p{L}\p{N}!#$%+^_{}~-][\p{L}\p{N}!#$%&'*+^_`{|}~.-]{0,63})(?:@|%40))(?!\d+(?:x|\.\d))(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,8}(?:xn--[a-z0-9-]+|\p{L}{2,63})(?![\p{L}\p{N}]|:[\w.~-]*\/)/giu;

export function findEmails(text: string): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  // Letters of any script make an expression that takes 2 ms at its first use; most pages' titles never need it.
  if (!/@|%40/.test(text)) return spans;
  for (const { index, 0: found, 1: local = "" } of text.matchAll(EMAIL)) {
    spans.push({ start: index - local.length, end: index + found.length, kind: "email" });
  }
  return spans;
}

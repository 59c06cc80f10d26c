import type { RefusalReason } from "./policy";

/** A WebExtension match pattern that was found good. */
interface MatchPattern {
  text: string;
  /** `url` is parsed; only http and https ever match. */
  matches(url: URL): boolean;
}

export type ParsedPattern = { ok: true; pattern: MatchPattern } | { ok: false; reason: RefusalReason };

const SHAPE = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*:[\]\s]+|\[[0-9a-f:.]+\])(?::(\d{1,5}|\*))?(\/.*)$/i;
// `10.0.0.0/8`: meant as a network, but a browser takes "/8" for the path of one host, and so matches nothing.
const LOOKS_LIKE_NETWORK = /^\d{1,3}(\.\d{1,3}){3}$/;

/**
 * Parses a match pattern as browsers do, and refuses what would make `registerContentScripts` throw, since there one
 * bad pattern takes all the others with it. Refused is also what names every site there is: the button belongs to a
 * company's own tools (docs/decisions/0072).
 */
export function parsePattern(text: string): ParsedPattern {
  if (text === "<all_urls>") return { ok: false, reason: "too-broad" };
  const [, scheme, host, port, path] = SHAPE.exec(text) ?? [];
  if (scheme === undefined || host === undefined || path === undefined) return { ok: false, reason: "not-a-pattern" };
  if (port !== undefined && port !== "*" && Number(port) > 65_535) return { ok: false, reason: "not-a-pattern" };
  if (LOOKS_LIKE_NETWORK.test(host) && /^\/\d{1,2}$/.test(path)) return { ok: false, reason: "pattern-has-path-host" };
  if (host === "*") return { ok: false, reason: "too-broad" };
  if (!URL.canParse(`http://${host.replace("*.", "")}/`)) return { ok: false, reason: "not-a-pattern" };
  const parts = path.split("*");
  return good(
    text,
    (url) =>
      (scheme === "*" || url.protocol === `${scheme.toLowerCase()}:`) &&
      hostMatches(host.toLowerCase(), url.hostname) &&
      (port === undefined || port === "*" || effectivePort(url) === port) &&
      fits(parts, url.pathname + url.search),
  );
}

function good(text: string, matches: (url: URL) => boolean): ParsedPattern {
  return { ok: true, pattern: { text, matches: (url) => isWeb(url) && matches(url) } };
}

function isWeb({ protocol }: URL): boolean {
  return protocol === "http:" || protocol === "https:";
}

function hostMatches(host: string, hostname: string): boolean {
  if (!host.startsWith("*.")) return hostname === host;
  return hostname === host.slice(2) || hostname.endsWith(host.slice(1));
}

function effectivePort(url: URL): string {
  return url.port || (url.protocol === "https:" ? "443" : "80");
}

/**
 * Whether the text is the parts with anything between them. Not by a regular expression, which would try every way to
 * divide a long address among many stars.
 */
function fits(parts: readonly string[], text: string): boolean {
  const [first = "", ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

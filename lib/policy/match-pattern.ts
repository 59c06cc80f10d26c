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
 * bad pattern takes all the others with it.
 */
export function parsePattern(text: string): ParsedPattern {
  if (text === "<all_urls>") return good(text, () => true);
  const [, scheme, host, port, path] = SHAPE.exec(text) ?? [];
  if (scheme === undefined || host === undefined || path === undefined) return { ok: false, reason: "not-a-pattern" };
  if (port !== undefined && port !== "*" && Number(port) > 65_535) return { ok: false, reason: "not-a-pattern" };
  if (LOOKS_LIKE_NETWORK.test(host) && /^\/\d{1,2}$/.test(path)) return { ok: false, reason: "pattern-has-path-host" };
  if (host !== "*" && !URL.canParse(`http://${host.replace("*.", "")}/`)) return { ok: false, reason: "not-a-pattern" };
  const inPath = globToRegExp(path);
  return good(
    text,
    (url) =>
      (scheme === "*" || url.protocol === `${scheme.toLowerCase()}:`) &&
      hostMatches(host.toLowerCase(), url.hostname) &&
      (port === undefined || port === "*" || effectivePort(url) === port) &&
      inPath.test(url.pathname + url.search),
  );
}

function good(text: string, matches: (url: URL) => boolean): ParsedPattern {
  return { ok: true, pattern: { text, matches: (url) => isWeb(url) && matches(url) } };
}

function isWeb({ protocol }: URL): boolean {
  return protocol === "http:" || protocol === "https:";
}

function hostMatches(host: string, hostname: string): boolean {
  if (host === "*") return true;
  if (!host.startsWith("*.")) return hostname === host;
  return hostname === host.slice(2) || hostname.endsWith(host.slice(1));
}

function effectivePort(url: URL): string {
  return url.port || (url.protocol === "https:" ? "443" : "80");
}

function globToRegExp(glob: string): RegExp {
  return new RegExp(
    `^${glob
      .split("*")
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*")}$`,
  );
}

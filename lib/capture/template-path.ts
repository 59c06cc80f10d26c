import { redact } from "./private/black-out";
import { findPrivate } from "./private/find-private";
import { cleanLine, cutStart } from "./short-text";

const ID = "{id}";
const MAX_LENGTH = 512;
/** A browser takes an address of 2 MB; nobody reads on after this. */
const MOST_READ = 4096;
const MAX_EXACT = 2048;
const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const EXTENSION = /\.[a-z][a-z0-9]{1,4}$/i;

/**
 * An address as IT needs it: which screen, never whose record. `/po/4711/edit?x=1#/lines/9` becomes
 * `/po/{id}/edit#/lines/{id}`. The query is dropped; a hash is kept only where it is a route (`#/` or `#!/`).
 */
export function templatePath(pathname: string, hash: string): string {
  const whole = templated(pathname.slice(0, MOST_READ)) + templated(routeOf(hash.slice(0, MOST_READ)));
  return cutStart(whole, MAX_LENGTH);
}

/**
 * The address without query and fragment, but with a hash route: sent only when the person asks for it. null where it
 * is too long to be of use, or where whoever has it could come in: no tick can undo that.
 */
export function exactPath(pathname: string, hash: string): string | null {
  const path = (pathname + routeOf(hash)).replace(/;[^/#]*/g, "");
  if (path.length > MAX_EXACT) return null;
  return findPrivate(decoded(path)).some(({ kind }) => kind === "token" || kind === "password") ? null : path;
}

function routeOf(hash: string): string {
  return /^#!?\//.test(hash) ? (hash.split("?")[0] ?? "") : "";
}

function templated(path: string): string {
  return path.split("/").map(segment).join("/");
}

function segment(raw: string): string {
  // Path parameters (`;jsessionid=…`) are a query by another name.
  const text = cleanLine(decoded(raw).split(";")[0] ?? "");
  const extension = EXTENSION.exec(text)?.[0] ?? "";
  const stem = text.slice(0, text.length - extension.length);
  if (looksLikeAnId(stem)) return ID + extension;
  // A slash that was escaped would read as two segments.
  return redact(text).replaceAll("/", "%2F");
}

/** Three digits and more make an id (`INC0012`, `2026`), two or fewer a name (`v1`, `i18n`, `step-2`). */
function looksLikeAnId(stem: string): boolean {
  if (UUID.test(stem) || /^[~@]./.test(stem) || stem.includes("@")) return true;
  if (/^\d+$/.test(stem)) return true;
  const digits = stem.replace(/\D/g, "").length;
  if (digits >= 3) return true;
  // Letters without a vowel in sight or with mixed case all over: base62, not a word.
  return stem.length >= 16 && !/[-_. ]/.test(stem) && /[a-z][A-Z].*[a-z][A-Z].*[a-z][A-Z]/.test(stem);
}

function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

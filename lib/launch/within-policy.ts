import { blackOut } from "@/lib/capture/private/black-out";
import { type FindOwn, ownPatterns } from "@/lib/capture/private/own-patterns";
import { cutStart } from "@/lib/capture/short-text";
import type { PointedElement, ReportForm } from "@/lib/messaging/messages";
import type { CaptureRules, Policy, Site } from "@/lib/policy/policy";
import type { PageContext } from "@/lib/protocol/context";

/**
 * What the policy lets a report say of its page. It is asked when the panel opens, so that a person sees no more than
 * what may go, and again when the report goes: the policy may have changed in between.
 */
export function contextWithin(context: PageContext, capture: CaptureRules, site: Site | null): PageContext {
  const find = findersOf(capture.patterns);
  const black = (text: string, max: number) => blacked(find, text, max);
  const allowed: PageContext = { ...context };
  const { title, path, query, element, failedRequests } = context;
  if (site?.titles === false) delete allowed.title;
  else if (title !== undefined) allowed.title = black(title, 200);
  if (path !== undefined) allowed.path = black(path, 512);
  if (!mayBeExact(context.exactPath, capture)) delete allowed.exactPath;
  if (!capture.timings) delete allowed.timings;
  if (element) allowed.element = elementWithin(element, capture);
  if (failedRequests) allowed.failedRequests = failedRequests.map((one) => ({ ...one, path: black(one.path, 512) }));
  if (query) {
    const kept = Object.entries(query).filter(([name]) => capture.query.includes(name));
    allowed.query = Object.fromEntries(kept.map(([name, value]) => [name, black(value, 200)]));
    if (kept.length === 0) delete allowed.query;
  }
  return allowed;
}

export function elementWithin(element: PointedElement, capture: CaptureRules): PointedElement {
  const { role, css, name, within, quote } = element;
  if (!capture.elementText) return { role, ...(css !== undefined && { css }) };
  const find = findersOf(capture.patterns);
  const black = (text: string, max: number) => blacked(find, text, max);
  return {
    ...element,
    ...(name !== undefined && { name: black(name, 120) }),
    ...(within !== undefined && { within: black(within, 200) }),
    ...(quote && {
      quote: { prefix: black(quote.prefix, 64), exact: black(quote.exact, 120), suffix: black(quote.suffix, 64) },
    }),
  };
}

/** An address with a black piece in it would be of no use: where the organisation's patterns match, it is not offered. */
export function mayBeExact(path: string | null | undefined, { patterns }: CaptureRules): boolean {
  if (path === null || path === undefined) return true;
  return findersOf(patterns)(decoded(path)).length === 0;
}

/** The report as the policy lets it go; never with more than the person has left in, and never with a name of ours. */
export function formWithin(form: ReportForm, { identity, capture }: Policy, site: Site | null): ReportForm {
  return {
    ...form,
    context: form.context && contextWithin(form.context, capture, site),
    anonymous: form.anonymous || identity.mode === "anonymous",
    picture: capture.picture === "off" ? null : form.picture,
  };
}

/** Why the policy does not let a report go as the person has written it; null where it does. */
export function objectionTo(
  form: ReportForm,
  { identity, capture }: Policy,
  name: string | null,
): "name-needed" | "picture-off" | null {
  // A name is never put under what somebody wrote to go without one.
  if (identity.mode === "required" && (form.anonymous || name === null)) return "name-needed";
  return capture.picture === "off" && form.picture !== null ? "picture-off" : null;
}

/** Compiled once for each policy that is in force. */
const compiled = new WeakMap<readonly string[], FindOwn>();

function findersOf(patterns: readonly string[]): FindOwn {
  const find = compiled.get(patterns) ?? ownPatterns(patterns);
  compiled.set(patterns, find);
  return find;
}

/** A mark is longer than what it hides may be: the text stays within its limit. */
function blacked(find: FindOwn, text: string, max: number): string {
  const spans = find(text);
  return spans.length === 0 ? text : cutStart(blackOut(text, spans), max);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

import { findEmails } from "./emails";
import { foldText } from "./folded-text";
import { findIbans } from "./ibans";
import { findLetteredIds } from "./lettered-ids";
import { findNamedNumbers } from "./named-numbers";
import { findNumbers } from "./numbers";
import type { FindOwn } from "./own-patterns";
import type { PrivateSpan } from "./private-span";
import { findSaidSecrets } from "./said-secrets";
import { findTokens } from "./tokens";

export interface FindOptions {
  /** The policy's own patterns. They run on the text as it is, not on its folded form. */
  own?: FindOwn;
  /** The reader's language (BCP 47). It says which plain digits are a telephone number; without it they need a word. */
  locale?: string;
}

/** What stands for a hidden piece: always the same, so that its length tells nothing. */
export const BLACKED_OUT = "█████";

/** One short word alone, or nothing: no detector finds anything in it, and most parts of an address are such. */
const PLAIN = /^(?:[A-Za-z][a-z]{0,19})?$/;

/**
 * Finds what looks private in a text: spans sorted by their place, disjoint, none empty, each within the text.
 * Never throws for any text (the policy's patterns apart), and takes time linear in its length: every detector looks
 * for something rare first and reads a bounded piece around it. What is already blacked out is not found again.
 */
export function findPrivate(text: string, options: FindOptions = {}): PrivateSpan[] {
  const own = options.own?.(text) ?? [];
  if (PLAIN.test(text)) return mergeSpans(text, own);
  const folded = foldText(text);
  const spans = [
    findIbans(folded.text),
    findNumbers(folded.text, options.locale),
    findLetteredIds(folded.text),
    findNamedNumbers(folded.text),
    findEmails(folded.text),
    findTokens(folded.text),
    findSaidSecrets(folded.text),
  ]
    .flat()
    .map(({ start, end, kind }): PrivateSpan => ({ ...folded.original(start, end), kind }));
  return mergeSpans(text, spans.concat(own));
}

/** Sorted and disjoint; where spans meet, the first and longest names the kind. Spans of nothing but black are dropped. */
export function mergeSpans(text: string, spans: readonly PrivateSpan[]): PrivateSpan[] {
  const merged: PrivateSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(0, span.start);
    const end = Math.min(text.length, span.end);
    if (start >= end || /^█*$/.test(text.slice(start, end))) continue;
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end, kind: span.kind });
  }
  return merged;
}

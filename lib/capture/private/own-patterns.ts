import { RE2JS } from "re2js";
import type { PrivateSpan } from "./private-span";

/** Finds what the organisation's own patterns match. */
export type FindOwn = (text: string) => PrivateSpan[];

/** The patterns take longer than anybody would wait. */
export class TooSlow extends Error {
  override name = "TooSlow";
}

/**
 * A piece that is searched in one go, and how far it reaches into the next: the longest match that is found for certain.
 * The dearest pattern that policy may hold takes a tenth of a second for a piece, measured.
 */
const PIECE = 8000;
const OVERLAP = 400;
const LONGEST_MS = 1000;

/**
 * Finders for the patterns of a policy, in RE2's syntax. The browser's own engine could be sent into minutes of work by
 * a slip in a pattern (`.*foo.*bar` in 300,000 characters: more than four, measured), and nothing can stop it; this one
 * takes time in line with the text, and between two pieces it is looked at the clock. Throws for what is no pattern.
 */
export function ownPatterns(patterns: readonly string[], now: () => number = () => performance.now()): FindOwn {
  const compiled = patterns.map((pattern) => RE2JS.compile(pattern));
  return (text) => {
    const until = now() + LONGEST_MS;
    const spans: PrivateSpan[] = [];
    for (const expression of compiled) {
      for (let from = 0; from < text.length; from += PIECE - OVERLAP) {
        const matcher = expression.matcher(text.slice(from, from + PIECE));
        while (matcher.find()) {
          spans.push({ start: from + matcher.start(), end: from + matcher.end(), kind: "pattern" });
          if (now() > until) throw new TooSlow();
        }
        if (now() > until) throw new TooSlow();
      }
    }
    return spans;
  };
}

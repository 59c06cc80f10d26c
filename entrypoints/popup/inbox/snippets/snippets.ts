import { LIMITS } from "@/lib/protocol/limits";

/** An answer that is needed again, under a name; what differs from report to report stands in it as `[name]` and so on. */
export interface Snippet {
  name: string;
  text: string;
}

const KEY = "inbox.snippets";
/** More than anybody looks through; and a name that fits into a menu. */
const MOST_SNIPPETS = 100;
export const NAME_LENGTH = 60;

/** What was kept, as far as it can be read. */
export function readSnippets(kept: string | null): Snippet[] {
  const parsed = parse(kept);
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((entry: unknown) => {
    if (!Array.isArray(entry)) return [];
    const [name, text] = entry as unknown[];
    return typeof name === "string" && name !== "" && typeof text === "string" ? { name, text } : [];
  });
}

function parse(kept: string | null): unknown {
  try {
    return JSON.parse(kept ?? "[]");
  } catch {
    return [];
  }
}

/** With this one in it, by name; `instead` names the one that it takes the place of, as does its own name. */
export function withSnippet(snippets: readonly Snippet[], snippet: Snippet, instead: string | null = null): Snippet[] {
  const name = snippet.name.replaceAll(/\s+/g, " ").trim().slice(0, NAME_LENGTH);
  const text = snippet.text.trim();
  if (name === "" || text === "" || text.length > LIMITS.comment) return [...snippets];
  const others = snippets.filter((other) => other.name !== name && other.name !== instead);
  // The oldest do not make room by themselves: nobody would notice which ones have gone.
  if (others.length >= MOST_SNIPPETS) return [...snippets];
  return [...others, { name, text }].toSorted((a, b) => a.name.localeCompare(b.name));
}

export function withoutSnippet(snippets: readonly Snippet[], name: string): Snippet[] {
  return snippets.filter((snippet) => snippet.name !== name);
}

/** In this browser's popup alone, as views are: they are one reviewer's own. */
export function loadSnippets(): Snippet[] {
  return readSnippets(localStorage.getItem(KEY));
}

export function keepSnippets(snippets: readonly Snippet[]): void {
  localStorage.setItem(KEY, JSON.stringify(snippets.map(({ name, text }) => [name, text])));
}

/** A text with another one put in where the cursor was, and where the cursor is then. A word is not run into. */
export function insertAt(
  text: string,
  [from, to]: readonly [number, number],
  put: string,
): { text: string; cursor: number } {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  const start = before + (/\S$/.test(before) ? " " : "") + put;
  return { text: start + (/^[\p{L}\p{N}]/u.test(after) ? " " : "") + after, cursor: start.length };
}

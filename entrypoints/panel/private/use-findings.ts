import { useEffect, useState } from "react";
import type { FindOwn } from "@/lib/capture/private/own-patterns";
import { type Finding, findingsIn } from "./finding";

/** Milliseconds: while a number is being typed it is many other numbers. */
const PAUSE_MS = 600;

/**
 * What looks private in a text, or is what the organisation names by its patterns, a pause behind the typing. The
 * detectors are loaded with the first words.
 */
export function useFindings(text: string, patterns: readonly string[]): readonly Finding[] {
  const [found, setFound] = useState<readonly Finding[]>([]);
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(
      () => {
        void scan(text, patterns).then((findings) => {
          if (isWanted) setFound(findings);
        });
      },
      /\S/.test(text) ? PAUSE_MS : 0,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text, patterns]);
  return found;
}

async function scan(text: string, patterns: readonly string[]): Promise<Finding[]> {
  if (!/\S/.test(text)) return [];
  try {
    const [{ findPrivate }, own] = await Promise.all([
      import("@/lib/capture/private/find-private"),
      finderOf(patterns),
    ]);
    return findingsIn(
      text,
      own ? (all, options) => findPrivate(all, { ...options, own }) : findPrivate,
      navigator.language,
    );
  } catch {
    // The extension was updated under this page; the words are the person's own, and they can read.
    return [];
  }
}

/** Most organisations name none: then the engine that runs them is not loaded. */
async function finderOf(patterns: readonly string[]): Promise<FindOwn | null> {
  if (patterns.length === 0) return null;
  const { ownPatterns, TooSlow } = await import("@/lib/capture/private/own-patterns");
  const find = ownPatterns(patterns);
  return (text) => {
    try {
      return find(text);
    } catch (error) {
      // Nobody waits for them while they write; what else looks private is still named.
      if (error instanceof TooSlow) return [];
      throw error;
    }
  };
}

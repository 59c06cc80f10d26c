import { useEffect, useState } from "react";
import { type Finding, findingsIn } from "./finding";

/** Milliseconds: while a number is being typed it is many other numbers. */
const PAUSE_MS = 600;

/** What looks private in a text, a pause behind the typing. The detectors are loaded with the first words. */
export function useFindings(text: string): readonly Finding[] {
  const [found, setFound] = useState<readonly Finding[]>([]);
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(
      () => {
        void scan(text).then((findings) => {
          if (isWanted) setFound(findings);
        });
      },
      /\S/.test(text) ? PAUSE_MS : 0,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text]);
  return found;
}

async function scan(text: string): Promise<Finding[]> {
  if (!/\S/.test(text)) return [];
  try {
    const { findPrivate } = await import("@/lib/capture/private/find-private");
    return findingsIn(text, findPrivate, navigator.language);
  } catch {
    // The extension was updated under this page; the words are the person's own, and they can read.
    return [];
  }
}

import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/**
 * Whether the page is being printed. What is only for paper is in the page before the browser takes its picture of it,
 * and gone afterwards.
 */
export function usePrinting(onEnd: () => void): boolean {
  const [isPrinting, setPrinting] = useState(false);
  const ended = useRef(onEnd);

  useEffect(() => {
    ended.current = onEnd;
  }, [onEnd]);

  useEffect(() => {
    const media = matchMedia("print");
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => {
      setPrinting(false);
      ended.current();
    };
    // Not every way to print says so before; the other way round, what only looks like print says nothing else.
    const follow = () => (media.matches ? begin() : end());
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    media.addEventListener("change", follow);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
      media.removeEventListener("change", follow);
    };
  }, []);

  return isPrinting;
}

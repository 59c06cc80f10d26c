import { elementScroll, measureElement, type Rect, type VirtualizerOptions } from "@tanstack/react-virtual";
import { useCallback, useReducer, useRef } from "react";
import { flushSync } from "react-dom";

/** CSS pixels; what a row with two lines of words takes. Each is measured once it is there. */
export const ROW_HEIGHT = 116;

type Options = VirtualizerOptions<HTMLElement, Element>;
type Late = Required<Pick<Options, "observeElementRect" | "measureElement" | "scrollToFn" | "onChange">>;

/**
 * A list's first rows are measured once the browser has laid them out, and stand where they belong before anything is
 * painted. Measured any sooner, all of the page would be laid out in the midst of being rendered. Rows that come in later are
 * measured at once: what the reader looks at is kept in its place by it.
 */
export function useLateMeasure(): Late {
  const isLaidOut = useRef(false);
  const isPlaced = useRef(false);
  const place = useReducer((times: number) => times + 1, 0)[1];
  return {
    observeElementRect: observeRect,
    measureElement: useCallback<Late["measureElement"]>((element, entry, list) => {
      if (entry) isLaidOut.current = true;
      return isLaidOut.current ? measureElement(element, entry, list) : ROW_HEIGHT;
    }, []),
    // A list begins at its top, where it stands already.
    scrollToFn: useCallback<Late["scrollToFn"]>((offset, how, list) => {
      if (isLaidOut.current || offset !== 0) elementScroll(offset, how, list);
    }, []),
    onChange: useCallback(() => {
      if (!isLaidOut.current || isPlaced.current) return;
      isPlaced.current = true;
      flushSync(place);
    }, [place]),
  };
}

/** The library's own asks the browser for the size at once as well. */
function observeRect({ scrollElement }: { scrollElement: HTMLElement | null }, onRect: (rect: Rect) => void) {
  if (!scrollElement) return undefined;
  const observer = new ResizeObserver(() => {
    onRect({ width: scrollElement.clientWidth, height: scrollElement.clientHeight });
  });
  observer.observe(scrollElement);
  return () => observer.disconnect();
}

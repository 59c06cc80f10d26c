import { useEffect, useEffectEvent } from "react";

/** Calls `onCalm` once nobody has touched the panel for so many milliseconds; null waits for ever. */
export function useCalm(afterMs: number | null, onCalm: () => void): void {
  const call = useEffectEvent(onCalm);
  useEffect(() => {
    if (afterMs === null) return undefined;
    let timer = setTimeout(() => call(), afterMs);
    const again = () => {
      clearTimeout(timer);
      timer = setTimeout(() => call(), afterMs);
    };
    const touches = ["pointermove", "pointerdown", "keydown", "focusin", "wheel"];
    for (const touch of touches) addEventListener(touch, again, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const touch of touches) removeEventListener(touch, again);
    };
  }, [afterMs]);
}

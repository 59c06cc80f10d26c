import { type ReactNode, useLayoutEffect, useState } from "react";

/**
 * In the page a moment after the tabs, before anything is painted: the tabs ask where they stand, and the browser lays out
 * for that all that is in the page by then.
 */
export function AfterTabs({ children }: { children: ReactNode }) {
  const [isTheirTurn, setTurn] = useState(false);
  // oxlint-disable-next-line react/set-state-in-effect -- a second rendering in the same frame is the point of it
  useLayoutEffect(() => setTurn(true), []);
  return isTheirTurn ? children : null;
}

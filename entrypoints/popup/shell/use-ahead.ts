import { useEffect, useRef } from "react";
import type { InboxList } from "@/lib/inbox/watch-inbox";
import type { ImpactRules } from "@/lib/policy/policy";
import { businessPart, impactPart } from "../parts";
import { isTabView } from "./popup-size";

/** A list that is whole comes once more, with own answers upon it. */
const SETTLED_MS = 300;
/** Once counted, a list is counted again when nothing in it has changed for so long. */
const CALM_MS = 5000;

/** In the tab, where a reviewer stays: Impact is there when it is asked for. */
export function useAhead(list: InboxList | null, rules: ImpactRules): void {
  const items = list?.complete ? list.items : null;
  const isCounted = useRef(false);
  useEffect(() => {
    if (!items || !isTabView()) return undefined;
    const timer = setTimeout(
      () => {
        isCounted.current = true;
        const scripts = [import("../impact/figures-ahead"), impactPart.ahead(), businessPart.ahead()] as const;
        // Where they cannot be loaded, the press on its tab says so.
        Promise.all(scripts).then(
          ([{ countAhead }]) => countAhead({ items, rules }),
          () => {},
        );
      },
      isCounted.current ? CALM_MS : SETTLED_MS,
    );
    return () => clearTimeout(timer);
  }, [items, rules]);
}

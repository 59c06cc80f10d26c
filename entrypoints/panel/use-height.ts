import { useEffect } from "react";
import { send } from "@/lib/messaging/client";
import { isAlone } from "./session";

/** Tells the launcher how high the panel is, so that its frame fits. */
export function useHeight(session: string | null): void {
  useEffect(() => {
    const panel = document.querySelector<HTMLElement>("#panel");
    if (session === null || isAlone || !panel) return undefined;
    let told = 0;
    const observer = new ResizeObserver(() => {
      const heightPx = Math.ceil(panel.getBoundingClientRect().height);
      if (heightPx === told) return;
      told = heightPx;
      send("panel.resize", { session, heightPx }).catch(() => {});
    });
    observer.observe(panel);
    return () => observer.disconnect();
  }, [session]);
}

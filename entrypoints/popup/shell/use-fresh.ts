import { useEffect } from "react";
import { browser } from "wxt/browser";
import { send } from "@/lib/messaging/client";
import { afterPaint } from "./after-paint";

/**
 * Pulls what is new, once what is here already is shown: the background writes while it pulls, and what is read meanwhile
 * waits behind each write until it is on the disk.
 */
export function useFresh(isShown: boolean, refresh: () => void): void {
  useEffect(() => {
    if (!isShown) return undefined;
    return afterPaint(() => {
      // The background pulls more often for as long as this stays open.
      const port = browser.runtime.connect({ name: "popup" });
      // Where it fails the state says why.
      send("popup.refresh", null).then(refresh, () => {});
      return () => port.disconnect();
    });
  }, [isShown, refresh]);
}

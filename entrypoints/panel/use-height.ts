import { useEffect } from "react";
import { send } from "@/lib/messaging/client";
import { isAlone } from "./session";

/** Set while a part of the panel has the room of the whole window: the form behind it does not count then. */
let isRoomTaken = false;
/** CSS pixels, more than any window has: the launcher gives nine tenths of the window at most. */
const ALL_ROOM = { heightPx: 20_000, widthPx: 20_000 };

/** Tells the launcher how high the panel is, so that its frame fits. */
export function useHeight(session: string | null): void {
  useEffect(() => {
    const panel = document.querySelector<HTMLElement>("#panel");
    if (session === null || isAlone || !panel) return undefined;
    let told = 0;
    const observer = new ResizeObserver(() => {
      const heightPx = heightOf(panel);
      if (heightPx === told || isRoomTaken) return;
      told = heightPx;
      send("panel.resize", { session, heightPx }).catch(() => {});
    });
    observer.observe(panel);
    return () => observer.disconnect();
  }, [session]);
}

/** Gives the panel all the room that the window has, and takes it back. */
export function useAllRoom(session: string): void {
  useEffect(() => {
    const panel = document.querySelector<HTMLElement>("#panel");
    if (isAlone || !panel) return undefined;
    const before = heightOf(panel);
    isRoomTaken = true;
    send("panel.resize", { session, ...ALL_ROOM }).catch(() => {});
    return () => {
      isRoomTaken = false;
      send("panel.resize", { session, heightPx: before }).catch(() => {});
    };
  }, [session]);
}

function heightOf(panel: HTMLElement): number {
  return Math.ceil(panel.getBoundingClientRect().height);
}

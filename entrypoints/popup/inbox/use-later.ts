import { useEffect, useState } from "react";
import type * as parts from "./later";

export type Later = typeof parts;

const UNSEEN_MS = 100;

let loaded: Later | null = null;

/**
 * What the Inbox needs once its rows are there, fetched after they have been painted; null until then. Throws where it
 * cannot be fetched: the screen says so, and has a button that loads it anew.
 */
export function useLater(): Later | null {
  const [{ later, failed }, set] = useState({ later: loaded, failed: false });
  useEffect(() => {
    if (loaded) return;
    const load = async () => {
      loaded = await import("./later");
      set({ later: loaded, failed: false });
    };
    // A page that nobody looks at paints nothing.
    const painted = new Promise((resolve) => {
      requestAnimationFrame(resolve);
      setTimeout(resolve, UNSEEN_MS);
    });
    painted.then(load).catch(() => set({ later: null, failed: true }));
  }, []);
  if (failed) throw new Error("a part of the Inbox could not be loaded");
  return later;
}

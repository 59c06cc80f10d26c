import { useEffect, useState } from "react";
import { afterPaint } from "../shell/after-paint";
import type * as parts from "./later";

export type Later = typeof parts;

let loaded: Later | null = null;

/**
 * What the Inbox needs once its rows are there, fetched after they have been painted; null until then. Throws where it
 * cannot be fetched: the screen says so, and has a button that loads it anew.
 */
export function useLater(): Later | null {
  const [{ later, failed }, set] = useState({ later: loaded, failed: false });
  useEffect(
    () =>
      afterPaint(() => {
        if (loaded) return;
        const load = async () => {
          loaded = await import("./later");
          set({ later: loaded, failed: false });
        };
        load().catch(() => set({ later: null, failed: true }));
      }),
    [],
  );
  if (failed) throw new Error("a part of the Inbox could not be loaded");
  return later;
}

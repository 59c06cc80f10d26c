import { useCallback } from "react";
import { readKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import { watch } from "@/lib/database/watch";
import { useNow } from "./use-now";
import { useWatched } from "./use-watched";

/** The time by the collector's clock, which the reports have theirs from: this computer's may be days wrong. */
export function useCollectorNow(db: EarshotDatabase): number {
  const now = useNow();
  const { value: off } = useWatched<number>(
    useCallback((onValue, onError) => watch(async () => (await readKv(db, "clockOff")) ?? 0, onValue, onError), [db]),
  );
  return now + (off ?? 0);
}

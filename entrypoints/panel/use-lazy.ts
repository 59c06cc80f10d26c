import { useEffect, useState } from "react";

/**
 * A part of the panel that is loaded when it is first wanted. `null` while it is on its way, "away" where it cannot be
 * had any more (the extension was updated under an old page): the rest of the panel goes on.
 */
export function useLazy<T>(isWanted: boolean, load: () => Promise<T>): T | null | "away" {
  const [part, setPart] = useState<{ is: T | "away" } | null>(null);
  useEffect(() => {
    if (!isWanted || part !== null) return;
    // A second call while it loads gets the same module.
    load().then(
      (is) => setPart({ is }),
      () => setPart({ is: "away" }),
    );
  }, [isWanted, part, load]);
  return part?.is ?? null;
}

import { useState } from "react";
import type { KnownItem } from "@/lib/known/known-item";
import { send } from "@/lib/messaging/client";
import type { Burden } from "@/lib/protocol/burden";

/** What was said in this panel, over what the background knew when it opened. */
export function useMeToo() {
  const [said, setSaid] = useState<ReadonlyMap<string, Burden | null>>(new Map());
  const [failedFor, setFailedFor] = useState<string | null>(null);

  function joinedOf(item: KnownItem): Burden | null {
    const now = said.get(item.reportId);
    return now === undefined ? item.joined : now;
  }

  /** null takes it back. */
  async function say({ reportId }: KnownItem, burden: Burden | null): Promise<void> {
    const on = burden !== null;
    const costs = burden !== null && Object.keys(burden).length > 0 ? { burden } : {};
    try {
      const { ok } = await send("metoo.set", { reportId, on, ...costs });
      setFailedFor(ok ? null : reportId);
      if (ok) setSaid((before) => new Map(before).set(reportId, burden));
    } catch {
      setFailedFor(reportId);
    }
  }

  return { joinedOf, say, failedFor };
}

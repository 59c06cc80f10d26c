import { withBodies } from "@/lib/database/items";
import type { EarshotDatabase } from "@/lib/database/open";
import type { OutboxItem } from "@/lib/database/rows";

/** What this reviewer has said and the collector has not confirmed, by report. */
export async function ownItems(db: EarshotDatabase): Promise<Map<string, OutboxItem[]>> {
  const written = await db.outbox.where("[route+state+nextAt]").between(["session"], ["session", []]).sortBy("order");
  const own = new Map<string, OutboxItem[]>();
  for (const item of await withBodies(db, written)) own.set(item.subject, [...(own.get(item.subject) ?? []), item]);
  return own;
}

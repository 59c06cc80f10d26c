import { withBodies } from "@/lib/database/items";
import type { EarshotDatabase } from "@/lib/database/open";
import type { OutboxItem } from "@/lib/database/rows";
import { watch } from "@/lib/database/watch";
import { gather } from "./gather";
import { toItem, type InboxItem } from "./item";
import { byCost } from "./sort";

export interface InboxFilter {
  /** The reviewer's own name, under which their waiting answers are shown. */
  reviewer: string | null;
}

/** All reports that this reviewer may see, what costs most first, now and after every change. */
export function watchInbox(
  db: EarshotDatabase,
  filter: InboxFilter,
  onItems: (items: InboxItem[]) => void,
  onError: (error: unknown) => void,
): () => void {
  return watch(() => readInbox(db, filter), onItems, onError);
}

async function readInbox(db: EarshotDatabase, filter: InboxFilter): Promise<InboxItem[]> {
  const ownRows = db.outbox.where("[route+state+nextAt]").between(["session"], ["session", []]).sortBy("order");
  const [rows, written] = await Promise.all([db.reports.toArray(), ownRows]);
  const own = new Map<string, OutboxItem[]>();
  for (const item of await withBodies(db, written)) own.set(item.subject, [...(own.get(item.subject) ?? []), item]);
  const items = rows.map((row) => toItem(row, own.get(row.id) ?? [], filter.reviewer));
  return gather(items).sort((a, b) => byCost(a.doc, b.doc));
}

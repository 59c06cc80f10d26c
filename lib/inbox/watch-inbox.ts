import type { EarshotDatabase } from "@/lib/database/open";
import type { OutboxRow } from "@/lib/database/rows";
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
  const [rows, outbox] = await Promise.all([db.reports.toArray(), db.outbox.toArray()]);
  const own = new Map<string, OutboxRow[]>();
  for (const row of outbox) {
    if (row.route === "session") own.set(row.subject, [...(own.get(row.subject) ?? []), row]);
  }
  const items = rows.map((row) => toItem(row, own.get(row.id) ?? [], filter.reviewer));
  return gather(items).sort((a, b) => byCost(a.doc, b.doc));
}

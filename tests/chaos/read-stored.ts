import { openPglite } from "@/collector/store/open-pglite";
import type { Stored } from "./verdict";

interface DocumentRow {
  id: string;
  timeline: { id: string }[];
}

/** What the collector has, from its own database; it must have been stopped. */
export async function readStored(folder: string): Promise<Stored> {
  const { db } = await openPglite(folder);
  try {
    const events = await db.query<Stored["events"][number]>("select id, subject, type, seq from event order by seq");
    const documents = await db.query<DocumentRow>("select id, doc->'doc'->'timeline' as timeline from report");
    const timelines = documents.map(({ id, timeline }) => [id, timeline.map((line) => line.id)] as const);
    return { events, documents: new Map(timelines) };
  } finally {
    await db.close();
  }
}

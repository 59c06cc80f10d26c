import type { ReportDoc } from "@/lib/protocol/documents";
import type { Left } from "./said";
import type { Stored, StoredDocument } from "./stored";

interface Shape extends Partial<Omit<Stored, "documents">> {
  /** By report the ids of its timeline. */
  timelines?: Record<string, readonly string[]>;
  erased?: readonly string[];
  /** What there is more in each document. */
  more?: Partial<StoredDocument["doc"]>;
}

/** What a collector has, with as much of it as a verdict looks at. */
export function storedWith({ timelines = {}, erased = [], more = {}, ...rest }: Shape): Stored {
  const documents = new Map<string, StoredDocument>();
  for (const [id, lines] of Object.entries(timelines)) {
    documents.set(id, { rev: 1n, doc: { statusEvent: null, attachments: [], timeline: lines.map(lineOf), ...more } });
  }
  for (const id of erased) documents.set(id, { rev: 1n, doc: null });
  return { events: [], pictures: [], files: [], voices: [], text: "", ...rest, documents };
}

export function lineOf(id: string): ReportDoc["timeline"][number] {
  return {
    id,
    seq: "1",
    type: "comment.added",
    by: { kind: "reporter", name: null },
    at: "2026-01-01T00:00:00Z",
    applied: true,
    visibility: "thread",
    text: null,
  };
}

export function leftWith(more: Partial<Left>): Left {
  return { outbox: [], bodies: [], mine: [], reports: [], blobs: [], bytes: [], text: "", ...more };
}

/** A row of which only this counts here. */
export function part<T>(of: Partial<T>): T {
  return of as T;
}

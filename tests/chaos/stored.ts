import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Db } from "@/collector/store/db";
import type { ReportDoc } from "@/lib/protocol/documents";

/** What the collector has. */
export interface Stored {
  /** In the order of `seq`. `isBlank`: nothing of what it said is left. */
  events: readonly StoredEvent[];
  /** What IT reads, by report. */
  documents: ReadonlyMap<string, StoredDocument>;
  pictures: readonly { sha256: string; report: string; isStored: boolean }[];
  /** By the name of each file the digest of its bytes. */
  files: readonly { name: string; sha256: string }[];
  /** The reports of which there are voices. */
  voices: readonly string[];
  /** Every row of every table. */
  text: string;
}

interface StoredEvent {
  id: string;
  subject: string;
  type: string;
  seq: bigint;
  isBlank: boolean;
}

/** `doc` is null for a report that was erased. */
export interface StoredDocument {
  rev: bigint;
  doc: Pick<ReportDoc, "statusEvent" | "timeline" | "attachments" | "triage"> | null;
}

const TABLES = "select table_name as name from information_schema.tables where table_schema = 'public'";

/** Everything, from the database and from the folder of the pictures; nobody may be writing. */
export async function readStored(db: Db, blobs: string): Promise<Stored> {
  const events = await db.query<StoredEvent>(
    `select id, subject, type, seq, (body is null and hash is null and actor is null) as "isBlank" from event order by seq`,
  );
  const documents = await db.query<{ id: string } & StoredDocument>(
    "select id, rev, case when erased then null else doc->'doc' end as doc from report",
  );
  const pictures = await db.query<Stored["pictures"][number]>(
    `select encode(sha256,'hex') as sha256, report, stored_at is not null as "isStored" from blob`,
  );
  const voices = await db.query<{ report: string }>("select report from voice");
  const texts: string[] = [];
  for (const { name } of await db.query<{ name: string }>(TABLES)) {
    const rows = await db.query<{ row: string }>(`select to_jsonb(t)::text as row from "${name}" t`);
    texts.push(...rows.map(({ row }) => row));
  }
  return {
    events,
    documents: new Map(documents.map(({ id, rev, doc }) => [id, { rev, doc }])),
    pictures,
    files: filesIn(blobs),
    voices: voices.map(({ report }) => report),
    text: texts.join("\n"),
  };
}

/** Without what a kill has left half written, which has no name yet: the nightly work removes it. */
function filesIn(folder: string): Stored["files"] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("new-"))
    .map(({ parentPath, name }) => ({
      name: basename(name),
      sha256: createHash("sha256")
        .update(readFileSync(join(parentPath, name)))
        .digest("hex"),
    }));
}

import type { ThreadDoc } from "@/lib/protocol/documents";
import { threadOf } from "@/lib/reports/thread";
import type { Queryable } from "../store/db";
import { voiceOfRow, type ReportRow, type VoiceColumns } from "../store/rows";
import { THREAD } from "../store/statements";
import { sameHash } from "../tokens/secrets";

export type ThreadRead =
  /** No such report, or not this key: they look alike. */
  { found: "no" } | { found: "erased" } | { found: "yes"; rev: string; doc: ThreadDoc };

type ThreadRow = ReportRow & { [Column in keyof VoiceColumns]: VoiceColumns[Column] | null };

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The reporter's own view of a report, for whoever has its reply key. `keyHash` is sha256 of the key, in hex. */
export async function readThread(on: Queryable, org: string, id: string, keyHash: string): Promise<ThreadRead> {
  const rows = UUID.test(id) ? await on.query<ThreadRow>(THREAD, [org, id]) : [];
  const [row] = rows;
  if (row?.erased) return { found: "erased" };
  // Compared even where there is no report, so that both take as long.
  if (!sameHash(keyHash, row?.reply_hash ?? "0".repeat(64)) || !row) return { found: "no" };
  const rev = String(row.rev);
  const own = row.tag === null ? null : voiceOfRow(row as VoiceColumns);
  return { found: "yes", rev, doc: threadOf(row.doc, rev, own) };
}

import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Db } from "../store/db";

/** Who did something that others may want to know of. Times in RFC 3339, by the collector's clock. */
const auditEntrySchema = z.object({
  at: z.iso.datetime(),
  /** The name behind the token, or "command line". */
  actor: z.string(),
  action: z.enum([
    "token.created",
    "token.revoked",
    "session.started",
    "session.ended",
    /** The provider knows the person, and they have no role here. */
    "session.refused",
    "reports.copied",
    "report.opened",
    "picture.read",
  ]),
  /** The report's or the token's id; null where it is about all. */
  target: z.string().nullable(),
  /** `session`: the id of the token, since names are not unique; `openedAt`: by the reader's own clock. */
  detail: z.object({ session: z.string().optional(), openedAt: z.iso.datetime().optional() }).nullable(),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;
type AuditNote = Omit<AuditEntry, "at">;

export const auditPageSchema = z.object({
  entries: z.array(auditEntrySchema),
  /** To be given as `before` for the next page; null at the end. */
  next: z.string().nullable(),
});
type AuditPage = z.infer<typeof auditPageSchema>;

export interface AuditTrail {
  note(entries: readonly AuditNote[]): Promise<void>;
  /** Newest first. `before`: the `next` of the page before. */
  read(before: string | null, limit: number): Promise<AuditPage>;
}

export interface AuditDeps {
  db: Db;
  org: string;
  now: () => Date;
}

const NOTE = `insert into audit (org, at, id, actor, action, target, detail)
select $1, $2::timestamptz, x.id, x.actor, x.action, x.target, x.detail
from jsonb_to_recordset($3::jsonb) as x(id uuid, actor text, action text, target text, detail jsonb)`;

const READ = `select at, id::text, actor, action, target, detail from audit
where org = $1 and ($2::timestamptz is null or (at, id) < ($2::timestamptz, $3::uuid))
order by at desc, id desc limit $4`;

interface Row {
  at: Date;
  id: string;
  actor: string;
  action: string;
  target: string | null;
  detail: unknown;
}

/** The order of entries of one moment is that of their ids, which are random: it says nothing. */
export function createAuditTrail({ db, org, now }: AuditDeps): AuditTrail {
  return {
    async note(entries) {
      if (entries.length === 0) return;
      const rows = entries.map((entry) => ({ id: randomUUID(), ...entry }));
      await db.query(NOTE, [org, now().toISOString(), JSON.stringify(rows)]);
    },
    async read(before, limit) {
      const [at = null, id = null] = before?.split("~") ?? [];
      const rows = await db.query<Row>(READ, [org, at, id, limit]);
      const last = rows.at(-1);
      return {
        entries: rows.map((row) => auditEntrySchema.parse({ ...row, at: row.at.toISOString() })),
        next: last && rows.length === limit ? `${last.at.toISOString()}~${last.id}` : null,
      };
    },
  };
}

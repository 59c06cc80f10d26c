import type { Context } from "hono";
import { z } from "zod";
import { changesPageSchema } from "@/lib/protocol/documents";
import { readChanges, type ChangesRead } from "@/collector/read/changes";
import { requireSession, type Session } from "../authorize";
import { isUnchanged, json, notModified, route } from "../methods";
import { AWAY, endpoint, UNAUTHORIZED } from "../operation";
import type { Parts, Routes } from "../parts";
import { ProblemError } from "../problem";

const querySchema = z.object({
  since: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
  /** Seconds. */
  wait: z.coerce.number().min(0).max(15).default(0),
  /** Origins; may be repeated. */
  scope: z.union([z.string(), z.array(z.string()).max(200)]).optional(),
});

export const changesRoutes: Routes = (router, parts) => {
  route(router, "/v1/changes", {
    GET: endpoint(
      {
        summary: "Reports that changed since a cursor, each once, at its newest revision",
        callers: ["session"],
        query: querySchema,
        answers: {
          200: { means: "a page", schema: changesPageSchema, headers: ["ETag"] },
          304: { means: "nothing new since `If-None-Match`", headers: ["ETag"] },
        },
        problems: { 400: [null], ...UNAUTHORIZED, 403: ["forbidden"], 410: ["cursor-expired"], ...AWAY },
      },
      async (c, input) => {
        const session = await requireSession(c, parts);
        const { since = null, limit, wait, scope = [] } = input.query();
        const query = { since: since || null, limit, origins: originsOf([scope].flat(), session) };
        const read = await readOrWait(c, parts, query, parts.now().getTime() + wait * 1000);
        // All that this reviewer may see goes to a computer: once a copy, not once a page.
        if (query.since === null) {
          const { name: actor, id } = session;
          await parts.audit.note([{ actor, action: "reports.copied", target: null, detail: { session: id } }]);
        }
        return respond(c, parts, read);
      },
    ),
  });
};

async function readOrWait(
  c: Context,
  parts: Parts,
  query: Parameters<typeof readChanges>[2],
  deadlineMs: number,
): Promise<ChangesRead> {
  const { signal } = c.req.raw;
  for (;;) {
    const read = await readChanges(parts.db, parts.org.id, query, parts.now());
    parts.epoch.current = read.epoch;
    const isNews = read.expired || read.items.length > 0 || query.since === null;
    const isOver = parts.now().getTime() >= deadlineMs || signal.aborted || !parts.ready.current;
    if (isNews || isOver) return read;
    await parts.headWatch.past(read.head, deadlineMs, signal);
  }
}

function respond(c: Context, { metrics }: Parts, read: ChangesRead): Response {
  const status = read.expired ? 410 : isUnchanged(c, read.etag) ? 304 : 200;
  metrics.polls.inc({ what: "changes", status });
  if (read.expired) throw new ProblemError(410, "cursor-expired", "This cursor is no longer good: start anew");
  if (status === 304) return notModified(read.etag);
  const { epoch, next, more, items } = read;
  return json({ epoch, next, more, items }, { ETag: read.etag });
}

/** What the session may see, narrowed to the origins that `scope` names (repeated); null for all. */
function originsOf(asked: string[], { scope: allowed }: Session): string[] | null {
  if (asked.length === 0) return allowed;
  return allowed === null ? asked : asked.filter((origin) => allowed.includes(origin));
}

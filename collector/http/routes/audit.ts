import { z } from "zod";
import { auditPageSchema } from "@/collector/audit/audit-trail";
import { NAMED_REPORTS } from "@/collector/store/statements";
import { LIMITS } from "@/lib/protocol/limits";
import { openedSchema } from "@/lib/protocol/opened";
import { requireAdmin, requireSession } from "../authorize";
import { json, route } from "../methods";
import { AWAY, endpoint, UNAUTHORIZED } from "../operation";
import type { Routes } from "../parts";
import { ProblemError } from "../problem";
import { readJson } from "../read-body";

const CURSOR = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~[0-9a-f-]{36}$/;

/** Who read what of whom: reviewers' browsers say which report was opened, and an admin reads the trail. */
export const auditRoutes: Routes = (router, parts) => {
  route(router, "/v1/reports/opened", {
    POST: endpoint(
      {
        summary: "Named reports that a reviewer has opened; others are passed over",
        callers: ["session"],
        body: { media: ["application/json"], schema: openedSchema },
        answers: { 204: { means: "written down" } },
        problems: {
          ...UNAUTHORIZED,
          403: ["forbidden"],
          400: ["bad-json", null],
          413: ["batch-too-large"],
          415: ["unsupported-content-encoding"],
          ...AWAY,
        },
      },
      async (c) => {
        const { id: session, name, scope } = await requireSession(c, parts);
        const said = openedSchema.safeParse(await readJson(c, parts.settings.limits));
        if (!said.success) throw new ProblemError(400, null, `Say which reports, at most ${LIMITS.opened}, and when`);
        const ids = said.data.opened.map(({ id }) => id);
        const rows = await parts.db.query<{ id: string }>(NAMED_REPORTS, [parts.org.id, ids, scope]);
        const named = new Set(rows.map(({ id }) => id));
        await parts.audit.note(
          said.data.opened
            .filter(({ id }) => named.has(id))
            .map(({ id, at }) => ({
              actor: name,
              action: "report.opened",
              target: id,
              detail: { session, openedAt: at },
            })),
        );
        return new Response(null, { status: 204 });
      },
    ),
  });
  route(router, "/v1/admin/audit", {
    GET: endpoint(
      {
        summary: "Who made tokens, took copies, opened named reports and read pictures; newest first",
        callers: ["admin"],
        query: z.object({
          before: z.string().regex(CURSOR).optional(),
          limit: z.coerce.number().int().min(1).max(500).default(200),
        }),
        answers: { 200: { means: "a page", schema: auditPageSchema } },
        problems: { ...UNAUTHORIZED, 400: [null], 403: ["forbidden"], ...AWAY },
      },
      async (c, input) => {
        await requireAdmin(c, parts);
        const { before = null, limit } = input.query();
        return json(await parts.audit.read(before, limit));
      },
    ),
  });
};

import { z } from "zod";
import { filledText } from "@/lib/protocol/text";
import { TOKEN_KINDS } from "@/collector/tokens/token-store";
import { requireAdmin } from "../authorize";
import { json, route } from "../methods";
import type { Routes } from "../parts";
import { notFound, plainProblem } from "../problem";
import { readJson } from "../read-body";

const newTokenSchema = z.object({ kind: z.enum(TOKEN_KINDS), name: filledText(120) });

/** Tokens of a running collector: its embedded database can be opened by no other process. */
export const adminTokenRoutes: Routes = (app, parts) => {
  route(app, "/v1/admin/tokens", {
    GET: async (c) => {
      await requireAdmin(c, parts);
      return json({ tokens: await parts.tokens.list() });
    },
    POST: async (c) => {
      const admin = await requireAdmin(c, parts);
      const asked = newTokenSchema.safeParse(await readJson(c.req.raw, parts.settings.limits));
      if (!asked.success) return plainProblem(400, "A token needs a kind (ingest, reviewer, admin) and a name");
      const made = await parts.tokens.create(asked.data.kind, asked.data.name, admin.name);
      return json(made, {}, 201);
    },
  });
  route(app, "/v1/admin/tokens/:id", {
    DELETE: async (c) => {
      const admin = await requireAdmin(c, parts);
      const revoked = await parts.tokens.revoke(c.req.param("id") ?? "", admin.name);
      if (!revoked) throw notFound();
      parts.credentials.forget();
      return new Response(null, { status: 204 });
    },
  });
};

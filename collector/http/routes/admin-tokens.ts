import { z } from "zod";
import { filledText } from "@/lib/protocol/text";
import { TOKEN_KINDS } from "@/collector/tokens/token-store";
import { requireAdmin } from "../authorize";
import { json, route } from "../methods";
import { AWAY, endpoint, UNAUTHORIZED } from "../operation";
import type { Routes } from "../parts";
import { notFound, ProblemError } from "../problem";
import { readJson } from "../read-body";
import { createdTokenSchema, tokenListSchema } from "../schemas";

const newTokenSchema = z.object({ kind: z.enum(TOKEN_KINDS), name: filledText(120) });

const BODY = {
  400: ["bad-json", null],
  413: ["batch-too-large"],
  415: ["unsupported-content-encoding"],
} as const;

/** Tokens of a running collector: its embedded database can be opened by no other process. */
export const adminTokenRoutes: Routes = (router, parts) => {
  route(router, "/v1/admin/tokens", {
    GET: endpoint(
      {
        summary: "All tokens, without their secrets",
        callers: ["admin"],
        answers: { 200: { means: "the tokens", schema: tokenListSchema } },
        problems: { ...UNAUTHORIZED, 403: ["forbidden"], ...AWAY },
      },
      async (c) => {
        await requireAdmin(c, parts);
        return json({ tokens: await parts.tokens.list() });
      },
    ),
    POST: endpoint(
      {
        summary: "Make a token",
        callers: ["admin"],
        body: { media: ["application/json"], schema: newTokenSchema },
        answers: { 201: { means: "the token, shown this once", schema: createdTokenSchema } },
        problems: { ...UNAUTHORIZED, 403: ["forbidden"], ...BODY, ...AWAY },
      },
      async (c) => {
        const admin = await requireAdmin(c, parts);
        const asked = newTokenSchema.safeParse(await readJson(c, parts.settings.limits));
        if (!asked.success) {
          throw new ProblemError(400, null, "A token needs a kind (ingest, reviewer, admin) and a name");
        }
        return json(await parts.tokens.create(asked.data.kind, asked.data.name, admin.name), {}, 201);
      },
    ),
  });
  route(router, "/v1/admin/tokens/:id", {
    DELETE: endpoint(
      {
        summary: "Revoke a token",
        callers: ["admin"],
        params: z.object({ id: z.string() }),
        answers: { 204: { means: "revoked" } },
        problems: { ...UNAUTHORIZED, 403: ["forbidden"], 404: ["not-found"], ...AWAY },
      },
      async (c, { params }) => {
        const admin = await requireAdmin(c, parts);
        if (!(await parts.tokens.revoke(params().id, admin.name))) throw notFound();
        parts.credentials.forget();
        return new Response(null, { status: 204 });
      },
    ),
  });
};

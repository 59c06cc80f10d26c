import { sessionInfoSchema, type SessionInfo } from "@/lib/protocol/collector-config";
import { requireSession } from "../authorize";
import { json, route } from "../methods";
import { AWAY, endpoint, UNAUTHORIZED } from "../operation";
import type { Routes } from "../parts";
import { forbidden } from "../problem";

/** Who a session token belongs to: a client cannot know its role otherwise, and policy does not decide it. */
export const sessionRoutes: Routes = (router, parts) => {
  route(router, "/v1/auth/session", {
    GET: endpoint(
      {
        summary: "Who a session token belongs to",
        callers: ["session"],
        answers: { 200: { means: "the person", schema: sessionInfoSchema } },
        problems: { ...UNAUTHORIZED, 403: ["forbidden"], ...AWAY },
      },
      async (c) => {
        const { role, name, scope, expiresAt } = await requireSession(c, parts);
        const info: SessionInfo = { role, name, scope, expiresAt: expiresAt.toISOString() };
        return json(info);
      },
    ),
    DELETE: endpoint(
      {
        summary: "Sign out: ends the session of somebody who signed in",
        callers: ["session"],
        answers: { 204: { means: "signed out" } },
        problems: { ...UNAUTHORIZED, 403: ["forbidden"], ...AWAY },
      },
      async (c) => {
        const { id } = await requireSession(c, parts);
        // A token that an admin has given may be in use elsewhere: whoever has it cannot take it from the others.
        if (!(await parts.tokens.signOut(id))) throw forbidden("An admin made this token, and ends it");
        parts.credentials.forget();
        return new Response(null, { status: 204 });
      },
    ),
  });
};

import { sessionInfoSchema, type SessionInfo } from "@/lib/protocol/collector-config";
import { requireSession } from "../authorize";
import { json, route } from "../methods";
import { AWAY, endpoint, UNAUTHORIZED } from "../operation";
import type { Routes } from "../parts";

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
  });
};

import type { SessionInfo } from "@/lib/protocol/collector-config";
import { requireSession } from "../authorize";
import { json, route } from "../methods";
import type { Routes } from "../parts";

/** Who a session token belongs to: a client cannot know its role otherwise, and policy does not decide it. */
export const sessionRoutes: Routes = (app, parts) => {
  route(app, "/v1/auth/session", {
    GET: async (c) => {
      const { role, name, scope, expiresAt } = await requireSession(c, parts);
      const info: SessionInfo = { role, name, scope, expiresAt: expiresAt.toISOString() };
      return json(info);
    },
  });
};

import { readFeed } from "@/collector/store/org";
import { json, route } from "../methods";
import type { Routes } from "../parts";
import { ProblemError } from "../problem";

/** `healthz`: the process lives. `readyz`: it takes requests and its database answers. */
export const healthRoutes: Routes = (app, parts) => {
  route(app, "/healthz", { GET: () => json({ status: "ok" }) });
  route(app, "/readyz", {
    GET: async () => {
      if (!parts.ready.current) throw new ProblemError(503, "store-unavailable", "Going down");
      const feed = await readFeed(parts.db, parts.org.id).catch(() => null);
      if (!feed) throw new ProblemError(503, "store-unavailable", "The database does not answer");
      parts.epoch.current = feed.epoch;
      return json({ status: "ready" });
    },
  });
};

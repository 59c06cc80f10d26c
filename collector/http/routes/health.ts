import { readFeed } from "@/collector/store/org";
import { json, route } from "../methods";
import { endpoint } from "../operation";
import type { Routes } from "../parts";
import { ProblemError } from "../problem";
import { statusSchema } from "../schemas";

/** `healthz`: the process lives. `readyz`: it takes requests and its database answers. */
export const healthRoutes: Routes = (router, parts) => {
  route(router, "/healthz", {
    GET: endpoint(
      {
        summary: "Whether the process lives",
        callers: [],
        answers: { 200: { means: "it does", schema: statusSchema } },
        problems: {},
      },
      () => json({ status: "ok" }),
    ),
  });
  route(router, "/readyz", {
    GET: endpoint(
      {
        summary: "Whether requests are taken, and the database answers",
        callers: [],
        answers: { 200: { means: "both", schema: statusSchema } },
        problems: { 503: ["store-unavailable"] },
      },
      async () => {
        if (!parts.ready.current) throw new ProblemError(503, "store-unavailable", "Going down");
        const feed = await readFeed(parts.db, parts.org.id).catch(() => null);
        if (!feed) throw new ProblemError(503, "store-unavailable", "The database does not answer");
        parts.epoch.current = feed.epoch;
        return json({ status: "ready" });
      },
    ),
  });
};

import { Hono, type MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { PROTOCOL_VERSION } from "@/lib/protocol/limits";
import { QueueFull } from "../ingest/group-commit";
import { describeError } from "../log";
import { isBusy, isUnavailable } from "../store/retry";
import type { Router } from "./methods";
import type { Parts } from "./parts";
import { notFound, ProblemError, problemResponse } from "./problem";
import { adminTokenRoutes } from "./routes/admin-tokens";
import { auditRoutes } from "./routes/audit";
import { blobRoutes } from "./routes/blobs";
import { changesRoutes } from "./routes/changes";
import { configRoutes } from "./routes/config";
import { descriptionRoutes } from "./routes/description";
import { eventRoutes } from "./routes/events";
import { extensionRoutes } from "./routes/extension";
import { healthRoutes } from "./routes/health";
import { knownRoutes } from "./routes/known";
import { sessionRoutes } from "./routes/session";
import { signInRoutes } from "./routes/sign-in";
import { threadRoutes } from "./routes/threads";

/**
 * The collector's routes as one `fetch`. There is no access log at all: for anonymous reports and threads there must
 * be none, and a log that skips some paths is one mistake away from not skipping them.
 */
export function createApp(parts: Parts): Router {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header("Earshot-Protocol", PROTOCOL_VERSION);
    c.header("Earshot-Epoch", parts.epoch.current);
    c.header("X-Content-Type-Options", "nosniff");
  });
  app.use(createProxyNotice(parts));
  // A browser's policy may keep the collector's host from the extension: then CORS lets it in. Without credentials.
  app.use(
    cors({
      origin: "*",
      allowMethods: ["GET", "HEAD", "POST", "PUT", "DELETE"],
      allowHeaders: ["Authorization", "Content-Type", "Content-Encoding", "If-None-Match"],
      exposeHeaders: ["Earshot-Protocol", "Earshot-Epoch", "ETag", "Retry-After", "Date"],
      maxAge: 7200,
    }),
  );
  const router: Router = { hono: app, described: [] };
  for (const routes of [
    configRoutes,
    eventRoutes,
    blobRoutes,
    threadRoutes,
    changesRoutes,
    knownRoutes,
    sessionRoutes,
    signInRoutes,
    adminTokenRoutes,
    auditRoutes,
    extensionRoutes,
    healthRoutes,
    descriptionRoutes,
  ]) {
    routes(router, parts);
  }
  app.notFound(() => problemResponse(notFound()));
  app.onError((error) => responseTo(error, parts));
  return { hono: app, described: router.described };
}

/** Behind a proxy that is not named, all clients seem to have one address, and share its limit. Said once. */
function createProxyNotice({ settings, log }: Parts): MiddlewareHandler {
  let isSaid = settings.trustedProxies > 0;
  return (c, next) => {
    if (!isSaid && c.req.header("x-forwarded-for") !== undefined) {
      isSaid = true;
      log.warn("requests come through a proxy: say how many in the settings file, trustedProxies");
    }
    return next();
  };
}

function problemOf(error: unknown): ProblemError | null {
  if (error instanceof ProblemError) return error;
  if (error instanceof QueueFull || isBusy(error)) {
    return new ProblemError(503, "busy", "Too much at once", {}, { "Retry-After": "5" });
  }
  if (!isUnavailable(error)) return null;
  return new ProblemError(503, "store-unavailable", "The database does not answer", {}, { "Retry-After": "10" });
}

function responseTo(error: unknown, { log, metrics }: Parts): Response {
  const problem = problemOf(error);
  metrics.refused.inc({ slug: problem ? (problem.slug ?? "other") : "internal" });
  if (isUnavailable(error)) log.error("the database does not answer", describeError(error));
  if (problem) return problemResponse(problem);
  // No path: a thread's address names its report.
  log.error("a request failed", describeError(error));
  return problemResponse(new ProblemError(500, null, "Something went wrong here"));
}

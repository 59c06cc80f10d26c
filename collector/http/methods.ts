import type { Context, Hono } from "hono";
import { plainProblem } from "./problem";

type Method = "GET" | "POST" | "PUT" | "DELETE";
type Handler = (c: Context) => Promise<Response> | Response;

/** A path with its methods; any other method is answered 405 with what is allowed. */
export function route(app: Hono, path: string, handlers: Partial<Record<Method, Handler>>): void {
  const methods = Object.keys(handlers) as Method[];
  for (const method of methods) {
    const handler = handlers[method];
    if (handler) app.on(method, path, handler);
  }
  const allowed = [...methods, ...(handlers.GET ? ["HEAD"] : []), "OPTIONS"].join(", ");
  app.all(path, () => plainProblem(405, "This method is not allowed here", { Allow: allowed }));
}

export function json(body: unknown, headers: Record<string, string> = {}, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store", ...headers },
  });
}

export function notModified(etag: string, headers: Record<string, string> = {}): Response {
  return new Response(null, { status: 304, headers: { ETag: etag, "Cache-Control": "no-store", ...headers } });
}

/** Whether `If-None-Match` names this entity; weak and strong forms count alike, as RFC 9110 wants it for GET. */
export function isUnchanged(c: Context, etag: string): boolean {
  const header = c.req.header("if-none-match");
  if (header === undefined) return false;
  return header.trim() === "*" || header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}

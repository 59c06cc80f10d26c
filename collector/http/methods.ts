import type { Context, Hono } from "hono";
import type { Endpoint, Operation } from "./operation";
import { ProblemError } from "./problem";

type Method = "GET" | "POST" | "PUT" | "DELETE";

/** A route as it is described: `path` with Hono's `:name`. */
export interface Described {
  method: Method;
  path: string;
  operation: Operation;
}

export interface Router {
  hono: Hono;
  described: Described[];
}

/** A path with its methods; any other method is answered 405 with what is allowed. */
export function route({ hono, described }: Router, path: string, endpoints: Partial<Record<Method, Endpoint>>): void {
  const methods = Object.keys(endpoints) as Method[];
  for (const method of methods) {
    const found = endpoints[method];
    if (!found) continue;
    described.push({ method, path, operation: found.operation });
    hono.on(method, path, found.handler);
  }
  const allowed = [...methods, ...(endpoints.GET ? ["HEAD"] : []), "OPTIONS"].join(", ");
  hono.all(path, () => {
    throw new ProblemError(405, null, "This method is not allowed here", {}, { Allow: allowed });
  });
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

import type { Context } from "hono";
import type { z } from "zod";
import type { ProblemSlug } from "@/lib/protocol/problem";
import { notFound, ProblemError } from "./problem";

/** Who may ask: "reply" is the reply key of a report. */
export type Caller = "ingest" | "session" | "admin" | "reply";

/** One answer of a route. Without a schema it has no body, or one that is no JSON. */
export interface Answer {
  means: string;
  schema?: z.ZodType;
  /** Where it is not `application/json`. */
  media?: readonly string[];
  /** Beside those that every answer has. */
  headers?: readonly string[];
}

/**
 * What a route takes and gives. The OpenAPI description is made from it, the request is read by it, and the tests hold
 * every answer that they see against it.
 */
export interface Operation<Params extends z.ZodType = z.ZodType, Query extends z.ZodType = z.ZodType> {
  summary: string;
  /** Any one of these; none where everybody may ask. */
  callers: readonly Caller[];
  params?: Params;
  query?: Query;
  body?: { media: readonly string[]; schema: z.ZodType | null };
  answers: Readonly<Record<number, Answer>>;
  /** Problem documents, by status and slug; null for a fault that no slug names. */
  problems: Readonly<Record<number, readonly (ProblemSlug | null)[]>>;
}

/** A request's parts, read by the operation's schemas when they are asked for: after it is known who asks. */
export interface Input<Params extends z.ZodType, Query extends z.ZodType> {
  /** @throws ProblemError 404: no address that is not of this form leads anywhere. */
  params(): z.output<Params>;
  /** @throws ProblemError 400. */
  query(): z.output<Query>;
}

type Handler = (c: Context) => Promise<Response> | Response;

export interface Endpoint {
  operation: Operation;
  handler: Handler;
}

export function endpoint<Params extends z.ZodType, Query extends z.ZodType>(
  operation: Operation<Params, Query>,
  handle: (c: Context, input: Input<Params, Query>) => Promise<Response> | Response,
): Endpoint {
  const handler: Handler = (c) =>
    handle(c, {
      params() {
        const parsed = operation.params?.safeParse(c.req.param());
        if (!parsed?.success) throw notFound();
        return parsed.data;
      },
      query() {
        const given = Object.entries(c.req.queries()).map(([name, values]) => [
          name,
          values.length === 1 ? values[0] : values,
        ]);
        const parsed = operation.query?.safeParse(Object.fromEntries(given));
        if (parsed?.success) return parsed.data;
        const name = String(parsed?.error.issues[0]?.path[0] ?? "");
        throw new ProblemError(400, null, `The parameter ${name} is not valid`);
      },
    });
  return { operation, handler };
}

/** Slugs that any route which asks for a credential may answer with. */
export const UNAUTHORIZED = { 401: ["unauthorized", "token-revoked"], 429: ["rate-limited"] } as const;
export const AWAY = { 503: ["store-unavailable", "busy"] } as const;

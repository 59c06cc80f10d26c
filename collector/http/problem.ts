import { problemType, type ProblemSlug } from "@/lib/protocol/problem";

type Extra = Record<string, unknown>;

/** A request that ends in a problem document (RFC 9457). Nothing of it was stored. */
export class ProblemError extends Error {
  override name = "ProblemError";
  readonly status: number;
  /** null for a fault that no slug names: `about:blank` says no more than the status does. */
  readonly slug: ProblemSlug | null;
  readonly extra: Extra;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    slug: ProblemSlug | null,
    title: string,
    extra: Extra = {},
    headers: Record<string, string> = {},
  ) {
    super(title);
    this.status = status;
    this.slug = slug;
    this.extra = extra;
    this.headers = headers;
  }
}

export function problemResponse(problem: ProblemError): Response {
  const { status, slug, message: title, extra, headers } = problem;
  const type = slug === null ? "about:blank" : problemType(slug);
  return new Response(JSON.stringify({ type, title, status, ...extra }), {
    status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store", ...headers },
  });
}

export function unauthorized(title: string, slug: "unauthorized" | "token-revoked" = "unauthorized"): ProblemError {
  return new ProblemError(401, slug, title, {}, { "WWW-Authenticate": "Bearer" });
}

export function forbidden(title: string): ProblemError {
  return new ProblemError(403, "forbidden", title);
}

export function notFound(): ProblemError {
  return new ProblemError(404, "not-found", "Not found");
}

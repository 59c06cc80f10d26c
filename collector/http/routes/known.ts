import type { Context } from "hono";
import { z } from "zod";
import type { PublicFile } from "@/collector/read/public-file";
import { bucketFileSchema } from "@/lib/protocol/bucket-file";
import { newsFileSchema } from "@/lib/protocol/digest";
import { hashSecret, sameHash } from "@/collector/tokens/secrets";
import { isUnchanged, notModified, route } from "../methods";
import { AWAY, endpoint } from "../operation";
import type { Routes } from "../parts";
import { notFound } from "../problem";
import { throttlePublic } from "../throttle";

/** A CDN answers for five minutes by itself, and for a day where the collector is away. */
const CACHE = {
  "Cache-Control": "public, max-age=300, s-maxage=300, stale-while-revalidate=3600, stale-if-error=86400",
  Vary: "Accept-Encoding",
};

/** What every employee may read: loaded on a timer, never when a page is visited, so that nobody's browsing shows. */
export const knownRoutes: Routes = (router, parts) => {
  const tokenHash = hashSecret(parts.publicToken);
  const params = { publicToken: z.string().max(100) };

  async function letIn(c: Context, publicToken: string): Promise<void> {
    await throttlePublic(c, parts);
    if (!sameHash(hashSecret(publicToken), tokenHash)) throw notFound();
  }

  function answer(c: Context, what: string, epoch: string, file: PublicFile | null): Response {
    parts.epoch.current = epoch;
    if (file === null) throw notFound();
    const response = respond(c, file);
    parts.metrics.polls.inc({ what, status: response.status });
    return response;
  }

  route(router, "/p/:publicToken/news.json", {
    GET: endpoint(
      {
        summary: "What is published for everybody of the months, and how well people are heard",
        callers: [],
        params: z.object(params),
        answers: {
          200: { means: "the file", schema: newsFileSchema, headers: ["ETag", "Cache-Control"] },
          304: { means: "as `If-None-Match` has it", headers: ["ETag", "Cache-Control"] },
        },
        problems: { 404: ["not-found"], 429: ["rate-limited"], ...AWAY },
      },
      async (c, input) => {
        await letIn(c, input.params().publicToken);
        const { epoch, file } = await parts.news.read();
        return answer(c, "news", epoch, file);
      },
    ),
  });
  route(router, "/p/:publicToken/:file", {
    GET: endpoint(
      {
        summary: "What is published for everybody: one file of known annoyances",
        callers: [],
        params: z.object({ ...params, file: z.string().regex(/^(all|[0-9a-f]{1,4})\.json$/) }),
        answers: {
          200: { means: "the file", schema: bucketFileSchema, headers: ["ETag", "Cache-Control"] },
          304: { means: "as `If-None-Match` has it", headers: ["ETag", "Cache-Control"] },
        },
        problems: { 404: ["not-found"], 429: ["rate-limited"], ...AWAY },
      },
      async (c, input) => {
        const { publicToken, file: name } = input.params();
        await letIn(c, publicToken);
        const { epoch, file } = await parts.known.read(name.slice(0, -".json".length));
        return answer(c, "known", epoch, file);
      },
    ),
  });
};

function respond(c: Context, { plain, gzip }: PublicFile): Response {
  const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0+)?\s*(?:,|$))/i.test(c.req.header("accept-encoding") ?? "");
  const { bytes, etag } = takesGzip ? gzip : plain;
  // Either form is as good: a cache on the way may have unpacked it, and asks with the tag that came with it.
  for (const known of [etag, plain.etag, gzip.etag]) if (isUnchanged(c, known)) return notModified(known, CACHE);
  return new Response(bytes, {
    headers: {
      "Content-Type": "application/json",
      ...CACHE,
      ETag: etag,
      ...(takesGzip && { "Content-Encoding": "gzip" }),
    },
  });
}

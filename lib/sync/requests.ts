import type { EventRoute, MineRow, OutboxItem } from "@/lib/database/rows";
import type { Policy } from "@/lib/policy/policy";
import type { CollectorRequest } from "./collector-client";

const GZIP_FROM_BYTES = 1024;

/** The request that carries a batch: the frozen bodies, put together and never written anew. */
export async function eventsRequest(
  rows: readonly OutboxItem[],
  route: EventRoute,
  policy: Policy & { endpoint: string },
  mine: MineRow | null,
  gzip: boolean,
): Promise<{ request: CollectorRequest; usedGzip: boolean }> {
  const json = `[${rows.map((row) => row.body).join(",")}]`;
  const usedGzip = gzip && new TextEncoder().encode(json).length > GZIP_FROM_BYTES;
  return {
    usedGzip,
    request: {
      endpoint: policy.endpoint,
      path: pathOf(route, rows[0]?.subject ?? ""),
      method: "POST",
      authorization: authorizationFor(route, policy, mine),
      headers: {
        "content-type": "application/cloudevents-batch+json",
        ...(usedGzip && { "content-encoding": "gzip" }),
      },
      body: usedGzip ? await gzipped(json) : json,
    },
  };
}

function pathOf(route: EventRoute, subject: string): string {
  switch (route) {
    case "anon":
      return "/v1/anon/events";
    case "thread":
      return `/v1/threads/${subject}/events`;
    case "ingest":
    case "session":
      return "/v1/events";
    default:
      return route satisfies never;
  }
}

/** The credential that a route needs; one that is missing is left out, and the collector's 401 says so. */
function authorizationFor(route: EventRoute, policy: Policy, mine: MineRow | null): string | null {
  if (route === "thread") return mine ? `Reply ${mine.replyKey}` : null;
  const token = route === "session" ? policy.reviewers.token : policy.ingestToken;
  return token === null ? null : `Bearer ${token}`;
}

async function gzipped(text: string): Promise<Blob> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Response(stream).blob();
}

import type { Fetch } from "./world";

type Json = Record<string, unknown>;

interface Fault {
  /** The clauses that it breaks, and no others. */
  breaks: readonly string[];
  /** Changes what a good collector answers. */
  spoil(request: Request, good: Response): Promise<Response> | Response;
}

/** Each of these is a mistake that somebody who writes a collector could make. */
export const FAULTS: Record<string, Fault> = {
  "forgets the epoch where it answers 404": {
    breaks: ["answer.epoch"],
    spoil: (_, good) => (good.status === 404 ? without(good, "earshot-epoch") : good),
  },
  "takes an id with other content for a duplicate": {
    breaks: ["receipt.id-reused"],
    spoil: (_, good) =>
      inReceipt(good, (item) => (isAbout(item, "id-reused") ? { ...item, status: "duplicate" } : item)),
  },
  "moves head for duplicates": {
    breaks: ["receipt.duplicate"],
    spoil: (request, good) =>
      rewrite(request.url.endsWith("/v1/events"), good, (body) => {
        const results = (body["results"] ?? []) as Json[];
        const isOld = results.length > 1 && results.every(({ status }) => status === "duplicate");
        return isOld ? { ...body, head: String(BigInt(body["head"] as string) + 1n) } : body;
      }),
  },
  "unpacks whatever comes": {
    breaks: ["request.gzip-bomb"],
    spoil: (request, good) =>
      request.headers.get("content-encoding") === "gzip" && good.status === 413 ? receipt(good) : good,
  },
  "mixes anonymous people in one request": {
    breaks: ["anonymous.one-subject"],
    spoil: async (_, good) =>
      good.status === 400 && (await good.clone().text()).includes("mixed-subjects") ? receipt(good) : good,
  },
  "tells the minute of what is anonymous": {
    breaks: ["anonymous.hours"],
    spoil: (_, good) => replaceIn(good, /T(\d\d):00:00\.000Z/g, "T$1:07:00.000Z"),
  },
  "shows internal notes to the reporter": {
    breaks: ["thread.private"],
    spoil: (request, good) =>
      rewrite(/\/v1\/threads\/[^/]+$/.test(request.url), good, (body) => ({
        ...body,
        notes: ["Only IT reads this note"],
      })),
  },
  "loses the last change of a full page": {
    breaks: ["changes.complete"],
    spoil: (request, good) =>
      rewrite(request.url.includes("limit=3"), good, (body) => {
        const items = body["items"] as Json[];
        return body["more"] === true ? { ...body, items: items.slice(0, -1) } : body;
      }),
  },
  "starts anew by itself where a cursor is stale": {
    breaks: ["changes.expired"],
    spoil: (_, good) => (good.status === 410 ? expiredAsEmpty(good) : good),
  },
  "lets a picture be a page": {
    breaks: ["picture.given"],
    spoil: (_, good) => without(good, "content-security-policy"),
  },
  "keeps what everybody may read from caches": {
    breaks: ["known.cache"],
    spoil: (request, good) => (new URL(request.url).pathname.startsWith("/p/") ? without(good, "cache-control") : good),
  },
  "says that there is a report which is none of yours": {
    breaks: ["erase.key"],
    spoil: (request, good) =>
      request.method === "DELETE" && good.status === 404
        ? new Response(null, { headers: good.headers, status: 403 })
        : good,
  },
};

/** A collector that makes all of these mistakes. */
export function brokenFetch(good: Fetch): Fetch {
  return async (address, init) => {
    let response = await good(address, init);
    for (const { spoil } of Object.values(FAULTS)) response = await spoil(new Request(address, init), response);
    return response;
  };
}

function without(good: Response, header: string): Response {
  const headers = new Headers(good.headers);
  headers.delete(header);
  return new Response(good.body, { status: good.status, headers });
}

async function rewrite(applies: boolean, good: Response, change: (body: Json) => Json): Promise<Response> {
  if (!applies || good.status !== 200) return good;
  return new Response(JSON.stringify(change((await good.json()) as Json)), { headers: good.headers });
}

async function replaceIn(good: Response, what: RegExp, by: string): Promise<Response> {
  if (!good.headers.get("content-type")?.startsWith("application/json")) return good;
  return new Response((await good.text()).replace(what, by), { status: good.status, headers: good.headers });
}

function inReceipt(good: Response, change: (item: Json) => Json): Promise<Response> {
  const isJson = good.headers.get("content-type") === "application/json";
  return rewrite(isJson, good, (body) =>
    Array.isArray(body["results"]) ? { ...body, results: (body["results"] as Json[]).map(change) } : body,
  );
}

function isAbout(item: Json, slug: string): boolean {
  return JSON.stringify(item["problem"] ?? "").includes(slug);
}

function json(body: Json, { headers }: Response): Response {
  const epoch = headers.get("earshot-epoch") ?? "";
  const own = { "content-type": "application/json", "earshot-protocol": "1", "earshot-epoch": epoch };
  return new Response(JSON.stringify(body), { headers: own });
}

function receipt(good: Response): Response {
  return json({ epoch: good.headers.get("earshot-epoch"), head: "0", results: [], wantBlobs: [] }, good);
}

async function expiredAsEmpty(good: Response): Promise<Response> {
  if (!(await good.clone().text()).includes("cursor-expired")) return good;
  return json({ epoch: good.headers.get("earshot-epoch"), next: "x", more: false, items: [] }, good);
}

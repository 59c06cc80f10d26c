import type { Clock } from "@/lib/platform/clock";
import { PROTOCOL_VERSION } from "@/lib/protocol/limits";
import { readRetryAfter } from "./retry-after";

/** One request to the collector. Addresses never carry a secret: keys and tokens go in the header alone. */
export interface CollectorRequest {
  endpoint: string;
  path: string;
  method?: "GET" | "POST" | "PUT" | "DELETE";
  /** The whole `Authorization` header; null for none. */
  authorization: string | null;
  headers?: Record<string, string>;
  body?: Blob | string;
  /** The answer is wanted as bytes where it is a success. */
  wantsBytes?: boolean;
  /** The answer may come from a cache on the way: a history that it names may be one of the past. */
  cached?: true;
  /** A longer answer is not read to its end, and is no JSON then. */
  mostBytes?: number;
}

/** What came of a request. `network` is everything without an answer: no network, time limit, redirect. */
export type Exchange = { kind: "network" } | Answer;

export interface Answer {
  kind: "answer";
  status: number;
  /** The answer carries the protocol's header: it comes from a collector, and not from a portal or a proxy. */
  fromCollector: boolean;
  epoch: string | null;
  retryAfterMs: number | null;
  etag: string | null;
  /** Parsed where the content type says JSON, else undefined. */
  json: unknown;
  /** Of the content, in small letters and without its parameters; "" where none is named. */
  type: string;
  /** Only where they were wanted. */
  bytes?: Uint8Array<ArrayBuffer>;
}

/** The part of `fetch` that is used here. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

export interface CollectorClientDeps {
  fetch: Fetch;
  clock: Clock;
  /** Called before the answer is used, for every answer that names a history. */
  onEpoch: (endpoint: string, epoch: string) => Promise<void>;
  /** The collector's clock, with every answer of one that says it; in milliseconds since the epoch. */
  onTime: (atMs: number) => Promise<void>;
}

export type CollectorClient = (request: CollectorRequest) => Promise<Exchange>;

/** Also longer than a long poll's 15 s; a worker does not live through more than 30 s without an event. */
const TIMEOUT_MS = 20_000;

export function createCollectorClient({ fetch, clock, onEpoch, onTime }: CollectorClientDeps): CollectorClient {
  return async ({ endpoint, path, method = "GET", authorization, headers, body, ...wanted }) => {
    try {
      const response = await fetch(endpoint + path, {
        method,
        headers: { ...headers, ...(authorization !== null && { authorization }) },
        ...(body !== undefined && { body }),
        redirect: "error",
        credentials: "omit",
        cache: "no-store",
        referrerPolicy: "no-referrer",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const answer = await readAnswer(response, clock.now(), wanted);
      if (answer.fromCollector && answer.epoch !== null && !wanted.cached) await onEpoch(endpoint, answer.epoch);
      // Neither history nor time of what lay in a cache is of now.
      const atMs = wanted.cached ? Number.NaN : Date.parse(response.headers.get("date") ?? "");
      if (answer.fromCollector && Number.isFinite(atMs)) await onTime(atMs);
      return answer;
    } catch (error) {
      // A broken database is no broken network.
      if (!(error instanceof TypeError) && !(error instanceof DOMException)) throw error;
      return { kind: "network" };
    }
  };
}

async function readAnswer(
  response: Response,
  now: number,
  { wantsBytes = false, mostBytes }: Pick<CollectorRequest, "wantsBytes" | "mostBytes">,
): Promise<Answer> {
  const { headers, status } = response;
  const type = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  const isJson = type === "application/json" || type === "application/problem+json";
  const bytes = wantsBytes && status === 200 ? new Uint8Array(await response.arrayBuffer()) : null;
  const text = bytes ? "" : await (mostBytes === undefined ? response.text() : textUpTo(response, mostBytes));
  return {
    kind: "answer",
    status,
    fromCollector: headers.get("earshot-protocol") === PROTOCOL_VERSION,
    epoch: headers.get("earshot-epoch"),
    retryAfterMs: readRetryAfter(headers.get("retry-after"), now),
    etag: headers.get("etag"),
    json: isJson ? parseJson(text) : undefined,
    type,
    ...(bytes && { bytes }),
  };
}

/** "" where it is longer: nothing that is too long is kept in memory. */
async function textUpTo({ body }: Response, mostBytes: number): Promise<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const chunk = await reader?.read();
    if (!chunk || chunk.done) return text + decoder.decode();
    bytes += chunk.value.byteLength;
    if (bytes > mostBytes) {
      await reader?.cancel();
      return "";
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

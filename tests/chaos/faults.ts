import { type ProblemSlug, problemType } from "@/lib/protocol/problem";
import type { Random } from "@/tests/support/random";
import { type Bag, createBag } from "./bag";

/** What goes wrong on the way, or at its end. Each has the name by which the table at the end counts it. */
export type Fault = { name: string; when?: When } & (
  | {
      how:
        /** Nothing of the request arrives. */
        | "refused"
        /** The first half of the request arrives, then the connection breaks. */
        | "cut request"
        /** It is stored; no answer ever comes. */
        | "silence"
        /** It is stored; in the middle of the answer the connection breaks. */
        | "cut answer"
        /** It is stored; of the answer the first half comes, as if it were the whole. */
        | "truncated answer"
        /** It is stored, twice. */
        | "twice"
        /** It is stored; the receipt lacks some of its lines. */
        | "partial receipt"
        /** Only the first of its events are stored; the receipt says nothing of the others. */
        | "part taken"
        /** Nothing is stored; the receipt says of each event that it may come again. */
        | "busy receipt"
        /** It is stored; the answer has lost the header that says whose it is. */
        | "no protocol header";
    }
  /** It is stored; something on the way answers in the collector's stead. */
  | { how: "lost answer"; status: number }
  /** Nothing is stored; something on the way answers in the collector's stead. */
  | { how: "stranger"; status: number; headers?: Record<string, string>; body?: string; retryAfter?: RetryAfter }
  /** Nothing is stored; the collector itself refuses the whole request. */
  | { how: "problem"; status: number; slug: ProblemSlug }
);

/**
 * Which requests a fault makes sense for: those with events, with several of them, with events that go by no thread,
 * those with a picture. A collector that refuses a single event or a picture for good, or says that a thread is gone,
 * has spoken, and the person decides: that would be no fault that heals.
 */
type When = "events" | "many" | "not a thread" | "picture";

/** What a request is about. */
export const WAYS = ["reports", "threads", "taking back", "pictures", "reading"] as const;
export type Way = (typeof WAYS)[number];

/** What the proxy sees of a request. */
export interface Seen {
  method: string;
  path: string;
  /** The events that it carries; none where it is another request. */
  events: readonly { id: string }[];
}
/** A header that asks for a second or two, in either of its forms. */
type RetryAfter = "seconds" | "date";

const PORTAL = "<!doctype html><title>Welcome</title><h1>Please sign in to this network</h1>";
const JSON_TYPE = { "content-type": "application/json" };
const HTML = { "content-type": "text/html" };

/** One of a proxy's error pages. */
const page = (status: number, retryAfter?: RetryAfter): Fault => ({
  how: "stranger",
  name: `status ${status}${retryAfter ? `, Retry-After in ${retryAfter}` : ""}`,
  status,
  headers: HTML,
  body: `<h1>${status}</h1>`,
  ...(retryAfter && { retryAfter }),
});

const refusal = (status: number, slug: ProblemSlug, when: When = "many"): Fault => ({
  how: "problem",
  name: `status ${status} by the collector itself`,
  when,
  status,
  slug,
});

/** How often each is among a hundred or so; every line of the outcome table (protocol, section 7) has its own. */
const FAULTS: readonly [times: number, fault: Fault][] = [
  [5, { how: "refused", name: "connection broken" }],
  [1, { how: "silence", name: "stored, never answered" }],
  [5, { how: "cut answer", name: "stored, answer cut off" }],
  [4, { how: "truncated answer", name: "stored, answer truncated", when: "events" }],
  [4, { how: "lost answer", name: "stored, answer lost (504)", status: 504 }],
  [3, { how: "lost answer", name: "stored, answer lost (502)", status: 502 }],
  [4, { how: "twice", name: "delivered twice" }],
  [4, { how: "partial receipt", name: "stored, partial receipt", when: "events" }],
  [4, { how: "part taken", name: "stored in part, partial receipt", when: "many" }],
  [4, { how: "busy receipt", name: "receipt says: retry", when: "events" }],
  [3, { how: "no protocol header", name: "stored, no protocol header" }],
  [4, { how: "stranger", name: "captive portal (200, HTML)", status: 200, headers: HTML, body: PORTAL }],
  [2, { how: "stranger", name: "200, JSON, no receipt", status: 200, headers: JSON_TYPE, body: "{}" }],
  [1, { how: "stranger", name: "204", status: 204 }],
  [3, { how: "stranger", name: "redirect", status: 302, headers: { location: "https://portal.test/" } }],
  [4, refusal(413, "batch-too-large")],
  [2, refusal(400, "bad-json")],
  [2, refusal(422, "invalid-event")],
  [1, refusal(410, "not-found", "not a thread")],
  [1, refusal(507, "store-unavailable", "picture")],
  [1, { how: "cut request", name: "picture cut off on its way", when: "picture" }],
  [2, page(429)],
  [2, page(429, "seconds")],
  [2, page(429, "date")],
  [2, page(503, "seconds")],
  [2, page(503, "date")],
  ...[400, 401, 403, 404, 405, 408, 410, 413, 415, 422, 425, 500, 502, 503, 504].map((status): [number, Fault] => [
    1,
    page(status),
  ]),
];

export const FAULT_NAMES: readonly string[] = FAULTS.map(([, { name }]) => name);

export function createFaults(random: Random): Bag<Fault> {
  return createBag(
    random,
    FAULTS.flatMap(([times, fault]) => Array.from({ length: times }, () => fault)),
  );
}

export function isPicture({ method, path }: Seen): boolean {
  return method === "PUT" && path.includes("/blobs/");
}

export function wayOf(seen: Seen): Way {
  if (isPicture(seen)) return "pictures";
  if (seen.method === "DELETE") return "taking back";
  if (seen.method === "GET") return "reading";
  return seen.path.startsWith("/v1/threads/") ? "threads" : "reports";
}

/** Whether it can happen to this request. */
export function fits({ when }: Fault, seen: Seen): boolean {
  const { path, events } = seen;
  switch (when) {
    case undefined:
      return true;
    case "events":
      return events.length > 0;
    case "many":
      return events.length > 1;
    case "not a thread":
      return events.length > 0 && !path.startsWith("/v1/threads/");
    case "picture":
      return isPicture(seen);
    default:
      return when satisfies never;
  }
}

/** The whole answer of a stranger, at this time; of a collector that refuses everything. */
export function answerOf(fault: Fault & { how: "stranger" | "problem" }, random: Random, now: number) {
  if (fault.how === "problem") {
    const problem = { type: problemType(fault.slug), title: "Not like this", status: fault.status };
    return {
      status: fault.status,
      headers: { "content-type": "application/problem+json" },
      body: JSON.stringify(problem),
    };
  }
  const { status, headers = {}, body = "", retryAfter } = fault;
  if (!retryAfter) return { status, headers, body };
  const seconds = random.int(0, 2);
  const value = retryAfter === "seconds" ? String(seconds) : new Date(now + seconds * 1000).toUTCString();
  return { status, headers: { ...headers, "retry-after": value }, body };
}

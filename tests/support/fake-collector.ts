import { canonicalJson } from "@/lib/protocol/canonical";
import { type EarshotEvent, parseEvent } from "@/lib/protocol/event";
import { type ActorKind } from "@/lib/protocol/documents";
import { problemType, type ProblemSlug } from "@/lib/protocol/problem";
import { fold, type StoredDoc, voiceTag } from "@/lib/reports/fold";
import { threadOf } from "@/lib/reports/thread";
import type { Voice } from "@/lib/reports/voice";

/** What may go wrong with a request, before or after the collector has stored it. */
export type Fault =
  | "network"
  | "500-before"
  | "504-after"
  | "truncated"
  | "partial"
  | "429"
  | "html-200"
  | "413"
  /** Nobody hears of it, and it arrives when `deliverLate` lets it. */
  | "late"
  | "last-busy";

export interface SeenRequest {
  method: string;
  path: string;
  headers: Headers;
  text: string;
}

const JSON_TYPE = { "content-type": "application/json" };

/** A collector in memory: the protocol's answers and the project's own fold, with faults on demand. */
export function createFakeCollector(now: () => number) {
  const events = new Map<string, { seq: string; text: string }>();
  const docs = new Map<string, { stored: StoredDoc; rev: number; replyHash: string }>();
  const voices = new Map<string, Voice>();
  const seen: SeenRequest[] = [];
  const blobs = new Map<string, Uint8Array>();
  /** Reports that were taken back, with the revision of their tombstone. */
  const erased = new Map<string, number>();
  const late: SeenRequest[] = [];
  const collector = {
    epoch: "11111111-1111-4111-8111-111111111111",
    head: 0,
    events,
    docs,
    erased,
    seen,
    /** Pictures that have come, by their sha256. */
    blobs,
    /** Ids in the order in which they were first stored, by report. */
    stored: new Map<string, string[]>(),
    gzip: false,
    batchEvents: 100,
    fault: (_request: SeenRequest): Fault | null => null,
    /** Answers a test wants instead, by path. */
    answer: null as ((request: SeenRequest) => Response | null | Promise<Response | null>) | null,
    /** Forgets everything, as a collector does that was set up anew from an empty backup. */
    restore() {
      for (const map of [events, docs, voices, blobs, erased, collector.stored]) map.clear();
      collector.epoch = crypto.randomUUID();
      collector.head = 0;
    },
    /** Gives the function that sets everything back to what it is now, under a new epoch: a backup and its restoring. */
    backUp() {
      const maps: Map<string, unknown>[] = [events, docs, voices, blobs, erased, collector.stored];
      const kept = structuredClone(maps.map((map) => [...map]));
      const { head: keptHead } = collector;
      return () => {
        maps.forEach((map, at) => {
          map.clear();
          for (const [key, value] of kept[at] ?? []) map.set(key, value);
        });
        collector.epoch = crypto.randomUUID();
        collector.head = keptHead;
      };
    },
    /** What was sent and lost from sight arrives at last. */
    deliverLate() {
      for (const request of late.splice(0)) route(request, new URL(request.path, "https://x"), null);
    },
    fetch: fetchFake,
  };
  return collector;

  async function fetchFake(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address);
    const headers = new Headers(init.headers);
    const isPicture = init.method === "PUT";
    const bytes = isPicture ? new Uint8Array(await new Response(init.body).arrayBuffer()) : null;
    const text = isPicture ? "" : await bodyText(init.body, headers);
    const request: SeenRequest = { method: init.method ?? "GET", path: url.pathname + url.search, headers, text };
    seen.push(request);
    const wanted = await collector.answer?.(request);
    if (wanted) return wanted;
    const fault = request.method === "GET" ? null : collector.fault(request);
    if (fault === "late" && !bytes) late.push(request);
    if (fault === "network" || fault === "late") throw new TypeError("Failed to fetch");
    if (fault === "500-before") return problem(500, "busy");
    if (fault === "429") return problem(429, "rate-limited", { "retry-after": "7" });
    if (fault === "413") return problem(413, "batch-too-large");
    if (fault === "html-200") return new Response("<h1>Sign in</h1>", { headers: { "content-type": "text/html" } });
    const answer = bytes ? takePicture(url, bytes) : route(request, url, fault);
    if (fault === "504-after") return problem(504, "busy");
    if (fault === "truncated") return new Response((await answer.text()).slice(0, -9), { headers: head(JSON_TYPE) });
    if (fault === "partial" && answer.status === 200) {
      const whole = (await answer.json()) as { results: unknown[] };
      return json({ ...whole, results: whole.results.slice(0, -1) });
    }
    return answer;
  }

  function route(request: SeenRequest, url: URL, fault: Fault | null): Response {
    const thread = /^\/v1\/threads\/([^/]+)(\/events)?$/.exec(url.pathname);
    const id = thread?.[1] ?? "";
    if (request.method === "DELETE") return erase(id);
    if (thread && erased.has(id)) return problem(410, "subject-erased");
    if (request.method === "POST") {
      const actor: ActorKind = request.headers.get("authorization")?.startsWith("Bearer rev") ? "reviewer" : "reporter";
      if (thread && !docs.has(id)) return problem(404, "not-found");
      return receipt(request.text, actor, fault);
    }
    if (url.pathname === "/v1/config") return json(config());
    if (url.pathname === "/v1/auth/session") {
      return json({ role: "reviewer", name: "Ines", scope: null, expiresAt: "2030-01-01T00:00:00.000Z" });
    }
    if (url.pathname === "/v1/changes") return changes(url);
    return thread ? threadAnswer(id, request) : problem(404, "not-found");
  }

  function erase(id: string): Response {
    if (erased.has(id)) return new Response(null, { status: 204, headers: head({}) });
    const doc = docs.get(id);
    if (!doc) return problem(404, "not-found");
    collector.head += 1;
    docs.delete(id);
    erased.set(id, collector.head);
    for (const key of voices.keys()) if (key.startsWith(id)) voices.delete(key);
    // The ids stay, without what could be compared: erased data cannot come back.
    for (const known of collector.stored.get(id) ?? [])
      events.set(known, { seq: events.get(known)?.seq ?? "0", text: "" });
    for (const { sha256 } of doc.stored.doc.attachments) blobs.delete(sha256);
    return new Response(null, { status: 204, headers: head({}) });
  }

  function receipt(text: string, actor: ActorKind, fault: Fault | null): Response {
    const batch = JSON.parse(text) as { id: string }[];
    const busy = fault === "last-busy" ? batch.pop() : undefined;
    const results: unknown[] = batch.map((raw) => one(raw, actor));
    if (busy) results.push({ id: busy.id, status: "retry", problem: problemBody("busy", 503) });
    const wantBlobs = batch.flatMap((raw) => wantedBy((raw as { subject?: string }).subject ?? ""));
    return json({ epoch: collector.epoch, head: String(collector.head), results, wantBlobs });
  }

  function wantedBy(subject: string): string[] {
    const named = docs.get(subject)?.stored.doc.attachments ?? [];
    return named.map(({ sha256 }) => sha256).filter((sha256) => !blobs.has(sha256));
  }

  function takePicture(url: URL, bytes: Uint8Array): Response {
    const sha256 = url.pathname.split("/").at(-1) ?? "";
    const isWanted = [...docs.keys()].some((subject) => wantedBy(subject).includes(sha256));
    if (!isWanted && !blobs.has(sha256)) return problem(404, "blob-not-wanted");
    const status = blobs.has(sha256) ? 200 : 201;
    blobs.set(sha256, bytes);
    return new Response("{}", { status, headers: head(JSON_TYPE) });
  }

  function one(raw: unknown, actor: ActorKind) {
    const parsed = parseEvent(raw);
    const id = (raw as { id: string }).id;
    if (!parsed.ok) return { id, status: "rejected", problem: problemBody("invalid-event", 400, parsed.detail) };
    const { event } = parsed;
    const known = events.get(id);
    if (known) {
      const same = known.text === "" || known.text === canonicalJson(raw);
      return same
        ? { id, status: "duplicate", seq: known.seq }
        : { id, status: "rejected", problem: problemBody("id-reused", 409) };
    }
    if (erased.has(event.subject)) return { id, status: "rejected", problem: problemBody("subject-erased", 409) };
    if (!apply(event, actor)) return { id, status: "retry", problem: problemBody("unknown-subject", 404) };
    events.set(id, { seq: String(collector.head), text: canonicalJson(raw) });
    collector.stored.set(event.subject, [...(collector.stored.get(event.subject) ?? []), id]);
    return { id, status: "accepted", seq: String(collector.head) };
  }

  function apply(event: EarshotEvent, actorKind: ActorKind): boolean {
    const before = docs.get(event.subject);
    const tag = voiceTag(before?.stored ?? null, event);
    const result = fold(before?.stored ?? null, event, {
      seq: String(collector.head + 1),
      actorKind,
      actor: actorKind === "reviewer" ? "Ines" : null,
      receivedAt: new Date(now()).toISOString(),
      voice: (tag && voices.get(`${event.subject} ${tag}`)) || null,
    });
    if (result.outcome === "unknown-subject" || !result.stored) return false;
    collector.head += 1;
    if (result.voice) voices.set(`${event.subject} ${result.voice.tag}`, result.voice);
    const replyHash =
      !("unknown" in event) && event.type === "org.earshot.report.created.v1" ? event.data.replyHash : "";
    docs.set(event.subject, { stored: result.stored, rev: collector.head, replyHash: before?.replyHash ?? replyHash });
    return true;
  }

  function threadAnswer(id: string, request: SeenRequest): Response {
    const doc = docs.get(id);
    if (!doc) return problem(404, "not-found");
    const etag = `"${doc.rev}"`;
    if (request.headers.get("if-none-match") === etag)
      return new Response(null, { status: 304, headers: head({ etag }) });
    const own = voices.get(`${id} ${doc.stored.ownTag}`) ?? null;
    return json(threadOf(doc.stored, String(doc.rev), own), { etag });
  }

  function changes(url: URL): Response {
    const [epoch, since] = (url.searchParams.get("since") ?? `${collector.epoch}.0`).split(".");
    if (epoch !== collector.epoch) return problem(410, "cursor-expired");
    const items = [...docs.values()]
      .filter((doc) => doc.rev > Number(since))
      .map(({ stored, rev }) => ({ id: stored.doc.id, rev: String(rev), doc: stored.doc }));
    const gone = [...erased].filter(([, rev]) => rev > Number(since));
    const tombstones = gone.map(([id, rev]) => ({ id, rev: String(rev), erased: true }));
    const next = `${collector.epoch}.${collector.head}`;
    return json({ epoch, next, more: false, items: [...items, ...tombstones] });
  }

  function config() {
    return {
      protocol: 1,
      minClient: "0.1.0",
      limits: {
        eventBytes: 32_768,
        batchBytes: 1_048_576,
        batchEvents: collector.batchEvents,
        blobBytes: 2_097_152,
        gzip: collector.gzip,
      },
      org: { id: "org-1", name: "Example Ltd" },
      features: [],
    };
  }

  function head(more: Record<string, string>): Record<string, string> {
    return { "earshot-protocol": "1", "earshot-epoch": collector.epoch, ...more };
  }

  function json(value: unknown, more: Record<string, string> = {}): Response {
    return new Response(JSON.stringify(value), { headers: head({ ...JSON_TYPE, ...more }) });
  }

  function problem(status: number, slug: ProblemSlug, more: Record<string, string> = {}): Response {
    const headers = head({ "content-type": "application/problem+json", ...more });
    return new Response(JSON.stringify(problemBody(slug, status)), { status, headers });
  }
}

function problemBody(slug: ProblemSlug, status: number, detail = "") {
  return { type: problemType(slug), title: slug, status, detail };
}

async function bodyText(body: BodyInit | null | undefined, headers: Headers): Promise<string> {
  if (body === null || body === undefined) return "";
  const blob = await new Response(body).blob();
  if (headers.get("content-encoding") !== "gzip") return blob.text();
  return new Response(blob.stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

import { setTimeout as sleep } from "node:timers/promises";
import type { z } from "zod";
import { collectorConfigSchema, type CollectorConfig } from "@/lib/protocol/collector-config";
import { changesPageSchema, threadDocSchema, type ReportDoc, type ThreadDoc } from "@/lib/protocol/documents";
import { problemSchema, slugOf } from "@/lib/protocol/problem";
import { receiptSchema, type Receipt } from "@/lib/protocol/receipt";
import { Broken, must } from "./clause";
import { makeReport, type CloudEvent, type Report } from "./make";

export interface Tokens {
  ingest: string;
  session: string | null;
}

export interface Asked {
  /** "ingest", "session", a report for its reply key, or a header as it is; nothing for no header. */
  as?: "ingest" | "session" | Report | { header: string };
  method?: string;
  headers?: Record<string, string>;
  body?: BodyInit;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** "404 not-found" for a problem document, else "404". */
  said: string;
}

export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/** A collector as a clause sees it. */
export interface World {
  hasSession: boolean;
  config: CollectorConfig;
  /** Reports that were filed, to be taken back in the end. */
  filed: Report[];
  ask(path: string, asked?: Asked): Promise<Answer>;
  post(path: string, events: unknown, asked?: Asked): Promise<Answer>;
  /** Sends a batch and takes nothing but a valid receipt for an answer. */
  send(events: readonly unknown[], as?: Asked["as"], path?: string): Promise<Receipt>;
  file(more?: object): Promise<Report>;
  fileAnonymously(more?: object): Promise<Report>;
  thread(report: Report): Promise<ThreadDoc>;
  /** The reviewer's document of one report, found in what has changed since the beginning of this run. */
  doc(id: string): Promise<ReportDoc>;
  /** All that has changed since a cursor, and the cursor after it. */
  changesSince(cursor: string | null): Promise<{ items: ChangedItem[]; next: string }>;
}

type ChangedItem = z.infer<typeof changesPageSchema>["items"][number];

export const BATCH = { "content-type": "application/cloudevents-batch+json" };

/** @throws Broken where nothing that could be tried answers there. */
export async function openWorld(endpoint: string, tokens: Tokens, fetch: Fetch): Promise<World> {
  const base = endpoint.replace(/\/$/, "");
  let start: string | null = null;
  const filed: Report[] = [];

  const ask: World["ask"] = async (path, { as, method, headers, body } = {}) => {
    const authorization = headerOf(as, tokens);
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(base + path, {
        method: method ?? (body === undefined ? "GET" : "POST"),
        headers: { ...(authorization && { authorization }), ...headers },
        redirect: "error",
        ...(body !== undefined && { body }),
      });
      const text = await response.text();
      if (response.status !== 429 || attempt === MOST_ATTEMPTS) {
        return { status: response.status, headers: response.headers, text, said: saidBy(response, text) };
      }
      // As any client does: it is asked to come again later.
      await sleep(1000 * Math.min(60, Number(response.headers.get("retry-after")) || 1));
    }
  };

  const post: World["post"] = (path, events, asked = {}) =>
    ask(path, { as: "ingest", headers: BATCH, body: JSON.stringify(events), ...asked });

  const send: World["send"] = async (events, as = "ingest", path = "/v1/events") =>
    receiptOf(await post(path, events, { as }));

  const file = async (report: Report, path: string) => {
    filed.push(report);
    const { results } = await send([report.event], "ingest", path);
    must(results[0]?.status === "accepted", `a report was not accepted: ${JSON.stringify(results)}`);
    return report;
  };

  const changesSince: World["changesSince"] = async (cursor) => {
    const items: ChangedItem[] = [];
    let next = cursor;
    for (;;) {
      const answer = await ask(`/v1/changes?limit=500${next === null ? "" : `&since=${encodeURIComponent(next)}`}`, {
        as: "session",
      });
      const page = jsonOf(answer, changesPageSchema, "the changes");
      items.push(...page.items);
      next = page.next;
      if (!page.more) return { items, next };
    }
  };

  const config = jsonOf(await ask("/v1/config", { as: "ingest" }), collectorConfigSchema, "/v1/config");
  if (tokens.session !== null) start = (await changesSince(null)).next;

  return {
    hasSession: tokens.session !== null,
    config,
    filed,
    ask,
    post,
    send,
    file: (more) => file(makeReport(more), "/v1/events"),
    fileAnonymously: (more) => file(makeReport(more, true), "/v1/anon/events"),
    thread: async (report) =>
      jsonOf(await ask(`/v1/threads/${report.id}`, { as: report }), threadDocSchema, "a thread"),
    async doc(id) {
      const { items } = await changesSince(start);
      const item = items.find((each) => each.id === id);
      if (item && "doc" in item) return item.doc;
      throw new Broken("a report is not among the changes");
    },
    changesSince,
  };
}

const MOST_ATTEMPTS = 6;

function headerOf(as: Asked["as"], tokens: Tokens): string | null {
  if (as === undefined) return null;
  if (as === "ingest") return `Bearer ${tokens.ingest}`;
  if (as === "session") return `Bearer ${tokens.session ?? ""}`;
  return "header" in as ? as.header : `Reply ${as.key}`;
}

function saidBy(response: Response, text: string): string {
  if (!response.headers.get("content-type")?.startsWith("application/problem+json")) return String(response.status);
  try {
    return `${response.status} ${slugOf(problemSchema.parse(JSON.parse(text))) ?? ""}`.trim();
  } catch {
    return `${response.status} with a problem that is none`;
  }
}

/** What a client takes for a receipt, and nothing else. */
export function receiptOf(answer: Answer): Receipt {
  must(answer.status === 200, `a batch was answered ${answer.said}`);
  must(answer.headers.get("earshot-protocol") === "1", "a receipt came without Earshot-Protocol: 1");
  return jsonOf(answer, receiptSchema, "a receipt");
}

export function jsonOf<T>({ status, said, headers, text }: Answer, schema: z.ZodType<T>, what: string): T {
  must(status === 200, `${what} was answered ${said}`);
  const media = headers.get("content-type");
  must(media?.split(";")[0] === "application/json", `${what} came as ${media}`);
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Broken(`${what} is not of its form: ${issue?.path.join("/") ?? ""} ${issue?.message ?? ""}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** "accepted", "rejected id-reused", …, in the order of the events; an id that is not named is "missing". */
export function outcomesOf(receipt: Receipt, events: readonly Pick<CloudEvent, "id">[]): string[] {
  return events.map(({ id }) => {
    const item = receipt.results.find((each) => each.id === id);
    return item ? [item.status, slugOf(item.problem)].filter(Boolean).join(" ") : "missing";
  });
}

import { createHash, randomBytes, randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import { expect, inject } from "vitest";
import type { EventData } from "@/lib/protocol/event";
import { receiptSchema, type Receipt } from "@/lib/protocol/receipt";
import { slugOf } from "@/lib/protocol/problem";
import { UNLIMITED_RATES } from "@/tests/support/unlimited-rates";
import { expectDescribed } from "./http/expect-described";
import { openBlobFiles, type BlobFiles } from "./blobs/blob-files";
import { createCollector, type Collector, type CollectorOptions } from "./create-collector";
import { settingsSchema, type Rates } from "./settings";
import type { Db } from "./store/db";
import { hashSecret } from "./tokens/secrets";

/** A collector for an organisation of its own, so that tests on one database do not see each other. */
export interface Desk {
  collector: Collector;
  org: string;
  /** Folder of its pictures. */
  blobs: string;
  files: BlobFiles;
  ingest: string;
  reviewer: string;
  admin: string;
  ask(path: string, options?: AskOptions): Promise<Response>;
  /** Sends events and expects a valid receipt. */
  send(token: string, path: string, events: readonly object[]): Promise<Receipt>;
}

/** Settings as a file would give them, without limits on rates unless they are named. */
export function testSettings(file: { rates?: Partial<Rates>; [name: string]: unknown } = {}) {
  return settingsSchema.parse({ ...file, rates: { ...UNLIMITED_RATES, ...file.rates } });
}

interface AskOptions {
  token?: string;
  method?: string;
  headers?: Record<string, string>;
  body?: BodyInit;
}

export async function openDesk(db: Db, options: Partial<CollectorOptions> = {}): Promise<Desk> {
  const org = options.org ?? `o${randomBytes(6).toString("hex")}`;
  // The suite closes its database itself.
  // Beside the databases of this run, which are deleted at its end.
  const folder = join(dirname(inject("pgliteTemplate")), "blobs");
  const ownDb = { ...db, close: () => Promise.resolve() };
  const files = options.blobs ?? openBlobFiles(folder, org);
  const collector = await createCollector({ settings: testSettings(), ...options, blobs: files, db: ownDb, org });
  const token = async (kind: "ingest" | "reviewer" | "admin", name: string) =>
    (await collector.tokens.create(kind, name, "test")).token;
  const ask: Desk["ask"] = async (path, { token: bearer, method: named, headers, body } = {}) => {
    const method = named ?? (body === undefined ? "GET" : "POST");
    const response = await collector.fetch(
      new Request(`http://collector.test${path}`, {
        method,
        headers: { ...(bearer && { authorization: authorization(bearer) }), ...headers },
        ...(body !== undefined && { body }),
      }),
    );
    await expectDescribed(collector.routes, { method, path }, response.clone());
    return response;
  };
  return {
    collector,
    org,
    blobs: join(folder, org),
    files,
    ingest: await token("ingest", "all"),
    reviewer: await token("reviewer", "Robin"),
    admin: await token("admin", "Alex"),
    ask,
    async send(bearer, path, events) {
      const headers = { "content-type": "application/cloudevents-batch+json" };
      const response = await ask(path, { token: bearer, headers, body: JSON.stringify(events) });
      expect(response.status).toBe(200);
      return receiptSchema.parse(await response.json());
    },
  };
}

/** A reply key is sent in a scheme of its own; it is recognised here by its mark. */
function authorization(token: string): string {
  return token.startsWith("reply:") ? `Reply ${token.slice("reply:".length)}` : `Bearer ${token}`;
}

export const HOUR = "2026-03-04T10:00:00.000Z";
export const NOW = "2026-03-04T10:20:30.456Z";

export interface Filed {
  id: string;
  /** For `Desk.ask` and `Desk.send`. */
  key: string;
  tag: string;
  event: Envelope;
}

type Envelope = ReturnType<typeof envelope>;

export function envelope(type: string, subject: string, data: object, more: Record<string, unknown> = {}) {
  return {
    specversion: "1.0",
    id: randomUUID() as string,
    source: "urn:earshot:install:0a4f7d0e-6c2c-4a5e-8f6f-3f6f0e1d2c3b",
    type: `org.earshot.${type}`,
    subject,
    time: NOW,
    data,
    ...more,
  };
}

export function anonymous(type: string, subject: string, data: object) {
  return envelope(type, subject, data, { source: "urn:earshot:anon", time: HOUR });
}

export function newTag(): string {
  return randomBytes(16).toString("base64url");
}

type CreatedData = EventData<"org.earshot.report.created.v1">;

export function newReport(more: Partial<CreatedData> = {}, identity: "claimed" | "anon" = "claimed"): Filed {
  const id = randomUUID();
  const key = randomBytes(32).toString("base64url");
  const tag = newTag();
  const data = {
    words: "The list takes ages",
    lang: "en",
    kind: "slow",
    context: { origin: "https://erp.example.com", path: "/orders/{id}" },
    replyHash: hashSecret(key),
    ownTag: tag,
    identity,
    ...(identity === "claimed" && { reporter: { name: "Kim" } }),
    ...more,
  };
  const make = identity === "anon" ? anonymous : envelope;
  return { id, key: `reply:${key}`, tag, event: make("report.created.v1", id, data) };
}

export async function fileReport(desk: Desk, more: Partial<CreatedData> = {}): Promise<Filed> {
  const report = newReport(more);
  const receipt = await desk.send(desk.ingest, "/v1/events", [report.event]);
  expect(receipt.results).toMatchObject([{ status: "accepted" }]);
  return report;
}

/** What the person's browser asks for; `key` may be anything. */
export function takeBack(desk: Desk, { id, key }: Pick<Filed, "id" | "key">): Promise<Response> {
  return desk.ask(`/v1/threads/${id}`, { method: "DELETE", token: key });
}

export interface Shot {
  bytes: Buffer<ArrayBuffer>;
  sha256: string;
  attachment: { sha256: string; size: number; type: "image/webp"; w: number; h: number };
}

/** Bytes that begin as a WebP file does. */
export function newShot(size = 400): Shot {
  const bytes = Buffer.concat([Buffer.from("RIFF\x10\x00\x00\x00WEBPVP8 ", "latin1"), randomBytes(size - 16)]);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { bytes, sha256, attachment: { sha256, size, type: "image/webp", w: 40, h: 30 } };
}

export function putShot(
  desk: Desk,
  { sha256, bytes }: Shot,
  more: { path?: string; token?: string; type?: string } = {},
): Promise<Response> {
  const { path = "/v1/blobs/", token = desk.ingest, type = "image/webp" } = more;
  return desk.ask(path + sha256, { method: "PUT", token, headers: { "content-type": type }, body: bytes });
}

/** "accepted", "rejected invalid-event", …, in the order of the events that were sent. */
export function outcomes(receipt: Receipt, events: readonly { id: string }[]): string[] {
  return events.map(({ id }) => {
    const item = receipt.results.find((result) => result.id === id);
    return item ? [item.status, slugOf(item.problem)].filter(Boolean).join(" ") : "missing";
  });
}

import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Context } from "hono";
import type { ServerLimits } from "../settings";
import { bodyOf } from "./incoming";
import { ProblemError } from "./problem";

const gunzipAsync = promisify(gunzip);

const MEDIA = new Set(["application/cloudevents-batch+json", "application/json"]);

/** The batch in a request's body. At most `batchBytes` are ever held of it, before and after it is unpacked. */
export async function readBatch(c: Context, limits: ServerLimits): Promise<unknown[]> {
  const media = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!MEDIA.has(media)) {
    const headers = { Accept: "application/cloudevents-batch+json" };
    throw new ProblemError(415, "unsupported-media-type", "Send application/cloudevents-batch+json", {}, headers);
  }
  const batch = await readJson(c, limits);
  if (!Array.isArray(batch)) throw new ProblemError(400, "not-an-array", "The body is not an array of events");
  if (batch.length > limits.batchEvents) {
    throw new ProblemError(413, "too-many-events", "Too many events in one batch", { limits: published(limits) });
  }
  return batch;
}

/** @throws ProblemError 400 `bad-json`, 413 `batch-too-large`, 415 `unsupported-content-encoding`. */
export async function readJson(c: Context, limits: ServerLimits): Promise<unknown> {
  const bytes = await readDecoded(c, limits);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new ProblemError(400, "bad-json", "The body is not JSON");
  }
}

async function readDecoded(c: Context, limits: ServerLimits): Promise<Buffer> {
  const coding = c.req.header("content-encoding")?.trim().toLowerCase() ?? "identity";
  const isPlain = coding === "identity" || coding === "";
  if (!isPlain && (coding !== "gzip" || !limits.gzip)) {
    const headers = { "Accept-Encoding": limits.gzip ? "gzip" : "identity" };
    throw new ProblemError(415, "unsupported-content-encoding", "This coding is not understood", {}, headers);
  }
  const raw = await readRaw(c, limits.batchBytes, () => tooLarge(limits));
  if (isPlain) return raw;
  try {
    // It stops as soon as it has unpacked more than this: 200 MB fit into 200 kB of gzip.
    return await gunzipAsync(raw, { maxOutputLength: limits.batchBytes });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(limits);
    throw new ProblemError(400, "bad-json", "The body is not gzip, as its header says");
  }
}

/** The body as it came; at most `maxBytes` of it are ever held. */
export async function readRaw(c: Context, maxBytes: number, problem: () => ProblemError): Promise<Buffer> {
  if (Number(c.req.header("content-length") ?? 0) > maxBytes) throw problem();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const parts = bodyOf(c)[Symbol.asyncIterator]();
  const next = () => parts.next().catch(cutOff);
  for (let part = await next(); !part.done; part = await next()) {
    size += part.value.byteLength;
    if (size > maxBytes) {
      await parts.return?.();
      throw problem();
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

/** The client has gone. Its own error looks like that of a database that has gone (ECONNRESET), and is none. */
function cutOff(): never {
  throw new ProblemError(400, "bad-json", "The body ended before its end");
}

function tooLarge(limits: ServerLimits): ProblemError {
  return new ProblemError(413, "batch-too-large", "Batch too large", { limits: published(limits) });
}

function published(limits: ServerLimits) {
  return { bytes: limits.batchBytes, events: limits.batchEvents };
}

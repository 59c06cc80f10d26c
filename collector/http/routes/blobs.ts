import { createHash } from "node:crypto";
import type { Context } from "hono";
import { z } from "zod";
import { DiskFull } from "@/collector/blobs/blob-files";
import { noteStored, readersOf, wantersOf, type Reader } from "@/collector/blobs/blob-rows";
import { MEDIA, mediaOf, type Media } from "@/collector/blobs/media";
import { sameHash } from "@/collector/tokens/secrets";
import { retriedTransaction } from "@/collector/store/retry";
import { isReplyHeader, requireCredential, requireReplyKey, requireSession } from "../authorize";
import { json, route } from "../methods";
import { AWAY, endpoint, UNAUTHORIZED } from "../operation";
import type { Parts, Routes } from "../parts";
import { forbidden, notFound, ProblemError } from "../problem";
import { readRaw } from "../read-body";
import { anonymousSender } from "./events";

/** Pictures: they come after their report, by themselves, and only where it names them. */
export const blobRoutes: Routes = (router, parts) => {
  const params = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });
  const put = {
    params,
    body: { media: MEDIA, schema: null },
    answers: {
      201: { means: "it is safe", schema: z.object({}) },
      200: { means: "it was here already", schema: z.object({}) },
    },
  };
  const problems = {
    ...UNAUTHORIZED,
    400: ["bad-json"],
    404: ["blob-not-wanted", "not-found"],
    413: ["too-large"],
    415: ["unsupported-media-type", "unsupported-content-encoding"],
    422: ["digest-mismatch"],
    507: ["store-unavailable"],
    ...AWAY,
  } as const;

  route(router, "/v1/blobs/:sha256", {
    PUT: endpoint(
      {
        summary: "Take in a picture that a report names",
        callers: ["ingest"],
        ...put,
        problems: { ...problems, 403: ["forbidden"] },
      },
      async (c, input) => {
        const { kind } = await requireCredential(c, parts);
        if (kind !== "ingest") throw forbidden("Pictures come with the ingest token");
        return take(c, parts, input.params().sha256);
      },
    ),
    GET: endpoint(
      {
        summary: "A picture, for a reviewer in whose scope it is, or for the person who filed its report",
        callers: ["session", "reply"],
        params,
        answers: {
          200: {
            means: "the picture itself",
            media: MEDIA,
            headers: ["Content-Security-Policy", "Content-Disposition"],
          },
        },
        problems: { ...UNAUTHORIZED, 403: ["forbidden"], 404: ["not-found"], ...AWAY },
      },
      (c, input) => give(c, parts, () => input.params().sha256),
    ),
  });
  route(router, "/v1/anon/blobs/:sha256", {
    PUT: endpoint(
      {
        summary: "Take in a picture of a report without a name",
        callers: ["ingest"],
        ...put,
        problems: { ...problems, 400: ["bad-json", "forbidden"] },
      },
      async (c, input) => {
        await anonymousSender(c, parts);
        return take(c, parts, input.params().sha256);
      },
    ),
  });
};

async function take(c: Context, parts: Parts, sha256: string): Promise<Response> {
  const { db, org, blobs, now } = parts;
  const wanters = await wantersOf(db, org.id, sha256);
  if (wanters.length === 0) throw notWanted();
  const media = mediaOfHeader(c);
  if (wanters.every((wanter) => wanter.stored) && (await blobs.has(sha256))) return json({}, {}, 200);
  const bytes = await readPicture(c, parts);
  if (createHash("sha256").update(bytes).digest("hex") !== sha256) {
    throw new ProblemError(422, "digest-mismatch", "These are not the bytes that the address names");
  }
  if (mediaOf(bytes) !== media) {
    throw new ProblemError(415, "unsupported-media-type", "The bytes are not of the type that the header names");
  }
  if (!wanters.some((wanter) => wanter.media === media && wanter.size === bytes.byteLength)) {
    throw new ProblemError(422, "digest-mismatch", "The report names another size or type for this picture");
  }
  // The file first: a row must never say "stored" of bytes that a crash has taken.
  await write(parts, sha256, bytes);
  const noted = await retriedTransaction(parts, (tx) => noteStored(tx, org.id, blobs, sha256, now().toISOString()));
  if (!noted) throw notWanted();
  parts.metrics.blobBytes.inc(bytes.byteLength);
  return json({}, {}, 201);
}

function notWanted(): ProblemError {
  return new ProblemError(404, "blob-not-wanted", "No report here names this picture");
}

async function write({ blobs, log }: Parts, sha256: string, bytes: Uint8Array): Promise<void> {
  try {
    await blobs.write(sha256, bytes);
  } catch (error) {
    if (!(error instanceof DiskFull)) throw error;
    log.error("there is no room for pictures");
    throw new ProblemError(507, "store-unavailable", "There is no room for pictures", {}, { "Retry-After": "3600" });
  }
}

function mediaOfHeader(c: Context): Media {
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  const media = MEDIA.find((each) => each === type);
  if (!media) {
    throw new ProblemError(415, "unsupported-media-type", "Send a picture", {}, { Accept: MEDIA.join(", ") });
  }
  const coding = c.req.header("content-encoding")?.trim().toLowerCase() ?? "identity";
  if (coding !== "identity") {
    const headers = { "Accept-Encoding": "identity" };
    throw new ProblemError(415, "unsupported-content-encoding", "A picture is compressed already", {}, headers);
  }
  return media;
}

function readPicture(c: Context, { settings: { limits } }: Parts): Promise<Buffer> {
  const tooLarge = () =>
    new ProblemError(413, "too-large", "The picture is too large", { limits: { bytes: limits.blobBytes } });
  return readRaw(c, limits.blobBytes, tooLarge);
}

/** To a reviewer in whose scope one of its reports is, or to the person who filed one: else as if it were not there. */
async function give(c: Context, parts: Parts, asked: () => string): Promise<Response> {
  const { mayRead, note } = await readerOf(c, parts);
  const sha256 = asked();
  const readers = await readersOf(parts.db, parts.org.id, sha256);
  const reader = readers.find(mayRead);
  const bytes = reader ? await parts.blobs.read(sha256) : null;
  if (!reader || !bytes) throw notFound();
  await note(reader);
  return new Response(bytes, {
    headers: {
      "Content-Type": reader.media,
      // Opened by itself it is still only a picture that runs and loads nothing, whatever is in it.
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Content-Disposition": "attachment",
      "Cache-Control": "private",
    },
  });
}

interface Asking {
  mayRead: (reader: Reader) => boolean;
  /** Writes down that the picture was read, where somebody else's name is on its report. */
  note: (reader: Reader) => Promise<void>;
}

async function readerOf(c: Context, parts: Parts): Promise<Asking> {
  if (isReplyHeader(c)) {
    const hash = await requireReplyKey(c, parts);
    const mayRead = ({ replyHash }: Reader) => replyHash !== null && sameHash(hash, replyHash);
    return { mayRead, note: () => Promise.resolve() };
  }
  const { id: session, name: actor, scope } = await requireSession(c, parts);
  return {
    mayRead: ({ origin }) => scope === null || scope.includes(origin),
    note: async ({ named }) => {
      if (named === null) return;
      await parts.audit.note([{ actor, action: "picture.read", target: named, detail: { session } }]);
    },
  };
}

import type { EarshotDatabase } from "@/lib/database/open";
import type { BlobRow, OutboxRow } from "@/lib/database/rows";
import { bytesSha256Hex, fromBase64, toBase64 } from "@/lib/platform/digest";
import { LIMITS } from "@/lib/protocol/limits";

/** A picture as the form hands it over. */
export interface NewPicture {
  base64: string;
  type: "image/webp";
  w: number;
  h: number;
}

/** A picture that may be stored: its bytes are what they say they are. */
export interface ReadPicture {
  bytes: Uint8Array<ArrayBuffer>;
  sha256: string;
  type: "image/webp";
  w: number;
  h: number;
}

export type PictureRefusal = "picture-broken" | "picture-large";

/** All pictures that wait: a browser's disk is not ours to fill. */
const WAITING_BYTES = 64 * 1024 * 1024;

/** Decodes and checks a picture; a text of a megabyte that is no picture must not reach the collector as one. */
export async function readPicture(picture: NewPicture): Promise<ReadPicture | PictureRefusal> {
  // 4 characters are 3 bytes: what is far too long is not even decoded.
  if (picture.base64.length > (LIMITS.blobBytes * 4) / 3 + 4) return "picture-large";
  const bytes = fromBase64(picture.base64);
  if (bytes === null || !isWebp(bytes)) return "picture-broken";
  if (bytes.byteLength > LIMITS.blobBytes) return "picture-large";
  const { type, w, h } = picture;
  return { bytes, sha256: await bytesSha256Hex(bytes), type, w, h };
}

/** "RIFF", a length, "WEBP". */
function isWebp(bytes: Uint8Array): boolean {
  const text = String.fromCharCode(...bytes.subarray(0, 12));
  return text.startsWith("RIFF") && text.endsWith("WEBP");
}

/** Whether a picture of so many bytes fits beside those that wait already. */
export async function hasRoom(db: EarshotDatabase, bytes: number): Promise<boolean> {
  const waiting = await db.blobs.where("state").anyOf("queued", "wanted", "leased").toArray();
  return waiting.reduce((sum, row) => sum + row.size, bytes) <= WAITING_BYTES;
}

/** The picture of a report that was never received, for the report that takes its place; null where there is none. */
export async function pictureOf(db: EarshotDatabase, subject: string): Promise<NewPicture | null> {
  const row = await db.blobs.where("subject").equals(subject).first();
  const stored = row && (await db.blobBytes.get([subject, row.sha256]));
  if (!stored || row.type !== "image/webp") return null;
  return { base64: toBase64(new Uint8Array(stored.bytes)), type: row.type, w: row.w, h: row.h };
}

/** As the event names it. */
export function attachmentOf({ sha256, bytes, type, w, h }: ReadPicture) {
  return { sha256, size: bytes.byteLength, type, w, h };
}

/** The row of a picture that goes with this report. */
export function blobOf(picture: ReadPicture, { subject, collector, route, createdAt }: OutboxRow): BlobRow {
  return {
    ...attachmentOf(picture),
    subject,
    collector,
    route: route === "anon" ? "anon" : "ingest",
    state: "queued",
    createdAt,
    nextAt: createdAt,
    nextSetAt: createdAt,
    attempt: 0,
    owner: null,
    leaseUntil: 0,
    problem: null,
  };
}

/** Inside a transaction over `blobs` and `blobBytes`. */
export async function keepPicture(db: EarshotDatabase, row: BlobRow, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await db.blobs.add(row);
  await db.blobBytes.add({ subject: row.subject, sha256: row.sha256, bytes: bytes.buffer });
}

/** The bytes go, what is known of them stays. Inside a transaction over `blobs` and `blobBytes`. */
export async function endPictures(db: EarshotDatabase, subject: string): Promise<void> {
  const rows = await db.blobs.where("subject").equals(subject).toArray();
  await db.blobs.bulkPut(rows.map((row) => ({ ...row, state: "dead", owner: null })));
  await db.blobBytes.bulkDelete(rows.map((row) => [row.subject, row.sha256]));
}

/** Inside a transaction over `blobs` and `blobBytes`. */
export async function forgetPictures(db: EarshotDatabase, subject: string): Promise<void> {
  const keys = await db.blobs.where("subject").equals(subject).primaryKeys();
  await db.blobBytes.bulkDelete(keys);
  await db.blobs.bulkDelete(keys);
}

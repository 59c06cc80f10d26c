import { createHash } from "node:crypto";

/**
 * A place in the feed, opaque to clients: `epoch.seq`, with `.b<head>` while a bootstrap runs (the head at its
 * start) and `.s<scope>` for somebody who sees only some origins, so that a changed scope starts anew.
 */
export interface Cursor {
  epoch: string;
  seq: bigint;
  bootstrapHead: bigint | null;
  /** `scopeMark` of the origins; "" for all. */
  scope: string;
}

const FORM = /^([0-9a-f-]{36})\.(\d{1,18})(?:\.b(\d{1,18}))?(?:\.s([0-9a-f]{12}))?$/;

export function formatCursor(cursor: Cursor): string {
  const bootstrap = cursor.bootstrapHead === null ? "" : `.b${cursor.bootstrapHead}`;
  return `${cursor.epoch}.${cursor.seq}${bootstrap}${cursor.scope && `.s${cursor.scope}`}`;
}

export function parseCursor(text: string): Cursor | null {
  const match = FORM.exec(text);
  if (!match?.[1] || !match[2]) return null;
  return {
    epoch: match[1],
    seq: BigInt(match[2]),
    bootstrapHead: match[3] === undefined ? null : BigInt(match[3]),
    scope: match[4] ?? "",
  };
}

/** A short name for a set of origins; null means all of them. */
export function scopeMark(origins: readonly string[] | null): string {
  if (origins === null) return "";
  return createHash("sha256")
    .update(JSON.stringify([...origins].sort()))
    .digest("hex")
    .slice(0, 12);
}

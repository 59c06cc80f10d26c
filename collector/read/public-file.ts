import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

/** A file for everybody as it goes out, and the same in gzip; each has an entity tag of its own. */
export interface PublicFile {
  plain: Entity;
  gzip: Entity;
}

interface Entity {
  bytes: Uint8Array<ArrayBuffer>;
  /** Strong, in quotes. */
  etag: string;
}

export function makeFile(content: object): PublicFile {
  const bytes = new Uint8Array(Buffer.from(JSON.stringify(content)));
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
  return {
    plain: { bytes, etag: `"${hash}"` },
    gzip: { bytes: new Uint8Array(gzipSync(bytes)), etag: `"${hash}-gzip"` },
  };
}

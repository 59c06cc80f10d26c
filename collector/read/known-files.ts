import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { type BucketFile, packBucketFile } from "@/lib/protocol/bucket-file";
import { bucketOf, type KnownAnnoyance } from "@/lib/protocol/summary";
import type { Db } from "../store/db";
import { readFeed } from "../store/org";
import { fitFile, readKnown } from "./known";

/** A file as it goes out, and the same in gzip; each has an entity tag of its own. */
export interface KnownFile {
  plain: Entity;
  gzip: Entity;
}

interface Entity {
  bytes: Uint8Array<ArrayBuffer>;
  /** Strong, in quotes. */
  etag: string;
}

export interface KnownFiles {
  /** The file of a bucket; null where no bucket has this name. `epoch` is the feed's. */
  read(bucket: string): Promise<{ epoch: string; file: KnownFile | null }>;
}

interface Made {
  key: string;
  items: Promise<ReadonlyMap<string, KnownAnnoyance[]>>;
  files: Map<string, KnownFile>;
}

export interface KnownFilesDeps {
  db: Db;
  org: string;
  /** How many bits of an origin's hash name its file. */
  bits: number;
}

/**
 * The files that every employee's browser loads. They are made anew only after the feed has moved, once for all who
 * ask meanwhile: without a CDN in front each request would else read all that is published.
 */
export function createKnownFiles({ db, org, bits }: KnownFilesDeps): KnownFiles {
  let made: Made | null = null;

  return {
    async read(bucket) {
      const { epoch, head } = await readFeed(db, org);
      if (!isBucket(bucket, bits)) return { epoch, file: null };
      const key = `${epoch}.${head}`;
      if (made?.key !== key) made = { key, items: readBuckets(db, org, bits), files: new Map() };
      const current = made;
      try {
        const items = (await current.items).get(bucket) ?? [];
        const file = current.files.get(bucket) ?? makeFile({ v: 1, bits, items });
        current.files.set(bucket, file);
        return { epoch, file };
      } catch (error) {
        // The next one asks the database again.
        if (made === current) made = null;
        throw error;
      }
    },
  };
}

async function readBuckets(db: Db, org: string, bits: number): Promise<ReadonlyMap<string, KnownAnnoyance[]>> {
  const buckets = new Map<string, KnownAnnoyance[]>();
  for (const item of await readKnown(db, org)) {
    const bucket = bucketOf(item.originHash, bits);
    buckets.set(bucket, [...(buckets.get(bucket) ?? []), item]);
  }
  return new Map([...buckets].map(([bucket, items]) => [bucket, fitFile(items)]));
}

function isBucket(name: string, bits: number): boolean {
  if (bits === 0) return name === "all";
  return name.length === Math.ceil(bits / 4) && /^[0-9a-f]+$/.test(name) && Number.parseInt(name, 16) < 2 ** bits;
}

function makeFile(file: BucketFile): KnownFile {
  const bytes = new Uint8Array(Buffer.from(JSON.stringify(packBucketFile(file))));
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
  return {
    plain: { bytes, etag: `"${hash}"` },
    gzip: { bytes: new Uint8Array(gzipSync(bytes)), etag: `"${hash}-gzip"` },
  };
}

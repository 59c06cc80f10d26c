import { type BucketFile, packBucketFile } from "@/lib/protocol/bucket-file";
import { bucketOf, type KnownAnnoyance } from "@/lib/protocol/summary";
import type { Db } from "../store/db";
import { readFeed } from "../store/org";
import { fitFile, readKnown } from "./known";
import { makeFile, type PublicFile } from "./public-file";

export interface KnownFiles {
  /** The file of a bucket; null where no bucket has this name. `epoch` is the feed's. */
  read(bucket: string): Promise<{ epoch: string; file: PublicFile | null }>;
}

interface Made {
  key: string;
  items: Promise<ReadonlyMap<string, KnownAnnoyance[]>>;
  files: Map<string, PublicFile>;
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
        const content: BucketFile = { v: 1, bits, items };
        const file = current.files.get(bucket) ?? makeFile(packBucketFile(content));
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

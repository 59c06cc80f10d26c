import { readKv, writeKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import { base64url, fromBase64url, hmacSha256 } from "@/lib/platform/digest";
import type { Ids } from "@/lib/platform/ids";
import type { Random } from "@/lib/platform/random";

export interface Install {
  id: string;
  /** base64url of 32 bytes. */
  secret: string;
}

/** This browser profile's id and secret, made at the first call. */
export async function readInstall(db: EarshotDatabase, ids: Ids, random: Random): Promise<Install> {
  // Looked for first: a transaction that may write costs a write to the disk, whatever it does.
  const made = await readKv(db, "install");
  if (made) return made;
  const fresh: Install = { id: ids.random(), secret: base64url(random.bytes(32)) };
  return db.transaction("rw", db.kv, async () => {
    const known = await readKv(db, "install");
    if (known) return known;
    await writeKv(db, "install", fresh);
    return fresh;
  });
}

/**
 * The person's tag in one report: the same each time, so that one install is one voice there, and of no use to tell
 * that two reports have the same person behind them. 22 characters: the first 16 bytes of an HMAC, base64url.
 */
export function tagFor(install: Install, reportId: string): string {
  const mac = hmacSha256(fromBase64url(install.secret), `metoo:${reportId}`);
  return base64url(mac.slice(0, 16));
}

import { createHash, timingSafeEqual } from "node:crypto";

/** sha256 of a secret, in hex: all that is stored of it. Secrets are 32 random bytes, so no salt is needed. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Compares two hashes in hex without telling by its time where they differ. */
export function sameHash(a: string, b: string): boolean {
  const left = Buffer.from(a, "hex");
  const right = Buffer.from(b, "hex");
  return left.length === right.length && timingSafeEqual(left, right);
}

export type RandomBytes = (size: number) => Buffer;

/**
 * 32 random bytes as base64url: a session token, or the secret half of an ingest token. One that begins with a hyphen
 * is passed over: on a command line it would be taken for an option.
 */
export function newSecret(random: RandomBytes): string {
  for (;;) {
    const secret = random(32).toString("base64url");
    if (!secret.startsWith("-")) return secret;
  }
}

const INGEST = /^it_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;

export function newIngestToken(random: RandomBytes): { id: string; secret: string; token: string } {
  const id = random(6).toString("hex");
  const secret = newSecret(random);
  return { id, secret, token: `it_${id}_${secret}` };
}

export function parseIngestToken(token: string): { id: string; secret: string } | null {
  const match = INGEST.exec(token);
  return match?.[1] && match[2] ? { id: match[1], secret: match[2] } : null;
}

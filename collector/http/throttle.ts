import type { Context } from "hono";
import type { Credential } from "../tokens/credentials";
import { incomingOf } from "./incoming";
import type { Parts } from "./parts";
import { ProblemError } from "./problem";
import type { RatePool } from "./rate-limits";

/** @throws ProblemError 429 `rate-limited` with `Retry-After`, where this pool has nothing left for `key`. */
async function throttle(parts: Parts, pool: RatePool, key: string): Promise<void> {
  const seconds = await parts.rates.take(pool, key);
  if (seconds === null) return;
  parts.metrics.rateLimited.inc({ pool });
  throw new ProblemError(429, "rate-limited", "Too many requests", {}, { "Retry-After": String(seconds) });
}

/** Whoever has no good token is counted by address alone, and never against those who have one. */
export async function throttleCredential(c: Context, credential: Credential, parts: Parts): Promise<void> {
  const address = addressOf(c, parts.settings.trustedProxies);
  switch (credential.kind) {
    case "none":
      return throttle(parts, "address", address);
    case "ingest":
      await throttle(parts, "address", `${credential.id} ${address}`);
      break;
    case "session":
      await throttle(parts, "session", credential.id);
      break;
    default:
      credential satisfies never;
  }
  await throttle(parts, "org", "");
}

/** A reply key says nothing of who has it: all threads share one pool. */
export async function throttleThread(c: Context, parts: Parts): Promise<void> {
  await throttle(parts, "address", `thread ${addressOf(c, parts.settings.trustedProxies)}`);
  await throttleAnonymous(parts);
  await throttle(parts, "org", "");
}

/** What everybody may read has no credential: it is counted by address. */
export async function throttlePublic(c: Context, parts: Parts): Promise<void> {
  await throttle(parts, "address", `public ${addressOf(c, parts.settings.trustedProxies)}`);
  await throttle(parts, "org", "");
}

export function throttleAnonymous(parts: Parts): Promise<void> {
  return throttle(parts, "anonymous", "");
}

const INSTALL = /^urn:earshot:install:/;

/** Each browser that the events of a batch name, once. */
export async function throttleInstalls(batch: readonly unknown[], parts: Parts): Promise<void> {
  const sources = batch.map((raw) => (typeof raw === "object" && raw !== null && "source" in raw ? raw.source : null));
  for (const source of new Set(sources)) {
    if (typeof source === "string" && INSTALL.test(source)) await throttle(parts, "install", source.slice(0, 100));
  }
}

/**
 * Where a request came from: of the connection, or what the outermost of our own proxies saw. Entries of
 * `X-Forwarded-For` further to the left are anybody's word. Only ever a key for counting; never kept, never logged.
 */
function addressOf(c: Context, trustedProxies: number): string {
  const forwarded = c.req.header("x-forwarded-for")?.split(",") ?? [];
  const seen = trustedProxies > 0 ? forwarded.at(-trustedProxies)?.trim() : undefined;
  return seen || (incomingOf(c)?.socket.remoteAddress ?? "");
}

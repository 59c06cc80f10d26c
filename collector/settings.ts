import { readFileSync } from "node:fs";
import { z } from "zod";
import { LIMITS } from "@/lib/protocol/limits";
import { signInSchema } from "./sign-in/sign-in-settings";
import { StartError } from "./start-error";

const count = (standard: number, least: number, most: number) => z.int().min(least).max(most).default(standard);
/** null takes the limit away. */
const rate = (standard: number) => z.int().min(1).max(1_000_000).nullable().default(standard);

/** What the collector takes in, published by `/v1/config`. Sizes in bytes of decoded JSON. */
const limitsSchema = z.strictObject({
  eventBytes: count(LIMITS.eventBytes, 4096, 64 * 1024),
  /** The data of an event whose type is not known here, which nobody has looked at. */
  unknownBytes: count(8 * 1024, 1024, 64 * 1024),
  /** Three times as much is held of a request while it is read: bounds memory. */
  batchBytes: count(LIMITS.batchBytes, 64 * 1024, 16 * 1024 * 1024),
  batchEvents: count(LIMITS.batchEvents, 1, 1000),
  blobBytes: count(LIMITS.blobBytes, 64 * 1024, LIMITS.blobBytes),
  gzip: z.boolean().default(true),
});

/** How many requests a minute or a second are answered before 429. Each process counts for itself. */
const ratesSchema = z.strictObject({
  /** Requests with events, by the browser that their source names. */
  installPerMinute: rate(120),
  sessionPerMinute: rate(1200),
  /** By ingest token and client address together; by address alone where there is no good token. */
  addressPerMinute: rate(600),
  /** All of an organisation's requests together. */
  orgPerSecond: rate(200),
  /** All anonymous requests and all threads together: nothing may tell one of them from another. */
  anonymousPerSecond: rate(20),
});

/** How long something is kept. A report counts from its last change, once it is closed. */
const retentionSchema = z.strictObject({
  reportsMonths: count(24, 1, 1200),
  imagesDays: count(180, 1, 36_500),
  auditMonths: count(24, 1, 1200),
  /** The trace that a report was erased. A reviewer's copy that was not refreshed for longer starts anew. */
  tombstonesDays: count(180, 14, 36_500),
});

const nightSchema = z.strictObject({
  /** When the nightly work begins, in the local time of the collector. */
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default("03:00"),
  /** Nightly copies of the embedded database are kept so long; 0 makes none. */
  copiesDays: count(7, 0, 35),
});

/** The settings file. Everything has a default; what is not known is refused, since it may be a slip of the pen. */
export const settingsSchema = z.strictObject({
  limits: limitsSchema.prefault({}),
  rates: ratesSchema.prefault({}),
  retention: retentionSchema.prefault({}),
  night: nightSchema.prefault({}),
  /** With more reports the embedded database is not started: it has one process, and no disk that it can trust. */
  embeddedReports: count(250_000, 1, 100_000_000),
  /** How many proxies of ours are in front: so many entries from the right of `X-Forwarded-For` are believed. */
  trustedProxies: count(0, 0, 5),
  /** Known annoyances are split into two to the power of this many files, by their sites: for very many of them. */
  bucketBits: count(0, 0, 16),
  /** All poll intervals of clients are multiplied by it. */
  pollScale: z.number().min(1).max(10).default(1),
  privacyText: z.string().max(4000).nullable().default(null),
  signIn: signInSchema.nullable().default(null),
});

export type Settings = z.infer<typeof settingsSchema>;
export type ServerLimits = Settings["limits"];
export type Rates = Settings["rates"];

export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});

/** @throws StartError where the file cannot be read, or says something that is not understood. */
export function readSettings(path: string | null): Settings {
  if (path === null) return DEFAULT_SETTINGS;
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new StartError(`The settings file ${path} cannot be read, or is not JSON.`, { cause: error });
  }
  const parsed = settingsSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const at = issue?.path.join(".") || "it";
  throw new StartError(`The settings file ${path} is not understood: ${at}: ${issue?.message ?? "not valid"}.`);
}

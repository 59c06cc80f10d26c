import { z } from "zod";

/** `GET /v1/config`: what a collector tells its clients about itself. Sizes in bytes. */
export const collectorConfigSchema = z.object({
  protocol: z.literal(1),
  minClient: z.string(),
  limits: z.object({
    eventBytes: z.number().int().positive(),
    batchBytes: z.number().int().positive(),
    batchEvents: z.number().int().positive(),
    blobBytes: z.number().int().positive(),
    gzip: z.boolean(),
  }),
  org: z.object({
    id: z.string().min(1).max(80),
    name: z.string().max(200),
    /** All that is in it was made up: every screen says so. */
    sample: z.literal(true).optional(),
  }),
  features: z.array(z.string()),
  publicToken: z.string().optional(),
  bucketBits: z.number().int().min(0).max(16).default(0),
  /** All poll intervals are multiplied by it. */
  pollScale: z.number().min(1).max(10).default(1),
  reofferSpreadSec: z.number().nonnegative().default(1800),
  retention: z.object({ reportsMonths: z.number(), imagesDays: z.number() }).optional(),
  privacyText: z.string().max(4000).optional(),
});
export type CollectorConfig = z.infer<typeof collectorConfigSchema>;

/** `GET /v1/auth/session`: who a session token belongs to. `name` is shown on answers. */
export const sessionInfoSchema = z.object({
  role: z.enum(["reviewer", "admin"]),
  name: z.string().min(1).max(120),
  scope: z.array(z.string()).nullable(),
  expiresAt: z.iso.datetime(),
});
export type SessionInfo = z.infer<typeof sessionInfoSchema>;

/** `POST /v1/auth/token`: the session of somebody who has just signed in. */
export const signedInSchema = sessionInfoSchema.extend({
  token: z.string().regex(/^[A-Za-z0-9_-]{20,200}$/),
  /** The same at each sign-in of the same person, and of nobody else; it says no more of them. */
  person: z.string().min(1).max(64),
});
export type SignedIn = z.infer<typeof signedInSchema>;

/**
 * What a client keeps of it while its browser runs; `expiresAt` in milliseconds since the epoch, by its own clock. Here
 * since it is read again from where anything may have been written.
 */
export const heldSessionSchema = signedInSchema
  .pick({ token: true, person: true })
  .extend({ endpoint: z.string(), expiresAt: z.number() });
export type HeldSession = z.infer<typeof heldSessionSchema>;

/** The same answer for anybody: also for a role that is none of these. */
export const anyRoleSchema = z.object({ role: z.string(), name: z.string() });

import { z } from "zod";
import type { Db } from "../store/db";
import { hashSecret } from "../tokens/secrets";

/**
 * Sign-ins under way, and one-time codes. In the database: the next request of the same sign-in may come to another
 * process. Each is found by the hash of a secret that only the browser has, and is gone once it was found.
 */
const pendingSchema = z.object({
  kind: z.literal("pending"),
  redirectUri: z.string(),
  /** The extension's own, handed back to it as it came. */
  state: z.string(),
  challenge: z.string(),
  checks: z.object({ state: z.string(), nonce: z.string(), verifier: z.string() }),
});
export type Pending = z.infer<typeof pendingSchema>;

const codeSchema = z.object({
  kind: z.literal("code"),
  challenge: z.string(),
  sub: z.string(),
  name: z.string(),
  role: z.enum(["reviewer", "admin"]),
  scope: z.array(z.string()).nullable(),
});
type CodeFor = z.infer<typeof codeSchema>;

/** For a person who looks for their second factor. */
const PENDING_MS = 10 * 60_000;
/** The extension asks at once. */
const CODE_MS = 60_000;

export interface Logins {
  keepPending(secret: string, login: Pending): Promise<void>;
  keepCode(secret: string, login: CodeFor): Promise<void>;
  /** null where there is none (any more), or its time is over. */
  takePending(secret: string): Promise<Pending | null>;
  takeCode(secret: string): Promise<CodeFor | null>;
}

export interface LoginsDeps {
  db: Db;
  org: string;
  now: () => Date;
}

export function createLogins({ db, org, now }: LoginsDeps): Logins {
  async function keep(secret: string, payload: Pending | CodeFor, forMs: number): Promise<void> {
    await db.query(
      "insert into login (state_hash, org, payload, expires_at) values (decode($1,'hex'), $2, $3::jsonb, $4)",
      [hashSecret(secret), org, JSON.stringify(payload), new Date(now().getTime() + forMs).toISOString()],
    );
  }

  /** Deletes it as it reads it: of two who ask with the same secret, at the same moment, one gets it. */
  async function take<T>(secret: string, kind: string, schema: z.ZodType<T>): Promise<T | null> {
    const [row] = await db.query<{ payload: unknown; expires_at: Date }>(
      `delete from login where state_hash = decode($1,'hex') and org = $2 and payload->>'kind' = $3
       returning payload, expires_at`,
      [hashSecret(secret), org, kind],
    );
    if (!row || row.expires_at.getTime() <= now().getTime()) return null;
    return schema.parse(row.payload);
  }

  return {
    keepPending: (secret, login) => keep(secret, login, PENDING_MS),
    keepCode: (secret, login) => keep(secret, login, CODE_MS),
    takePending: (secret) => take(secret, "pending", pendingSchema),
    takeCode: (secret) => take(secret, "code", codeSchema),
  };
}

import { parseIngestToken } from "./secrets";
import { isSecretOf, type IngestCredential, type SessionCredential, type TokenStore } from "./token-store";

export type Credential =
  | { kind: "ingest"; id: string }
  | ({ kind: "session" } & Omit<SessionCredential, "revoked">)
  | { kind: "none"; why: "missing" | "unknown" | "revoked" | "expired" };

export interface Credentials {
  /** Of an `Authorization: Bearer` header. */
  ofHeader(header: string | undefined): Promise<Credential>;
  /** Forgets what it remembers: a token was revoked. */
  forget(): void;
}

/** For so long a token that another process revoked still works here. */
const REMEMBER_MS = 5000;
/** Only tokens that exist are remembered, so that guesses cannot fill the memory. */
const REMEMBER_COUNT = 1000;

interface Remembered {
  atMs: number;
  found: IngestCredential | SessionCredential;
}

export function createCredentials(tokens: TokenStore, now: () => Date): Credentials {
  const remembered = new Map<string, Remembered>();

  async function find<T extends Remembered["found"]>(key: string, look: () => Promise<T | null>): Promise<T | null> {
    const known = remembered.get(key);
    const atMs = now().getTime();
    if (known && atMs - known.atMs < REMEMBER_MS && atMs >= known.atMs) return known.found as T;
    const found = await look();
    remembered.delete(key);
    if (found) {
      if (remembered.size >= REMEMBER_COUNT) remembered.clear();
      remembered.set(key, { atMs, found });
    }
    return found;
  }

  return {
    async ofHeader(header) {
      const token = /^Bearer +([A-Za-z0-9_-]{20,200})$/i.exec(header ?? "")?.[1];
      if (token === undefined) return { kind: "none", why: header === undefined ? "missing" : "unknown" };
      const ingest = parseIngestToken(token);
      if (ingest) {
        const found = await find(`it ${ingest.id}`, () => tokens.findIngest(ingest.id));
        if (!found || !isSecretOf(found, ingest.secret)) return { kind: "none", why: "unknown" };
        return found.revoked ? { kind: "none", why: "revoked" } : { kind: "ingest", id: found.id };
      }
      const found = await find(`session ${token}`, () => tokens.findSession(token));
      if (!found) return { kind: "none", why: "unknown" };
      const { revoked, ...session } = found;
      if (revoked) return { kind: "none", why: "revoked" };
      if (session.expiresAt.getTime() <= now().getTime()) return { kind: "none", why: "expired" };
      return { kind: "session", ...session };
    },
    forget: () => remembered.clear(),
  };
}

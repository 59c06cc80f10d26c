import { randomUUID } from "node:crypto";
import type { AuditEntry, AuditTrail } from "../audit/audit-trail";
import type { Db } from "../store/db";
import { hashSecret, newIngestToken, newSecret, sameHash, type RandomBytes } from "./secrets";

export const TOKEN_KINDS = ["ingest", "reviewer", "admin"] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** A token as it is listed: never its secret, of which only the hash is stored. Times in RFC 3339. */
export interface TokenInfo {
  id: string;
  kind: TokenKind;
  name: string;
  createdAt: string;
  expiresAt: string | null;
  revokedAt: string | null;
  /** Of somebody who signed in, and not made by an admin. */
  signedIn: boolean;
}

export interface CreatedToken extends TokenInfo {
  /** Shown this once. */
  token: string;
}

interface SignedInPerson {
  sub: string;
  name: string;
  role: "reviewer" | "admin";
  scope: readonly string[] | null;
}

export interface IngestCredential {
  id: string;
  secretHash: string;
  revoked: boolean;
}

export interface SessionCredential {
  id: string;
  role: "reviewer" | "admin";
  name: string;
  scope: string[] | null;
  expiresAt: Date;
  revoked: boolean;
}

export interface TokenStore {
  /** `actor` is written to the audit trail. */
  create(kind: TokenKind, name: string, actor: string): Promise<CreatedToken>;
  list(): Promise<TokenInfo[]>;
  /** A session of somebody who has signed in; `sub` is what the provider calls them. */
  signIn(person: SignedInPerson): Promise<{ token: string; expiresAt: string }>;
  /**
   * false where there is no such token. Of somebody who signed in all sessions end, in whichever browser.
   */
  revoke(id: string, actor: string): Promise<boolean>;
  /** Ends one session of somebody who signed in, and no other token; false where it is none. */
  signOut(id: string): Promise<boolean>;
  findIngest(id: string): Promise<IngestCredential | null>;
  findSession(token: string): Promise<SessionCredential | null>;
}

/** An access token is pasted by hand or given by policy: it lasts a year. */
const ACCESS_TOKEN_DAYS = 365;
const DAY_MS = 86_400_000;
/** A group that a person has left counts so long at most, where nobody revokes the session. */
const SIGNED_IN_MS = 12 * 3_600_000;
/** `sub` of a token that an admin made. No provider's: theirs are written with a prefix. */
const BY_ADMIN = "access-token";
const subOf = (sub: string) => `oidc:${sub}`;

export interface TokenStoreDeps {
  db: Db;
  org: string;
  audit: AuditTrail;
  now: () => Date;
  random: RandomBytes;
}

export function createTokenStore({ db, org, audit: trail, now, random }: TokenStoreDeps): TokenStore {
  const audit = (actor: string, action: AuditEntry["action"], target: string) =>
    trail.note([{ actor, action, target, detail: null }]);

  return {
    async create(kind, name, actor) {
      const made = kind === "ingest" ? await createIngest(name) : await createAccess(kind, name);
      await audit(actor, "token.created", made.id);
      return made;
    },

    async list() {
      const rows = await db.query<ListRow>(LIST, [org]);
      return rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        name: row.name ?? "",
        createdAt: row.created_at.toISOString(),
        expiresAt: row.expires_at?.toISOString() ?? null,
        revokedAt: row.revoked_at?.toISOString() ?? null,
        signedIn: row.signed_in,
      }));
    },

    async revoke(id, actor) {
      const at = now().toISOString();
      const values = [org, id, at];
      const rows = [
        ...(await db.query(
          "update token set revoked_at = coalesce(revoked_at, $3) where org = $1 and id = $2 returning id",
          values,
        )),
        ...(await db.query(
          `update session set revoked_at = coalesce(revoked_at, $3) where org = $1 and (id::text = $2
             or sub = (select sub from session where org = $1 and id::text = $2 and sub <> '${BY_ADMIN}')) returning id`,
          values,
        )),
      ];
      if (rows.length === 0) return false;
      await audit(actor, "token.revoked", id);
      return true;
    },

    async signIn({ sub, name, role, scope }) {
      const { token, id, expiresAt } = await insertSession({ sub: subOf(sub), name, role, scope }, SIGNED_IN_MS);
      await audit(name, "session.started", id);
      return { token, expiresAt };
    },
    async signOut(id) {
      const [row] = await db.query<{ name: string }>(
        `update session set revoked_at = coalesce(revoked_at, $3) where org = $1 and id::text = $2 and sub <> '${BY_ADMIN}'
         returning name`,
        [org, id, now().toISOString()],
      );
      if (!row) return false;
      await audit(row.name, "session.ended", id);
      return true;
    },
    async findIngest(id) {
      const [row] = await db.query<{ secret_hash: string; revoked_at: Date | null }>(
        "select encode(secret_hash,'hex') as secret_hash, revoked_at from token where org = $1 and id = $2 and kind = 'ingest'",
        [org, id],
      );
      return row ? { id, secretHash: row.secret_hash, revoked: row.revoked_at !== null } : null;
    },

    async findSession(token) {
      const [row] = await db.query<SessionRow>(
        "select id, role, name, scope, expires_at, revoked_at from session where org = $1 and token_hash = decode($2, 'hex')",
        [org, hashSecret(token)],
      );
      if (!row) return null;
      const { id, role, name, scope, expires_at: expiresAt, revoked_at: revokedAt } = row;
      return { id, role, name, scope, expiresAt, revoked: revokedAt !== null };
    },
  };

  async function createIngest(name: string): Promise<CreatedToken> {
    const { id, secret, token } = newIngestToken(random);
    const createdAt = now().toISOString();
    await db.query(
      "insert into token (id, org, kind, name, secret_hash, created_at) values ($1, $2, 'ingest', $3, decode($4,'hex'), $5)",
      [id, org, name, hashSecret(secret), createdAt],
    );
    return { id, kind: "ingest", name, createdAt, expiresAt: null, revokedAt: null, signedIn: false, token };
  }

  async function createAccess(kind: "reviewer" | "admin", name: string): Promise<CreatedToken> {
    const made = await insertSession({ sub: BY_ADMIN, name, role: kind, scope: null }, ACCESS_TOKEN_DAYS * DAY_MS);
    return { ...made, kind, name, revokedAt: null, signedIn: false };
  }

  async function insertSession({ sub, name, role, scope }: SignedInPerson, forMs: number) {
    const token = newSecret(random);
    const id = randomUUID();
    const createdAt = now();
    const expiresAt = new Date(createdAt.getTime() + forMs).toISOString();
    await db.query(
      `insert into session (token_hash, id, org, sub, name, role, scope, created_at, expires_at)
       values (decode($1,'hex'), $2::uuid, $3, $4, $5, $6, $7::jsonb, $8, $9)`,
      [hashSecret(token), id, org, sub, name, role, scope && JSON.stringify(scope), createdAt.toISOString(), expiresAt],
    );
    return { token, id, createdAt: createdAt.toISOString(), expiresAt };
  }
}

/** Whether an ingest token's secret is the one whose hash is stored. */
export function isSecretOf(credential: IngestCredential, secret: string): boolean {
  return sameHash(hashSecret(secret), credential.secretHash);
}

const LIST = `
select id, kind, name, created_at, null::timestamptz as expires_at, revoked_at, false as signed_in from token where org = $1
union all
select id::text, role, name, created_at, expires_at, revoked_at, sub <> '${BY_ADMIN}' from session where org = $1
order by created_at, id`;

interface ListRow {
  id: string;
  kind: TokenKind;
  name: string | null;
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
  signed_in: boolean;
}

interface SessionRow {
  id: string;
  role: "reviewer" | "admin";
  name: string;
  scope: string[] | null;
  expires_at: Date;
  revoked_at: Date | null;
}

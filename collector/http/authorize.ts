import type { Context } from "hono";
import type { Sender } from "../ingest/sender";
import { hashSecret } from "../tokens/secrets";
import type { Credential } from "../tokens/credentials";
import { forbidden, unauthorized } from "./problem";
import type { Parts } from "./parts";
import { throttleCredential, throttleThread } from "./throttle";

export type Session = Extract<Credential, { kind: "session" }>;

type Known = Exclude<Credential, { kind: "none" }>;

/** @throws ProblemError 401 where the header names nobody; 429. */
export async function requireCredential(c: Context, parts: Parts): Promise<Known> {
  const credential = await parts.credentials.ofHeader(c.req.header("authorization"));
  await throttleCredential(c, credential, parts);
  if (credential.kind !== "none") return credential;
  switch (credential.why) {
    case "missing":
      throw unauthorized("A token is needed");
    case "revoked":
      throw unauthorized("This token has been revoked", "token-revoked");
    case "expired":
      throw unauthorized("This token has expired");
    case "unknown":
      throw unauthorized("This token is not known");
    default:
      throw new Error(credential.why satisfies never);
  }
}

export async function requireSession(c: Context, parts: Parts): Promise<Session> {
  const credential = await requireCredential(c, parts);
  if (credential.kind !== "session") throw forbidden("Only reviewers may read this");
  return credential;
}

export async function requireAdmin(c: Context, parts: Parts): Promise<Session> {
  const session = await requireSession(c, parts);
  if (session.role !== "admin") throw forbidden("Only an admin may do this");
  return session;
}

export function senderOf(credential: Known): Sender {
  if (credential.kind === "ingest") return { via: "ingest", tokenId: credential.id };
  const { id, role, name, scope } = credential;
  return { via: "session", sessionId: id, role, name, scope };
}

export function isReplyHeader(c: Context): boolean {
  return /^Reply\b/i.test(c.req.header("authorization") ?? "");
}

/**
 * sha256 of the key in `Authorization: Reply <key>`; of nothing where there is none, which no report has.
 *
 * @throws ProblemError 429.
 */
export async function requireReplyKey(c: Context, parts: Parts): Promise<string> {
  await throttleThread(c, parts);
  return hashSecret(/^Reply +([A-Za-z0-9_-]{43})$/i.exec(c.req.header("authorization") ?? "")?.[1] ?? "");
}

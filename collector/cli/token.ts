import { randomBytes, randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import { type AuditTrail, createAuditTrail } from "../audit/audit-trail";
import { StartError } from "../start-error";
import { FolderInUse } from "../store/open-pglite";
import { migrate } from "../store/migrate";
import { openOrg } from "../store/org";
import { createTokenStore, type CreatedToken, type TokenInfo } from "../tokens/token-store";
import type { DeskOptions, TokenOptions } from "./options";
import { openStore } from "./open-store";
import { remoteTokens } from "./remote-tokens";
import type { Io } from "./run";
import { readSetup } from "./setup-file";

/** What can be done with tokens, and who did what, in the database itself or by a running collector. */
export interface TokenDesk {
  create(kind: CreatedToken["kind"], name: string): Promise<CreatedToken>;
  list(): Promise<TokenInfo[]>;
  revoke(id: string): Promise<boolean>;
  audit: AuditTrail["read"];
  close(): Promise<void>;
}

export async function runToken(options: TokenOptions, io: Io): Promise<void> {
  const desk = await openDesk(options, io);
  try {
    await act(desk, options, io);
  } finally {
    await desk.close();
  }
}

async function act(desk: TokenDesk, { action, json }: TokenOptions, io: Io): Promise<void> {
  switch (action.do) {
    case "create": {
      const made = await desk.create(action.kind, action.name);
      io.out(json ? `${JSON.stringify(made)}\n` : `${made.token}\n`);
      if (!json) io.err(`This ${made.kind} token of "${made.name}" is shown this once; its id is ${made.id}.\n`);
      return;
    }
    case "list": {
      const tokens = await desk.list();
      io.out(json ? `${JSON.stringify(tokens)}\n` : tokens.map(lineOf).join(""));
      return;
    }
    case "revoke":
      if (!(await desk.revoke(action.id))) {
        throw new StartError(`There is no token with the id "${action.id}": see token list.`);
      }
      io.out(json ? "{}\n" : `Token ${action.id} is revoked.\n`);
      return;
    default:
      throw new Error(action satisfies never);
  }
}

function lineOf({ id, kind, name, createdAt, expiresAt, revokedAt, signedIn }: TokenInfo): string {
  const end = revokedAt ? `revoked ${revokedAt}` : expiresAt ? `until ${expiresAt}` : "no end";
  return `${id}  ${kind}  ${name}  ${signedIn ? "signed in" : "made"} ${createdAt}  ${end}\n`;
}

export async function openDesk(options: DeskOptions, io: Io): Promise<TokenDesk> {
  const setup = options.setupFile === null ? null : readSetup(options.setupFile);
  if (options.setupFile !== null && !setup) {
    throw new StartError(`${options.setupFile} is not a file that serve --setup-file has written.`);
  }
  const remote = options.remote ?? setup;
  if (remote) return remoteTokens(remote);
  const { db } = await openStore(options).catch((error: unknown) => {
    if (!(error instanceof FolderInUse)) throw error;
    const path = likelySetup(options.data) ?? "PATH";
    throw new StartError(
      `${error.message} Ask that one: --setup-file ${path}, or --endpoint URL and --admin-token T; or stop it first.`,
    );
  });
  try {
    await migrate(db, io.now);
    await openOrg(db, options.org, null, randomUUID);
  } catch (error) {
    await db.close();
    throw error;
  }
  const audit = createAuditTrail({ db, org: options.org, now: io.now });
  const store = createTokenStore({ db, org: options.org, audit, now: io.now, random: randomBytes });
  return {
    create: (kind, name) => store.create(kind, name, "command line"),
    list: () => store.list(),
    revoke: (id) => store.revoke(id, "command line"),
    audit: audit.read,
    close: () => db.close(),
  };
}

/** `npm start` keeps its setup file beside the data folder; null where none is there. */
function likelySetup(data: string): string | null {
  const path = join(dirname(data), "collector-setup.json");
  return readSetup(path) ? path : null;
}

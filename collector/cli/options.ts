import { join } from "node:path";
import { parseArgs } from "node:util";
import { StartError } from "../start-error";
import { TOKEN_KINDS, type TokenKind } from "../tokens/token-store";

export interface StoreOptions {
  /** Folder of the embedded database; not used where `databaseUrl` is given. */
  data: string;
  databaseUrl: string | null;
  org: string;
}

export interface ServeOptions extends StoreOptions {
  settingsFile: string | null;
  /** null for no metrics. */
  metrics: { host: string; port: number } | null;
  /** Folder of the pictures. */
  blobs: string;
  /** Folder of the extension's packages; null for none. */
  extension: string | null;
  port: number;
  host: string;
  orgName: string | null;
  setupFile: string | null;
  reviewerName: string;
}

/** Asks a running collector instead of opening its database. */
export interface Remote {
  endpoint: string;
  adminToken: string;
}

/** In the database itself, or by a running collector. */
export interface DeskOptions extends StoreOptions {
  remote: Remote | null;
  /** File of `serve --setup-file`, which knows the running collector. */
  setupFile: string | null;
  json: boolean;
}

export interface AuditOptions extends DeskOptions {
  /** Nothing before this day (UTC); null for all that is kept. */
  since: Date | null;
}

export interface TokenOptions extends DeskOptions {
  action: { do: "create"; kind: TokenKind; name: string } | { do: "list" } | { do: "revoke"; id: string };
}

export interface BackupOptions extends StoreOptions {
  blobs: string;
  /** A folder that is not there yet. */
  to: string;
}

export interface RestoreOptions extends StoreOptions {
  blobs: string;
  from: string;
  replace: boolean;
}

export interface MoveOptions {
  data: string;
  /** Address of an empty PostgreSQL database. */
  to: string;
}

type Env = Record<string, string | undefined>;

export const USAGE = `Usage:
  collector serve [--port 4180] [--host 127.0.0.1] [--data .data/collector] [--blobs DATA/blobs]
                  [--org main] [--org-name NAME] [--setup-file PATH] [--reviewer-name NAME] [--settings PATH]
                  [--extension FOLDER] [--metrics-port 9464] [--metrics-host 127.0.0.1]
  collector token create --kind ingest|reviewer|admin --name NAME [--json]
  collector token list [--json]
  collector token revoke ID
  collector audit [--since 2026-01-31] [--json]
  collector backup --to FOLDER
  collector restore --from FOLDER [--replace]
  collector migrate --to postgres://user:password@host:5432/database [--data .data/collector]

The pictures are in a folder (--blobs), which all processes on one database share.
The database is a folder (--data) unless DATABASE_URL names a PostgreSQL. The token and audit commands open it themselves, or
ask a running collector: --setup-file PATH, or --endpoint URL with --admin-token T (or EARSHOT_ADMIN_TOKEN).
`;

const STORE = {
  data: { type: "string", default: ".data/collector" },
  org: { type: "string", default: "main" },
} as const;

export function parseServe(args: string[], env: Env): ServeOptions {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...STORE,
        port: { type: "string", default: "4180" },
        host: { type: "string", default: "127.0.0.1" },
        blobs: { type: "string" },
        "org-name": { type: "string" },
        "setup-file": { type: "string" },
        "reviewer-name": { type: "string", default: "IT" },
        settings: { type: "string" },
        extension: { type: "string" },
        "metrics-port": { type: "string" },
        "metrics-host": { type: "string", default: "127.0.0.1" },
      },
    }),
  );
  if (positionals.length > 0) throw new StartError(`"${positionals[0]}" is not understood after serve.`);
  const port = portOf(values.port, "--port");
  const metricsPort = values["metrics-port"];
  return {
    ...storeOf(values, env),
    blobs: blobsOf(values),
    extension: values.extension ?? null,
    port,
    host: values.host,
    orgName: values["org-name"] === undefined ? null : nameOf(values["org-name"], "--org-name"),
    setupFile: values["setup-file"] ?? null,
    settingsFile: values.settings ?? null,
    metrics:
      metricsPort === undefined ? null : { host: values["metrics-host"], port: portOf(metricsPort, "--metrics-port") },
    reviewerName: nameOf(values["reviewer-name"], "--reviewer-name"),
  };
}

const DESK = {
  ...STORE,
  json: { type: "boolean", default: false },
  endpoint: { type: "string" },
  "admin-token": { type: "string" },
  "setup-file": { type: "string" },
} as const;

export function parseToken(args: string[], env: Env): TokenOptions {
  const options = { ...DESK, kind: { type: "string" }, name: { type: "string" } } as const;
  const { values, positionals } = parsed(() => parseArgs({ args, allowPositionals: true, options }));
  return { ...deskOf(values, env), action: actionOf(positionals, values.kind, values.name) };
}

export function parseAudit(args: string[], env: Env): AuditOptions {
  const { values } = parsed(() => parseArgs({ args, options: { ...DESK, since: { type: "string" } } }));
  const since = values.since === undefined ? null : new Date(values.since);
  if (since && Number.isNaN(since.getTime())) throw new StartError("--since is a day such as 2026-01-31.");
  return { ...deskOf(values, env), since };
}

interface DeskValues {
  data: string;
  org: string;
  json: boolean;
  endpoint?: string;
  "admin-token"?: string;
  "setup-file"?: string;
}

function deskOf(values: DeskValues, env: Env): DeskOptions {
  const adminToken = values["admin-token"] ?? env.EARSHOT_ADMIN_TOKEN;
  if (values.endpoint !== undefined && adminToken === undefined) {
    throw new StartError("--endpoint needs --admin-token (or EARSHOT_ADMIN_TOKEN).");
  }
  return {
    ...storeOf(values, env),
    remote: values.endpoint !== undefined && adminToken ? { endpoint: values.endpoint, adminToken } : null,
    setupFile: values["setup-file"] ?? null,
    json: values.json,
  };
}

function actionOf(words: string[], kind: string | undefined, name: string | undefined): TokenOptions["action"] {
  const [verb, id, ...rest] = words;
  if (rest.length > 0) throw new StartError(`"${rest[0]}" is not understood.`);
  switch (verb) {
    case "create": {
      const known = TOKEN_KINDS.find((each) => each === kind);
      if (!known) throw new StartError("token create needs --kind ingest, --kind reviewer or --kind admin.");
      return { do: "create", kind: known, name: nameOf(name ?? "", "--name") };
    }
    case "list":
      return { do: "list" };
    case "revoke":
      if (!id) throw new StartError("token revoke needs the ID that token list shows.");
      return { do: "revoke", id };
    default:
      throw new StartError("token is followed by create, list or revoke.");
  }
}

function portOf(text: string, option: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new StartError(`${option} is a number from 0 to 65535, not "${text}".`);
}

const STORE_AND_BLOBS = { ...STORE, blobs: { type: "string" } } as const;

export function parseBackup(args: string[], env: Env): BackupOptions {
  const { values } = parsed(() => parseArgs({ args, options: { ...STORE_AND_BLOBS, to: { type: "string" } } }));
  if (values.to === undefined) throw new StartError("backup needs --to FOLDER.");
  return { ...storeOf(values, env), blobs: blobsOf(values), to: values.to };
}

export function parseRestore(args: string[], env: Env): RestoreOptions {
  const replace = { type: "boolean", default: false } as const;
  const options = { ...STORE_AND_BLOBS, from: { type: "string" }, replace } as const;
  const { values } = parsed(() => parseArgs({ args, options }));
  if (values.from === undefined) throw new StartError("restore needs --from FOLDER, a backup or a nightly copy.");
  return { ...storeOf(values, env), blobs: blobsOf(values), from: values.from, replace: values.replace };
}

export function parseMove(args: string[], env: Env): MoveOptions {
  const { values } = parsed(() => parseArgs({ args, options: { data: STORE.data, to: { type: "string" } } }));
  const to = values.to ?? env.DATABASE_URL;
  if (!to) throw new StartError("migrate needs --to postgres://user:password@host:5432/database.");
  return { data: values.data, to };
}

function blobsOf(values: { blobs?: string; data: string }): string {
  return values.blobs ?? join(values.data, "blobs");
}

function storeOf(values: { data: string; org: string }, env: Env): StoreOptions {
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(values.org)) {
    throw new StartError(`--org is a short id of small letters, digits and hyphens, not "${values.org}".`);
  }
  return { data: values.data, databaseUrl: env.DATABASE_URL || null, org: values.org };
}

function nameOf(text: string, option: string): string {
  const name = text.trim();
  if (name === "" || name.length > 120) throw new StartError(`${option} needs a name of 1 to 120 characters.`);
  return name;
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    const message = error instanceof Error ? (error.message.split(/\.?\s*\n|\. /)[0] ?? "") : "";
    throw new StartError(`${message}. See collector --help.`);
  }
}

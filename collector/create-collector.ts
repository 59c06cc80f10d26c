import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as sleepMs } from "node:timers/promises";
import { createAuditTrail } from "./audit/audit-trail";
import type { BlobFiles } from "./blobs/blob-files";
import type { ExtensionFiles } from "./extension/extension-files";
import { createApp } from "./http/app";
import type { Described } from "./http/methods";
import { createRateLimits } from "./http/rate-limits";
import { listen, type Listening, type Patience } from "./http/server";
import { createIngest } from "./ingest/create-ingest";
import { silentLog, type Log } from "./log";
import { createMetrics, metricsFetch } from "./metrics";
import { createNight } from "./nightly/night";
import { purge, type Purged } from "./nightly/purge";
import { createHeadWatch } from "./read/head-watch";
import { createKnownFiles } from "./read/known-files";
import { createNewsFiles } from "./read/news";
import { DEFAULT_SETTINGS, type Settings } from "./settings";
import { createLogins } from "./sign-in/logins";
import { createProvider } from "./sign-in/provider";
import { createSignIn } from "./sign-in/create-sign-in";
import { StartError } from "./start-error";
import type { Db } from "./store/db";
import { migrate } from "./store/migrate";
import { refuseDamaged, type Recovery } from "./store/open-pglite";
import { openOrg, openPublicToken, readFeed, startNewEpoch, type Org } from "./store/org";
import { createCredentials } from "./tokens/credentials";
import { createTokenStore, type TokenStore } from "./tokens/token-store";

/** What a collector needs from outside. Only `db` and `blobs` have no default. */
export interface CollectorOptions {
  db: Db;
  blobs: BlobFiles;
  /** Handed out to browsers, where it is given. */
  extension?: ExtensionFiles | null;
  /** Id of the organisation that it serves. */
  org?: string;
  /** Names the organisation, or renames it. */
  orgName?: string | null;
  /** Given where the last process did not shut its database down: history may be lost, so a new epoch begins. */
  recovery?: Recovery | null;
  settings?: Settings;
  /** Copies the database every night, after the purge. */
  copy?: (() => Promise<void>) | null;
  now?: () => Date;
  random?: () => number;
  sleep?: (ms: number) => Promise<void>;
  log?: Log;
}

interface Place {
  host: string;
  port: number;
  patience?: Patience;
}

export interface Collector {
  org: Org;
  tokens: TokenStore;
  /** What it answers to, as `/openapi.json` describes it. */
  routes: readonly Described[];
  /** Answers a request without a network in between. */
  fetch(request: Request, env?: object): Promise<Response>;
  /** Says that it is ready (readyz) only once `before`, which learns the address, is done. */
  listen(at: Place, before?: (endpoint: string) => Promise<void>): Promise<Listening>;
  /** `/metrics` for Prometheus, on a port of its own: it is not for clients. */
  listenForMetrics(at: Place): Promise<Listening>;
  /** The purge of one night; by itself it runs at the hour that the settings name, while the collector listens. */
  nightly(isOver?: () => boolean): Promise<Purged>;
  /** readyz says 503 and long polls end; then no new requests, the queued groups are finished, the database closed. */
  close(): Promise<void>;
}

/** In all, requests and queued groups get this long to end; a service manager often grants no more than 30 s. */
const GRACE_MS = 10_000;

export async function createCollector(options: CollectorOptions): Promise<Collector> {
  const { db, org: id = "main", orgName = null, recovery = null } = options;
  const { now = () => new Date(), random = Math.random, log = silentLog, settings = DEFAULT_SETTINGS } = options;
  const sleep = options.sleep ?? ((ms) => sleepMs(ms));
  // Before anything is written into it.
  if (recovery) await refuseDamaged(recovery);
  await migrate(db, now);
  if (db.engine === "pglite") await refuseLarge(db, settings.embeddedReports);
  const org = await openOrg(db, id, orgName, randomUUID);
  if (recovery) {
    await startNewEpoch(db, randomUUID());
    recovery.done();
    log.warn("the last process did not shut down in good order: a new epoch begins");
  }
  const audit = createAuditTrail({ db, org: id, now });
  const tokens = createTokenStore({ db, org: id, audit, now, random: randomBytes });
  const headWatch = createHeadWatch({
    readHead: async () => (await readFeed(db, id)).head,
    nowMs: () => now().getTime(),
    sleep,
  });
  const { blobs } = options;
  const metrics = createMetrics();
  const ingest = createIngest({ db, blobs, org: id, limits: settings.limits, metrics, now, random, sleep });
  const ready = { current: true };
  const app = createApp({
    db,
    org,
    settings,
    rates: createRateLimits({ rates: settings.rates, now, random: randomBytes }),
    ingest,
    tokens,
    audit,
    credentials: createCredentials(tokens, now),
    headWatch,
    known: createKnownFiles({ db, org: id, bits: settings.bucketBits }),
    news: createNewsFiles({ db, org: id, now }),
    publicToken: await openPublicToken(db, id, newPublicToken),
    blobs,
    extension: options.extension ?? null,
    signIn:
      settings.signIn &&
      createSignIn({
        settings: settings.signIn,
        provider: createProvider(settings.signIn, now),
        logins: createLogins({ db, org: id, now }),
        tokens,
        audit,
        random: randomBytes,
        log,
      }),
    now,
    random,
    sleep,
    log,
    metrics,
    epoch: watched((await readFeed(db, id)).epoch, () => metrics.epochChanges.inc()),
    ready,
  });
  const fetch = async (request: Request, env?: object) => app.hono.fetch(request, env);
  const servers: Listening[] = [];
  const purgeDeps = { db, org: id, blobs, ingest, retention: settings.retention, now, random, sleep };
  const night = createNight({
    db,
    org: id,
    at: settings.night.at,
    now,
    sleep: (ms, signal) => sleepMs(ms, undefined, { signal }),
    log,
    tasks: {
      purge: async (isOver) => {
        const purged = await purge(purgeDeps, isOver);
        for (const [what, count] of Object.entries(purged)) metrics.erased.inc({ what }, count);
        log.info("purged", { ...purged });
      },
      ...(options.copy && { copy: options.copy }),
    },
  });

  return {
    org,
    tokens,
    routes: app.described,
    fetch,
    async listen(at, before) {
      ready.current = false;
      const server = await listen(fetch, at, at.patience);
      servers.push(server);
      await before?.(server.endpoint);
      ready.current = true;
      night.start();
      return server;
    },
    async listenForMetrics(at) {
      const server = await listen(metricsFetch(metrics), at);
      servers.push(server);
      return server;
    },
    nightly: (isOver = () => false) => purge(purgeDeps, isOver),
    async close() {
      ready.current = false;
      headWatch.close();
      const grace = sleep(GRACE_MS);
      const nightEnds = Promise.race([night.stop(), grace]);
      await Promise.all(servers.map((server) => server.close(GRACE_MS)));
      await nightEnds;
      // What was taken in is committed before the database is closed, also where its client has gone meanwhile.
      await Promise.race([ingest.idle(), grace]);
      await db.close();
    },
  };
}

/** 128 random bits. */
function newPublicToken(): string {
  return randomBytes(16).toString("base64url");
}

async function refuseLarge(db: Db, most: number): Promise<void> {
  const [row] = await db.query<{ reports: number }>("select count(*)::int as reports from report where not erased");
  const reports = row?.reports ?? 0;
  if (reports <= most) return;
  throw new StartError(
    `The embedded database holds ${reports} reports, and is meant for ${most}: move to PostgreSQL (collector migrate), ` +
      "or raise embeddedReports in the settings.",
  );
}

/** The epoch as it was last seen; every answer names it, and any request may be the first to see a new one. */
function watched(epoch: string, onChange: () => void): { current: string } {
  let current = epoch;
  return {
    get current() {
      return current;
    },
    set current(seen) {
      if (seen !== current) onChange();
      current = seen;
    },
  };
}

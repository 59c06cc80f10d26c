import type { AuditTrail } from "../audit/audit-trail";
import type { BlobFiles } from "../blobs/blob-files";
import type { ExtensionFiles } from "../extension/extension-files";
import type { Ingest } from "../ingest/create-ingest";
import type { Log } from "../log";
import type { Metrics } from "../metrics";
import type { HeadWatch } from "../read/head-watch";
import type { KnownFiles } from "../read/known-files";
import type { NewsFiles } from "../read/news";
import type { Db } from "../store/db";
import type { Org } from "../store/org";
import type { SignIn } from "../sign-in/create-sign-in";
import type { Credentials } from "../tokens/credentials";
import type { TokenStore } from "../tokens/token-store";
import type { Settings } from "../settings";
import type { Router } from "./methods";
import type { RateLimits } from "./rate-limits";

/** What the routes are made of. */
export interface Parts {
  db: Db;
  org: Org;
  settings: Settings;
  rates: RateLimits;
  ingest: Ingest;
  tokens: TokenStore;
  audit: AuditTrail;
  credentials: Credentials;
  headWatch: HeadWatch;
  known: KnownFiles;
  news: NewsFiles;
  /** In the addresses of what every employee may read. */
  publicToken: string;
  blobs: BlobFiles;
  /** What browsers install and update the extension from; null where this collector does not hand it out. */
  extension: ExtensionFiles | null;
  /** null where reviewers have access tokens alone. */
  signIn: SignIn | null;
  now: () => Date;
  /** From 0 up to 1. */
  random: () => number;
  sleep: (ms: number) => Promise<void>;
  log: Log;
  metrics: Metrics;
  /** The feed's epoch as it was last seen: in a header of every answer. */
  epoch: { current: string };
  /** false once the process is going down. */
  ready: { current: boolean };
}

export type Routes = (router: Router, parts: Parts) => void;

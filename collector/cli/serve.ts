import { existsSync } from "node:fs";
import { join } from "node:path";
import { openBlobFiles } from "../blobs/blob-files";
import { type ExtensionFiles, openExtensionFiles } from "../extension/extension-files";
import { createCollector, type Collector } from "../create-collector";
import type { Log } from "../log";
import { keepCopies } from "../nightly/copies";
import { readSettings } from "../settings";
import { StartError } from "../start-error";
import type { ServeOptions } from "./options";
import { openStore } from "./open-store";
import type { Io } from "./run";
import { keepSetup } from "./setup-file";

/** Serves until it is asked to stop. */
export async function serve(options: ServeOptions, io: Io, log: Log): Promise<void> {
  const settings = readSettings(options.settingsFile);
  const extension = options.extension === null ? null : openExtensionFolder(options.extension);
  const { db, recovery, copyTo } = await openStore(options);
  let collector: Collector | null = null;
  try {
    const { org, orgName } = options;
    const blobs = openBlobFiles(options.blobs, org);
    const copy =
      copyTo && (() => keepCopies(join(options.data, "copies"), settings.night.copiesDays, io.now(), copyTo));
    const started = await createCollector({
      db,
      blobs,
      extension,
      recovery,
      copy,
      org,
      orgName,
      settings,
      log,
      now: io.now,
    });
    collector = started;
    const metrics = options.metrics && (await started.listenForMetrics(options.metrics));
    if (metrics) io.out(`Its metrics are at ${metrics.endpoint}/metrics.\n`);
    const { endpoint } = await started.listen(options, (address) => introduce(started, address, options, io));
    io.out(`Earshot's collector listens at ${endpoint} (${whereOf(options)}).\n`);
    await io.stopped;
    io.out("Stopping.\n");
  } finally {
    await (collector ?? db).close();
  }
}

function openExtensionFolder(folder: string): ExtensionFiles {
  if (existsSync(folder)) return openExtensionFiles(folder);
  throw new StartError(`There is no folder ${folder} (--extension): name the kit's extension/, or leave it out.`);
}

/** On a first start somebody needs tokens, and there is nobody yet to ask for them. */
async function introduce(collector: Collector, endpoint: string, options: ServeOptions, io: Io): Promise<void> {
  const { tokens } = collector;
  if (options.setupFile !== null) {
    await keepSetup(options.setupFile, endpoint, tokens, options.reviewerName, io.now);
    io.out(`Address and tokens are in ${options.setupFile}.\n`);
    return;
  }
  if ((await tokens.list()).length > 0) return;
  const ingest = await tokens.create("ingest", "first", "setup");
  const admin = await tokens.create("admin", "first", "setup");
  io.out(
    `These two tokens are shown this once. For the browsers of all employees (policy: ingestToken):\n  ${ingest.token}\n` +
      `For you, the admin:\n  ${admin.token}\n`,
  );
}

function whereOf({ databaseUrl, data }: ServeOptions): string {
  if (databaseUrl === null) return `its data is in ${data}`;
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null;
  if (!url) throw new StartError("DATABASE_URL is not an address.");
  return `its data is in PostgreSQL at ${url.host}${url.pathname}`;
}

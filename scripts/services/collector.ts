import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type ProcessGroup, startProcess, waitUntilServing } from "./process-group";

/** What the collector writes into its setup file: enough to configure the extension on both sides. */
interface CollectorSetup {
  ingestToken: string;
  reviewerToken: string;
}

export interface Collector extends CollectorSetup {
  /** Base address without a trailing slash. */
  url: string;
  process: ProcessGroup;
}

export interface CollectorOptions {
  root: string;
  /** The folder of the embedded database and of the pictures; the setup file lies beside it. */
  folder: string;
  /** A PostgreSQL instead of the embedded database; several collectors may share it, and the folder. */
  databaseUrl?: string;
  port: number;
  /** The organisation that it serves; left out for the trial's own. */
  org?: { id: string; name: string };
  /** A settings file; without one everything has its default. */
  settings?: string;
  /** A folder with the extension's packages, to hand out. */
  extension?: string;
  log?: string;
}

/** Who IT's answers come from, as everybody sees it. */
export const REVIEWER_NAME = "Robin from IT";

const TRIAL = { id: "main", name: "Nordwind Logistics" };

/** Starts our reference collector. A second start on the same folder and database has the same tokens. */
export async function startCollector(options: CollectorOptions): Promise<Collector> {
  const { root, folder, databaseUrl = "", port, org = TRIAL, settings, extension, log } = options;
  const setupFile = join(dirname(folder), "collector-setup.json");
  mkdirSync(dirname(folder), { recursive: true });
  const group = startProcess({
    name: "The collector",
    command: process.execPath,
    args: [
      ["--import", "tsx", join(root, "collector/main.ts"), "serve"],
      ["--port", String(port), "--data", folder, "--setup-file", setupFile],
      ["--org", org.id, "--org-name", org.name, "--reviewer-name", REVIEWER_NAME],
      settings === undefined ? [] : ["--settings", settings],
      extension === undefined ? [] : ["--extension", extension],
    ].flat(),
    cwd: root,
    // Never the developer's own database, should one be named.
    env: { DATABASE_URL: databaseUrl },
    log,
  });
  const url = `http://127.0.0.1:${port}`;
  try {
    await waitUntilServing(group, `${url}/readyz`, 90_000);
  } catch (error) {
    await group.kill();
    throw error;
  }
  if (!existsSync(setupFile)) throw new Error(`The collector wrote no setup file.\n${group.tail()}`);
  const setup = JSON.parse(readFileSync(setupFile, "utf8")) as CollectorSetup;
  return { ...setup, url, process: group };
}

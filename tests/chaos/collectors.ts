import { join } from "node:path";
import { openPglite } from "@/collector/store/open-pglite";
import { openPostgres } from "@/collector/store/open-postgres";
import { type Collector, startCollector } from "@/scripts/services/collector";
import { freePort } from "@/scripts/services/ports";
import { startPostgres } from "@/tests/support/postgres-server";
import { readStored, type Stored } from "./stored";

export type Engine = "pglite" | "postgres";

/** The collector under test: one process with its embedded database, or two on a PostgreSQL and one folder of pictures. */
export interface Collectors {
  /** Of each process. */
  urls: readonly string[];
  ingestToken: string;
  reviewerToken: string;
  /** SIGKILL for one of them, in turn, and a new start. */
  killOne(): Promise<void>;
  /** Stops them in good order, and reads what they have. */
  read(): Promise<Stored>;
  /** Whatever state they are in. */
  close(): Promise<void>;
}

export interface CollectorsOptions {
  root: string;
  /** An empty one; everything lies below it. */
  folder: string;
  /** A settings file. */
  settings: string;
  engine: Engine;
}

const PROCESSES: Record<Engine, number> = { pglite: 1, postgres: 2 };

export async function startCollectors({ root, folder, settings, engine }: CollectorsOptions): Promise<Collectors> {
  const data = join(folder, "collector");
  const server = engine === "postgres" ? await startPostgres() : null;
  const running: Collector[] = [];
  const start = (port: number) =>
    startCollector({ root, folder: data, port, settings, ...(server && { databaseUrl: server.url }) });

  async function close(): Promise<void> {
    await Promise.all(running.map((one) => one.process.kill()));
    await server?.stop();
  }

  try {
    // One after the other: the first makes the tables and the tokens.
    while (running.length < PROCESSES[engine]) running.push(await start(await freePort()));
  } catch (error) {
    await close();
    throw error;
  }
  const [first] = running;
  if (!first) throw new Error("no collector was started");
  let turn = 0;

  return {
    urls: running.map(({ url }) => url),
    ingestToken: first.ingestToken,
    reviewerToken: first.reviewerToken,
    async killOne() {
      const at = turn++ % running.length;
      const dying = running[at] ?? first;
      await dying.process.kill();
      running[at] = await start(Number(new URL(dying.url).port));
    },
    async read() {
      await Promise.all(running.map((one) => one.process.stop(60_000)));
      const db = server ? await openPostgres(server.url) : (await openPglite(data)).db;
      try {
        return await readStored(db, join(data, "blobs"));
      } finally {
        await db.close();
      }
    },
    close,
  };
}

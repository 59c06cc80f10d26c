import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, inject } from "vitest";
import type { Db } from "@/collector/store/db";
import { openPglite } from "@/collector/store/open-pglite";
import { openPostgres } from "@/collector/store/open-postgres";
import { databaseUrl, TEMPLATE_DATABASE } from "./postgres-global-setup";

export type Engine = "pglite" | "postgres";

/**
 * One database of each engine to a test file: PGlite takes most of a second to open. All suites of a file are known
 * before the first one runs, and the last one of them closes what they shared.
 */
const shared: Record<Engine, { users: number; db: Promise<Db> | null }> = {
  pglite: { users: 0, db: null },
  postgres: { users: 0, db: null },
};

/** The same tests on both engines. Tests that must not see each other take an organisation each. */
export function onBothEngines(name: string, tests: (db: () => Db, engine: Engine) => void): void {
  describe.each(["pglite", "postgres"] as const)(`${name} on %s`, (engine) => {
    const mine = shared[engine];
    let db: Db | null = null;
    mine.users += 1;
    beforeAll(async () => {
      mine.db ??= open(engine);
      db = await mine.db;
    });
    afterAll(async () => {
      mine.users -= 1;
      if (mine.users > 0) return;
      mine.db = null;
      await db?.close();
    });
    tests(() => {
      if (!db) throw new Error("the database is not open");
      return db;
    }, engine);
  });
}

/** A database of one's own, for tests that change it as a whole. Whoever opens it closes it. */
export async function open(engine: Engine): Promise<Db> {
  if (engine === "postgres") return openPostgres(await newPostgresDatabase());
  return (await openPglite(copyOfTemplate())).db;
}

/** A PGlite folder with the tables, closed in good order. */
export function copyOfTemplate(): string {
  const template = inject("pgliteTemplate");
  const folder = mkdtempSync(join(dirname(template), "data-"));
  cpSync(template, folder, { recursive: true });
  return folder;
}

/** The address of a new PostgreSQL database with the tables. */
export async function newPostgresDatabase(): Promise<string> {
  const url = inject("postgresUrl");
  const name = `t_${randomBytes(6).toString("hex")}`;
  const maintenance = await openPostgres(url);
  // Two at once would each find the template in use by the other.
  for (let attempt = 1; ; attempt += 1) {
    try {
      await maintenance.query(`create database ${name} template ${TEMPLATE_DATABASE}`);
      break;
    } catch (error) {
      if (attempt === 20) throw error;
    }
  }
  await maintenance.close();
  return databaseUrl(url, name);
}

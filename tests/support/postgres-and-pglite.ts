import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, inject } from "vitest";
import type { Db } from "@/collector/store/db";
import { openPglite } from "@/collector/store/open-pglite";
import { openPostgres } from "@/collector/store/open-postgres";
import { databaseUrl, TEMPLATE_DATABASE } from "./postgres-global-setup";

export type Engine = "pglite" | "postgres";

/** The same tests on both engines, each with a database of its own that has the tables and nothing in them. */
export function onBothEngines(name: string, tests: (db: () => Db, engine: Engine) => void): void {
  describe.each(["pglite", "postgres"] as const)(`${name} on %s`, (engine) => {
    let db: Db | null = null;
    let remove = () => {};
    beforeAll(async () => {
      if (engine === "pglite") {
        const folder = copyOfTemplate();
        remove = () => rmSync(folder, { recursive: true, force: true });
        ({ db } = await openPglite(folder));
      } else db = await openPostgres(await newPostgresDatabase());
    });
    afterAll(async () => {
      await db?.close();
      remove();
    });
    tests(() => {
      if (!db) throw new Error("the database is not open");
      return db;
    }, engine);
  });
}

/** A PGlite folder with the tables, closed in good order. */
export function copyOfTemplate(): string {
  const folder = mkdtempSync(join(tmpdir(), "earshot-data-"));
  cpSync(inject("pgliteTemplate"), folder, { recursive: true });
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

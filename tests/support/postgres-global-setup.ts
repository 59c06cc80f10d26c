import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "@/collector/store/migrate";
import { openPglite } from "@/collector/store/open-pglite";
import { openPostgres } from "@/collector/store/open-postgres";
import { startPostgres, type PostgresServer } from "./postgres-server";

declare module "vitest" {
  interface ProvidedContext {
    /** Of a database with the collector's tables and nothing in them; others are made from it. */
    postgresUrl: string;
    /** A PGlite folder with the same: its first start takes seconds, a copy beside it does not. */
    pgliteTemplate: string;
  }
}

export const TEMPLATE_DATABASE = "earshot_template";

let server: PostgresServer | null = null;
let folder: string | null = null;

export async function setup(project: TestProject): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), "earshot-pglite-"));
  const template = join(folder, "template");
  const [postgres] = await Promise.all([startPostgres(), makePgliteTemplate(template)]);
  server = postgres;
  await makePostgresTemplate(postgres.url);
  project.provide("postgresUrl", postgres.url);
  project.provide("pgliteTemplate", template);
}

export async function teardown(): Promise<void> {
  await server?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
}

async function makePgliteTemplate(path: string): Promise<void> {
  const { db } = await openPglite(path);
  await migrate(db, () => new Date());
  await db.close();
}

async function makePostgresTemplate(url: string): Promise<void> {
  const maintenance = await openPostgres(url);
  await maintenance.query(`create database ${TEMPLATE_DATABASE}`);
  await maintenance.close();
  const template = await openPostgres(databaseUrl(url, TEMPLATE_DATABASE));
  await migrate(template, () => new Date());
  await template.close();
}

export function databaseUrl(url: string, name: string): string {
  const at = new URL(url);
  at.pathname = `/${name}`;
  return at.href;
}

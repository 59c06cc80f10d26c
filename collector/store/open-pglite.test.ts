import { closeSync, existsSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { copyOfTemplate } from "@/tests/support/postgres-and-pglite";
import { openBlobFiles } from "../blobs/blob-files";
import { createCollector } from "../create-collector";
import { StartError } from "../start-error";
import { newReport, testSettings } from "../test-kit";
import type { Db } from "./db";
import { openPglite } from "./open-pglite";

/** Against hanging: each start of an embedded database takes seconds where the machine is busy. */
vi.setConfig({ testTimeout: 240_000 });

let folder = "";
let blobs = "";
beforeEach(() => {
  folder = copyOfTemplate();
  blobs = mkdtempSync(join(tmpdir(), "earshot-blobs-"));
});
afterEach(() => {
  for (const path of [folder, blobs]) rmSync(path, { recursive: true, force: true });
});

/** A collector on the folder with some reports in it; `unclean` leaves it as a process does that was killed. */
async function fill(end: "clean" | "unclean", work: (db: Db) => Promise<void> = async () => {}): Promise<void> {
  const { db } = await openPglite(folder);
  const collector = await createCollector({ db, blobs: openBlobFiles(blobs, "main"), settings: testSettings() });
  const { token } = await collector.tokens.create("ingest", "all", "test");
  const response = await collector.fetch(
    new Request("http://x/v1/events", {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(Array.from({ length: 60 }, () => newReport().event)),
    }),
  );
  expect(response.status).toBe(200);
  await work(db);
  await db.query("checkpoint");
  await collector.close();
  if (end === "unclean") rmSync(join(folder, "clean"));
}

async function start() {
  const { db, recovery } = await openPglite(folder);
  try {
    return await createCollector({ db, recovery, blobs: openBlobFiles(blobs, "main") });
  } catch (error) {
    await db.close();
    throw error;
  }
}

describe("a folder that was not closed in good order", () => {
  it("is looked through and goes on where all of it is there, and gives out no number twice", async () => {
    await fill("unclean", async (db) => void (await db.query("update feed set head = 7")));
    const opened = await openPglite(folder);
    expect(await opened.recovery?.damage()).toEqual([]);
    expect(await opened.db.query("select head from feed")).toEqual([{ head: 60n }]);
    expect(await opened.db.query("select extname from pg_extension where extname = 'amcheck'")).toEqual([]);
    await opened.db.close();
    // Closed, but nobody has begun a new epoch: it is not clean.
    expect(existsSync(join(folder, "clean"))).toBe(false);
    await (await start()).close();
    expect(existsSync(join(folder, "clean"))).toBe(true);
  });

  it("is not served where rows went missing, and says what to do", async () => {
    await fill("unclean", async (db) => {
      await db.query("delete from report where rev = 30");
      await db.query("delete from event where seq < 5");
    });
    const refused = start();
    await expect(refused).rejects.toThrow(StartError);
    await expect(refused).rejects.toThrow(
      /\(reports are missing; events are missing\).*collector restore --replace --from COPY/,
    );
  });

  it("is not served where pages are torn", async () => {
    const paths: string[] = [];
    await fill("unclean", async (db) => {
      for (const name of ["voice", "report_rev"]) {
        const [row] = await db.query<{ path: string }>("select pg_relation_filepath($1::regclass) as path", [name]);
        paths.push(row?.path ?? "");
      }
    });
    for (const path of paths) tear(join(folder, "pglite", path));
    const refused = start();
    await expect(refused).rejects.toThrow(/table voice (is torn|cannot be read)/);
    await expect(refused).rejects.toThrow(/index report_rev is torn/);
  });
});

it("is not served where it has grown beyond what it is meant for", async () => {
  await fill("clean");
  const { db } = await openPglite(folder);
  const pictures = openBlobFiles(blobs, "main");
  const settings = testSettings({ embeddedReports: 59 });
  const started = createCollector({ db, blobs: pictures, settings });
  await expect(started).rejects.toThrow(/holds 60 reports, and is meant for 59: move to PostgreSQL/);
  await db.close();
});

it("is copied while it is in use, as it is at one moment, and the copy is a whole database", async () => {
  await fill("clean");
  const { db, copyTo } = await openPglite(folder);
  const target = join(blobs, "copy");
  const copying = copyTo?.(target);
  const during = db.query("update org set name = 'Later'");
  await Promise.all([copying, during]);
  expect(readdirSync(target)).toEqual(["pglite"]);
  await db.close();
  const copy = await openPglite(target);
  expect(await copy.recovery?.damage()).toEqual([]);
  expect(await copy.db.query("select count(*)::int as n from event")).toEqual([{ n: 60 }]);
  expect(await copy.db.query("select name from org")).toEqual([{ name: "My organisation" }]);
  await copy.db.close();
});

/** Half a kilobyte of something else in the middle of a page, as where one sector of it was written. */
function tear(path: string): void {
  const file = openSync(path, "r+");
  writeSync(file, Buffer.alloc(512, 0xa5), 0, 512, 4096);
  writeSync(file, Buffer.alloc(24, 0xff), 0, 24, 8);
  closeSync(file);
}

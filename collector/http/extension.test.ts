import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { open } from "@/tests/support/postgres-and-pglite";
import { openExtensionFiles } from "../extension/extension-files";
import type { Db } from "../store/db";
import { openDesk, testSettings } from "../test-kit";

const above = mkdtempSync(join(tmpdir(), "earshot-extension-"));
const folder = join(above, "extension");
let db: Db;

beforeAll(async () => {
  db = await open("pglite");
  mkdirSync(join(folder, "folder.crx"), { recursive: true });
  writeFileSync(join(folder, "updates.xml"), "<gupdate/>");
  writeFileSync(join(folder, "updates.json"), "{}");
  writeFileSync(join(folder, "earshot-1.2.3.crx"), Buffer.from([0x43, 0x72, 0x32, 0x34, 0, 255]));
  writeFileSync(join(folder, "earshot-1.2.3.xpi"), "xpi");
  writeFileSync(join(folder, "earshot-key.pem"), "secret");
  writeFileSync(join(folder, ".hidden.json"), "secret");
  writeFileSync(join(above, "secret.json"), "secret");
  symlinkSync(join(above, "secret.json"), join(folder, "link.json"));
  symlinkSync("updates.xml", join(folder, "newest.xml"));
});
afterAll(async () => {
  rmSync(above, { recursive: true, force: true });
  await db.close();
});

const openHere = (settings = testSettings()) => openDesk(db, { extension: openExtensionFiles(folder), settings });

it("hands out packages and update files to everybody, each under its own type", async () => {
  const desk = await openHere();
  for (const [name, type] of [
    ["updates.xml", "text/xml"],
    ["updates.json", "application/json"],
    ["earshot-1.2.3.crx", "application/x-chrome-extension"],
    ["earshot-1.2.3.xpi", "application/x-xpinstall"],
    // A link within the folder, as containers mount their files.
    ["newest.xml", "text/xml"],
  ]) {
    const response = await desk.ask(`/extension/${name}`);
    expect(response.status, name).toBe(200);
    expect(response.headers.get("content-type")).toBe(type);
  }
  const crx = await desk.ask("/extension/earshot-1.2.3.crx");
  expect([...new Uint8Array(await crx.arrayBuffer())]).toEqual([0x43, 0x72, 0x32, 0x34, 0, 255]);
});

it("hands out nothing else, wherever it lies", async () => {
  const desk = await openHere();
  for (const name of [
    "../secret.json",
    "..%2fsecret.json",
    "%2e%2e%2fsecret.json",
    "..%5csecret.json",
    "link.json",
    ".hidden.json",
    "earshot-key.pem",
    "folder.crx",
    "updates.xml%00",
    "updates.xml/",
    "none.crx",
    "constructor",
    "",
  ]) {
    const response = await desk.ask(`/extension/${name}`);
    expect(response.status, name).toBe(404);
    expect(await response.text()).not.toContain("secret");
  }
});

it("answers HEAD, and says what has not changed", async () => {
  const desk = await openHere();
  const head = await desk.ask("/extension/updates.xml", { method: "HEAD" });
  expect(head.status).toBe(200);
  expect(await head.text()).toBe("");
  const etag = head.headers.get("etag") ?? "";
  expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
  const again = await desk.ask("/extension/updates.xml", { headers: { "if-none-match": etag } });
  expect(again.status).toBe(304);
  expect(again.headers.get("etag")).toBe(etag);
  expect((await desk.ask("/extension/updates.xml", { method: "PUT" })).status).toBe(405);
});

it("has a new version without a new start", async () => {
  const desk = await openHere();
  const read = async () => (await desk.ask("/extension/updates.json")).text();
  expect(await read()).toBe("{}");
  writeFileSync(join(folder, "updates.json"), "[]");
  // As long as before: only its time tells, and a clock may be coarse.
  utimesSync(join(folder, "updates.json"), 1, 1);
  expect(await read()).toBe("[]");
});

it("has nothing to hand out where no folder is named", async () => {
  const desk = await openDesk(db);
  expect((await desk.ask("/extension/updates.xml")).status).toBe(404);
});

it("is limited by address, as all that everybody may read", async () => {
  const desk = await openHere(testSettings({ rates: { addressPerMinute: 2 } }));
  const statuses: number[] = [];
  for (let at = 0; at < 3; at++) statuses.push((await desk.ask("/extension/updates.xml")).status);
  expect(statuses).toEqual([200, 200, 429]);
});

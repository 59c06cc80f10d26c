import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { StartError } from "../start-error";
import { openBlobFiles } from "./blob-files";

const SHA = "ab".repeat(32);

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "earshot-blobs-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it("keeps bytes by their digest, whole, and leaves nothing beside them", async () => {
  const files = openBlobFiles(join(folder, "deep"), "main");
  expect([await files.has(SHA), await files.read(SHA)]).toEqual([false, null]);
  // Two at once, as by two processes: the same bytes either way.
  await Promise.all([files.write(SHA, Buffer.from("one")), files.write(SHA, Buffer.from("one"))]);
  expect([await files.has(SHA), Buffer.from((await files.read(SHA)) ?? []).toString()]).toEqual([true, "one"]);
  expect(readdirSync(join(folder, "deep/main"))).toEqual(["ab"]);
  expect(await openBlobFiles(join(folder, "deep"), "other").has(SHA)).toBe(false);
});

it("says so when it cannot write, and cleans up", async () => {
  const files = openBlobFiles(folder, "main");
  writeFileSync(join(folder, "main/ab"), "in the way of the folder");
  await expect(files.write(SHA, Buffer.from("one"))).rejects.toThrow();
  expect(readdirSync(join(folder, "main"))).toEqual(["ab"]);
  writeFileSync(join(folder, "taken"), "");
  expect(() => openBlobFiles(folder, "taken")).toThrow(StartError);
});

it("removes what is there, and does not mind where nothing is", async () => {
  const files = openBlobFiles(folder, "main");
  await files.write(SHA, Buffer.from("one"));
  await Promise.all([files.remove(SHA), files.remove(SHA)]);
  expect([await files.has(SHA), await files.read(SHA)]).toEqual([false, null]);
});

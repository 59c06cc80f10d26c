import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { buildExtension, SOURCE_FILES, SOURCE_FOLDERS } from "@/scripts/build/extension";
import { readBuild } from "@/scripts/package/archive/read-build";
import { zipFiles } from "@/scripts/package/archive/zip";
import { FIREFOX, SHIPPED } from "./built";

const ROOT = join(import.meta.dirname, "../..");
const elsewhere = mkdtempSync(join(tmpdir(), "earshot-built-elsewhere-"));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

/** A build, not a measure: on a busy machine it may take long. */
const PATIENCE_MS = 300_000;

it.each([
  ["Chromium", "shipped", SHIPPED],
  ["Firefox", "firefox", FIREFOX],
] as const)(
  "for %s two builds in two folders are the same bytes",
  async (_, flavour, build) => {
    for (const name of [...SOURCE_FOLDERS, ...SOURCE_FILES, "tsconfig.json"]) {
      cpSync(join(ROOT, name), join(elsewhere, name), { recursive: true });
    }
    rmSync(join(elsewhere, "node_modules"), { force: true });
    symlinkSync(join(ROOT, "node_modules"), join(elsewhere, "node_modules"), "dir");
    const [here, there] = [readBuild(build), readBuild((await buildExtension(elsewhere, flavour, "out")).folder)];
    // Which file it is comes first: of two archives nobody sees it.
    const differing = [...here.keys()].filter((file) => !same(here.get(file), there.get(file)));
    expect([...there.keys()].toSorted()).toEqual([...here.keys()].toSorted());
    expect(differing).toEqual([]);
    expect(same(zipFiles(here), zipFiles(there))).toBe(true);
  },
  PATIENCE_MS,
);

function same(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one !== undefined && other !== undefined && Buffer.from(one).equals(Buffer.from(other));
}

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { PackageError } from "./archive/company-key";
import type { KitFile } from "./kit-file";
import { KIT_MARK } from "./read-me";

/**
 * Writes the kit in place of the last one.
 * @throws PackageError where the folder holds something else.
 */
export function writeKit(folder: string, files: readonly KitFile[]): void {
  if (existsSync(folder) && readdirSync(folder).length > 0 && !isKit(folder)) {
    throw new PackageError(`${folder} is not empty, and is no kit of ours: name another folder by --out.`);
  }
  rmSync(folder, { recursive: true, force: true });
  for (const { path, content } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function isKit(folder: string): boolean {
  const readMe = join(folder, "READ-ME.txt");
  return existsSync(readMe) && readFileSync(readMe, "utf8").startsWith(KIT_MARK);
}

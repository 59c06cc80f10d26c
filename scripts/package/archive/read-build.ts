import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { Files } from "./zip";

/** The files of a built extension. */
export function readBuild(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1).replaceAll(sep, "/"), new Uint8Array(readFileSync(path))];
    }),
  );
}

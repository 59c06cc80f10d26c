import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The full path of a program, or null where it is not installed. */
export function onPath(name: string): string | null {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

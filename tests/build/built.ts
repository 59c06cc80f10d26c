import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const OUT = join(fileURLToPath(new URL("../..", import.meta.url)), process.env["OUT_DIR"] ?? ".output");

/** The builds that `npm test` makes before these tests; made one by one with `npm run build`. */
export const SHIPPED = join(OUT, "chrome-mv3");
export const E2E = join(OUT, "chrome-mv3-e2e");
export const FIREFOX = join(OUT, "firefox-mv3");

export interface Manifest {
  key?: string;
  permissions: string[];
  host_permissions: string[];
  optional_permissions?: string[];
  content_scripts?: { matches: string[]; js: string[] }[];
  web_accessible_resources?: { resources: string[]; matches: string[]; use_dynamic_url?: boolean }[];
  background: { service_worker?: string; scripts?: string[] };
  action: { default_popup: string };
  commands: Record<string, { suggested_key?: { default: string }; description?: string }>;
  content_security_policy?: { extension_pages?: string };
  browser_specific_settings?: { gecko: { id: string } };
}

export function readManifest(build: string): Manifest {
  return JSON.parse(readFileSync(join(build, "manifest.json"), "utf8")) as Manifest;
}

/** Paths of all files of a build, with `/` between folders. */
export function filesOf(build: string): string[] {
  return readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(build.length + 1));
}

export function read(build: string, file: string): string {
  return readFileSync(join(build, file), "utf8");
}

export function gzipKiB(build: string, files: string[]): number {
  const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(build, file)), { level: 9 }).length, 0);
  return bytes / 1024;
}

/**
 * Everything that a page of the extension loads before it can be used: its HTML, the scripts and styles in it, and
 * what those import statically. What is imported on demand (`import()`) is left out, and what only reviewers fetch.
 */
export function firstScreen(build: string, page: string): string[] {
  const html = read(build, page).replaceAll(/<link (?:disabled|data-reviewer)[^>]*>/g, "");
  const named = [...html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? "");
  const seen = new Set([page]);
  const open = [...named];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    if (!file.endsWith(".js")) continue;
    open.push(...importsOf(build, file));
  }
  return [...seen];
}

/** Paths of what a built script imports statically. */
export function importsOf(build: string, file: string): string[] {
  const folder = file.split("/").slice(0, -1);
  const imports = read(build, file).matchAll(
    /(?:^|[;}\n])(?:import|export)\s*(?:[^"'();]*?from)?\s*["'](\.[^"']+)["']/g,
  );
  return [...imports].map(([, to = ""]) => resolveFrom(folder, to));
}

function resolveFrom(folder: string[], relative: string): string {
  const parts = [...folder];
  for (const part of relative.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

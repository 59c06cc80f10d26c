import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startProcess } from "@/scripts/services/process-group";

/** `shipped` is what people install; `e2e` has the two seams for tests; `firefox` is the shipped one for Firefox. */
export type Flavour = "shipped" | "e2e" | "firefox";

const ARGUMENTS: Record<Flavour, { args: string[]; folder: string }> = {
  shipped: { args: [], folder: "chrome-mv3" },
  e2e: { args: ["--mode", "e2e"], folder: "chrome-mv3-e2e" },
  firefox: { args: ["-b", "firefox", "--mv3"], folder: "firefox-mv3" },
};

/** All that a build is made of. */
export const SOURCE_FOLDERS = ["entrypoints", "components", "lib", "locales", "public"];
export const SOURCE_FILES = [
  "wxt.config.ts",
  "scripts/build/few-scripts.ts",
  "scripts/build/inline-styles.ts",
  "scripts/build/later-links.ts",
  "package.json",
  "package-lock.json",
];

export interface Built {
  folder: string;
  /** false where an earlier build of the same sources was there. */
  fresh: boolean;
}

/** Builds the extension unless the sources are those of the last build of this flavour. */
export async function buildExtension(root: string, flavour: Flavour, outDir?: string): Promise<Built> {
  const { args, folder: name } = ARGUMENTS[flavour];
  const out = outDir ?? process.env["OUT_DIR"] ?? ".output";
  const folder = join(root, out, name);
  const stamp = join(root, out, `${name}.sources`);
  const sources = hashSources(root);
  if (existsSync(join(folder, "manifest.json")) && existsSync(stamp) && readFileSync(stamp, "utf8") === sources) {
    return { folder, fresh: false };
  }
  const build = startProcess({
    name: "wxt build",
    command: process.execPath,
    args: [join(root, "node_modules/wxt/bin/wxt.mjs"), "build", ...args],
    cwd: root,
    // Whoever builds from a test would else get React's development half.
    env: { OUT_DIR: out, NODE_ENV: "production" },
  });
  const code = await build.ended;
  if (code !== 0) throw new Error(`The extension could not be built (${flavour}).\n${build.tail(30)}`);
  writeFileSync(stamp, sources);
  return { folder, fresh: true };
}

function hashSources(root: string): string {
  const hash = createHash("sha256");
  const inFolders = SOURCE_FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes(".test."))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const files = [...inFolders, ...SOURCE_FILES.map((file) => join(root, file))];
  for (const file of files.toSorted()) {
    const content = readFileSync(file);
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

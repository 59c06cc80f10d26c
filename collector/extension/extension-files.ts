import { createHash } from "node:crypto";
import { readFile, realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";

/** What browsers load: a package, or what says which one is the newest. */
interface ExtensionFile {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
  /** Strong, in quotes. */
  etag: string;
}

export interface ExtensionFiles {
  /** null where there is no such file, or it is none that a browser loads. */
  read(name: string): Promise<ExtensionFile | null>;
}

/** Browsers take a package under its own type alone. Nothing else is handed out, whatever lies beside it. */
const TYPES: Record<string, string> = {
  ".crx": "application/x-chrome-extension",
  ".xpi": "application/x-xpinstall",
  ".xml": "text/xml",
  ".json": "application/json",
};

const NAME = /^[A-Za-z0-9][\w.-]{0,99}$/;

/** Files of a folder, without those below it. Read anew when they have changed, so that an update needs no new start. */
export function openExtensionFiles(folder: string): ExtensionFiles {
  const kept = new Map<string, { version: string; file: ExtensionFile }>();
  return {
    async read(name) {
      const type = NAME.test(name) ? TYPES[extname(name)] : undefined;
      const path = type === undefined ? null : await inside(folder, name);
      if (type === undefined || path === null) return null;
      const { mtimeMs, size } = await stat(path);
      const version = `${path} ${mtimeMs} ${size}`;
      const known = kept.get(name);
      if (known?.version === version) return known.file;
      const bytes = new Uint8Array(await readFile(path));
      const file = { bytes, type, etag: `"${createHash("sha256").update(bytes).digest("hex").slice(0, 32)}"` };
      kept.set(name, { version, file });
      return file;
    },
  };
}

/** The real path of a file that lies in the folder; null for a folder, and for a link that leads out of it. */
async function inside(folder: string, name: string): Promise<string | null> {
  try {
    const [root, path] = await Promise.all([realpath(folder), realpath(join(folder, name))]);
    return path.startsWith(root + sep) && (await stat(path)).isFile() ? path : null;
  } catch {
    return null;
  }
}

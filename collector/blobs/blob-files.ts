import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { StartError } from "../start-error";

/** The bytes of pictures, by their sha256 in hex. A file is there whole or not at all. */
export interface BlobFiles {
  /** @throws DiskFull */
  write(sha256: string, bytes: Uint8Array): Promise<void>;
  /** null where there is none. */
  read(sha256: string): Promise<Uint8Array<ArrayBuffer> | null>;
  has(sha256: string): Promise<boolean>;
  /** Also where there is none. Whoever calls it holds the feed's lock: nobody can come to want it meanwhile. */
  remove(sha256: string): Promise<void>;
  /** The digests of what was put here before, some at a time. On the way it removes what a crash left half written. */
  putBefore(at: Date): AsyncGenerator<string[]>;
}

export class DiskFull extends Error {
  override name = "DiskFull";
}

/** The time that every file has: by the time of its writing one could tell who sat at their desk then. */
const NO_TIME = new Date(0);

/**
 * A folder of pictures for one organisation: `<folder>/<org>/<first two digits>/<sha256>`. Written beside its place,
 * forced to the disk, and moved: whoever reads it, also after a power loss, reads all of it. Several collectors of one
 * database share one folder.
 *
 * @throws StartError where the folder cannot be used.
 */
export function openBlobFiles(blobsFolder: string, org: string): BlobFiles {
  const folder = resolve(blobsFolder, org);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new StartError(`The folder ${folder} for pictures cannot be used.`, { cause: error });
  }
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);

  return {
    async write(sha256, bytes) {
      const path = pathOf(sha256);
      const beside = join(folder, `new-${randomBytes(8).toString("hex")}`);
      try {
        await mkdir(dirname(path), { recursive: true });
        const file = await open(beside, "wx", 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await utimes(beside, NO_TIME, NO_TIME);
        await rename(beside, path);
        await syncFolder(dirname(path));
      } catch (error) {
        await rm(beside, { force: true });
        throw isFull(error) ? new DiskFull("no room for a picture", { cause: error }) : error;
      }
    },
    async read(sha256) {
      try {
        return new Uint8Array(await readFile(pathOf(sha256)));
      } catch (error) {
        if (codeOf(error) === "ENOENT") return null;
        throw error;
      }
    },
    async has(sha256) {
      return stat(pathOf(sha256)).then(
        () => true,
        () => false,
      );
    },
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    putBefore: (at) => putBefore(folder, at),
  };
}

const DIGEST = /^[0-9a-f]{64}$/;

async function* putBefore(folder: string, at: Date): AsyncGenerator<string[]> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    // Their own time says nothing (see NO_TIME); the system's, of their last move, nobody can set.
    const isOld = async (file: string) => (await stat(file)).ctime < at;
    if (entry.isFile() && entry.name.startsWith("new-") && (await isOld(path))) await rm(path, { force: true });
    if (!entry.isDirectory()) continue;
    const digests: string[] = [];
    for (const name of await readdir(path)) {
      if (DIGEST.test(name) && (await isOld(join(path, name)).catch(() => false))) digests.push(name);
    }
    if (digests.length > 0) yield digests;
  }
}

/** Without it the name may be lost where the bytes are not. Windows opens no folders, and needs none of it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function isFull(error: unknown): boolean {
  return ["ENOSPC", "EDQUOT", "EFBIG"].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

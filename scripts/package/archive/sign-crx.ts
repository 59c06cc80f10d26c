import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import crx3 from "crx3";

/** The zip as a CRX of version 3, signed with the key in the file. RSA signs the same bytes alike each time. */
export async function signCrx(zip: Uint8Array, keyFile: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "earshot-crx-"));
  try {
    const crxPath = join(folder, "earshot.crx");
    await crx3(Readable.from([Buffer.from(zip)]), { crxPath, keyPath: keyFile });
    return new Uint8Array(readFileSync(crxPath));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

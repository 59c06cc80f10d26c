import { statfsSync } from "node:fs";
import { tmpdir } from "node:os";

const IN_MEMORY = "/dev/shm";
/** Two workers with their browsers and databases have used a tenth of it; a container's usual 64 MiB are not enough. */
const ENOUGH_BYTES = 4 * 1024 ** 3;

/**
 * For profiles and databases that go with the test: in memory where there is plenty. On a disk each browser's start, each
 * report that is kept safe and each profile that is thrown away waits for it. Memory outlives a killed process as a disk
 * does.
 */
export function quickFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize > ENOUGH_BYTES ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

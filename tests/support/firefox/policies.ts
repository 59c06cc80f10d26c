import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { putBackAtEnd } from "@/tests/support/put-back";

/** Where every Firefox of this machine looks at its start. */
const FILE = "/etc/firefox/policies/policies.json";

/** Firefox passes over what it does not know beside `policies`; by this a file of a test is told from a company's. */
const MARK = { madeBy: "Earshot's tests" };

/** Why no policy can be written here; null where it can. Where somebody has one of their own, it stays as it is. */
export function whyNotManageFirefox(): string | null {
  if (process.platform !== "linux" || process.getuid?.() !== 0)
    return "writing the machine's policy for Firefox needs root on Linux";
  return existsSync(FILE) && !made ? `the machine has a policy of its own: ${FILE}` : null;
}

let made = false;

/** For all that start from now on. `policies`: as Firefox's file has them under that name. */
export function manageFirefox(policies: object): void {
  const why = whyNotManageFirefox();
  if (why !== null) throw new Error(why);
  putBackAtEnd(unmanageFirefox);
  made = true;
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify({ ...MARK, policies }));
}

/** Takes away what a run that was ended by force has left, and nothing else. */
export function removeFirefoxLeftOver(): void {
  if (existsSync(FILE) && readFileSync(FILE, "utf8").includes(JSON.stringify(MARK).slice(1, -1))) remove();
}

export function unmanageFirefox(): void {
  if (made) remove();
}

function remove(): void {
  rmSync(FILE, { force: true });
  for (const folder of [dirname(FILE), dirname(dirname(FILE))]) {
    try {
      rmdirSync(folder);
    } catch {
      // Somebody has other files there.
    }
  }
}

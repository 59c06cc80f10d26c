import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "earshot-put-back-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What writes the machine's file, and where that is. */
const POLICIES = {
  Firefox: {
    write: `(await import("./tests/support/firefox/policies")).manageFirefox({})`,
    file: "/etc/firefox/policies/policies.json",
  },
  Chromium: {
    write: `(await import("./tests/support/managed-policy")).managePolicies({})`,
    file: "/etc/chromium/policies/managed/earshot-test.json",
  },
};

/** In a mount namespace of its own nothing reaches the machine; not everybody may make one. */
const canMount = spawnSync("unshare", ["-m", "mount", "-t", "tmpfs", "tmpfs", folder]).status === 0;

/** Writes the file, says `ready`, and waits for its end; then the namespace says what is left of the file. */
function run(of: keyof typeof POLICIES, ending: string): Promise<{ ready: boolean; isLeft: boolean }> {
  const { write, file } = POLICIES[of];
  const code = `(async () => { ${write}; console.log("ready"); ${ending} })()`;
  const script = `mount -t tmpfs tmpfs /etc && node --import tsx -e "$1"; test -e ${file} && echo left || echo gone`;
  const child = spawn("unshare", ["-m", "sh", "-c", script, "sh", code], { cwd: ROOT });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  return new Promise((resolve) =>
    child.once("close", () => resolve({ ready: said.includes("ready"), isLeft: !said.includes("gone") })),
  );
}

describe.skipIf(!canMount).each(["Firefox", "Chromium"] as const)("the machine's policy file for %s", (of) => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"])("is taken away at %s, of which the process dies", async (signal) => {
    const ending = `process.kill(process.pid, "${signal}"); setInterval(() => {}, 1000);`;
    expect(await run(of, ending)).toEqual({ ready: true, isLeft: false });
  });

  it("is there until then, and goes with an error too", async () => {
    expect(await run(of, `process.kill(process.pid, "SIGKILL")`)).toEqual({ ready: true, isLeft: true });
    expect(await run(of, `throw new Error("bad")`)).toEqual({ ready: true, isLeft: false });
  });
});

it.runIf(canMount)("leaves a company's file as it is", () => {
  const script = `mount -t tmpfs tmpfs /etc && mkdir -p /etc/firefox/policies &&
echo company > /etc/firefox/policies/policies.json &&
node --import tsx -e '(async () => { const { manageFirefox } = await import("./tests/support/firefox/policies"); try { manageFirefox({}) } catch (e) { console.log(e.message) } })()'
cat /etc/firefox/policies/policies.json`;
  const { stdout } = spawnSync("unshare", ["-m", "sh", "-c", script], { cwd: ROOT, encoding: "utf8" });
  expect(stdout).toMatch(/a policy of its own[^]*company\n$/);
});

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { onPath } from "./on-path";

/** As root on Debian and its relatives packages can be installed without asking anybody. */
export function canInstall(): boolean {
  return process.getuid?.() === 0 && onPath("apt-get") !== null && existsSync("/etc/debian_version");
}

/** Tries to; whether it worked is seen by what is there afterwards. */
export function installPackages(names: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const quiet = { stdio: "ignore" as const, env, timeout: 600_000 };
  spawnSync("apt-get", ["update", "-qq"], quiet);
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...names], quiet);
}

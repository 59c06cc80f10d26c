// Plain Node and nothing else: this runs before there is a `node_modules`.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const NEEDED = [20, 19];

/** Ends with one sentence where Node is too old to run the rest. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  console.error(`Earshot needs Node ${NEEDED.join(".")} or newer (22 and 24 are good choices); this is ${version}.`);
  process.exit(1);
}

/**
 * Whether what is installed is what package-lock.json names. npm keeps a list of what it has put into `node_modules`
 * and writes it last, so that an interrupted install is seen as stale, and one made by hand with `npm ci` is not.
 */
function installed(root) {
  const hidden = join(root, "node_modules/.package-lock.json");
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const found = JSON.parse(readFileSync(hidden, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === "" ||
      // Optional packages are mostly those of other platforms.
      (entry.optional === true && found[path] === undefined) ||
      found[path]?.version === entry.version,
  );
}

/** Installs dependencies and WXT's types where they are missing or stale, saying so in one line each. */
export function prepare(root) {
  if (!installed(root)) {
    console.log("Installing dependencies (npm ci), about a minute …");
    run(root, "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  }
  if (!existsSync(join(root, ".wxt/tsconfig.json"))) {
    run(root, process.execPath, [join(root, "node_modules/wxt/bin/wxt.mjs"), "prepare"]);
  }
}

function run(root, command, args) {
  const windows = process.platform === "win32";
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    shell: windows && command === "npm",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ""}${stderr ?? ""}`);
  console.error(`"${command} ${args.join(" ")}" failed${error ? `: ${error.message}` : ""}.`);
  process.exit(1);
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundle } from "../bundle";
import type { VariantKey } from "./variants";

/** Every file of a variant that a page loads, by its path on the server or in the extension. */
export type Scripts = Record<VariantKey, Record<string, string>>;

const PEERS = "tests/bench/page/peers";
const PUSHFEEDBACK = "node_modules/pushfeedback/dist/pushfeedback";

/** Bundled as their makers' guides say, minified; `shipped` is our own build. */
export async function readScripts(root: string, shipped: string): Promise<Scripts> {
  const bare = await bundle(root, join(root, PEERS, "bare.js"));
  const pushfeedback = readdirSync(join(root, PUSHFEEDBACK)).map((file) => [
    `/pushfeedback/${file}`,
    readFileSync(join(root, PUSHFEEDBACK, file), "utf8"),
  ]);
  return {
    nothing: {},
    bare: { "/variant.js": bare },
    isolated: { "/isolated.js": bare },
    framed: { "/framed.js": await bundle(root, join(root, PEERS, "framed.js")) },
    empty: { "/empty.js": "" },
    earshot: { "/launcher.js": readFileSync(join(shipped, "content-scripts/launcher.js"), "utf8") },
    sentry: { "/variant.js": await bundle(root, join(root, PEERS, "sentry.ts")) },
    posthog: { "/variant.js": await bundle(root, join(root, PEERS, "posthog.ts")) },
    pushfeedback: Object.fromEntries(pushfeedback) as Record<string, string>,
  };
}

export function gzipKiB(files: Record<string, string>): number {
  return (
    Object.values(files).reduce((sum, text) => sum + (text === "" ? 0 : gzipSync(text, { level: 9 }).length), 0) / 1024
  );
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
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

/** One script without imports, as a page or a content script takes it. */
export async function bundle(root: string, entry: string): Promise<string> {
  const outputs = await build({
    root,
    configFile: false,
    logLevel: "error",
    resolve: { alias: { "@": root } },
    define: { "process.env.NODE_ENV": '"production"', __SENTRY_DEBUG__: "false", __SENTRY_TRACING__: "false" },
    build: { write: false, minify: true, lib: { entry, formats: ["iife"], name: "bench", fileName: () => "bench.js" } },
  });
  const [output] = Array.isArray(outputs) ? outputs : [];
  const [chunk] = output?.output ?? [];
  if (chunk?.type !== "chunk") throw new Error(`${entry} gave no script`);
  return chunk.code;
}

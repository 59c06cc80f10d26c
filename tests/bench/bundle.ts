import { build } from "vite";

const DEFINES = {
  "process.env.NODE_ENV": '"production"',
  __SENTRY_DEBUG__: "false",
  __SENTRY_TRACING__: "false",
  __DELAY_DIVISOR__: "1",
};

/** One script without imports, as a page or a content script takes it. */
export async function bundle(root: string, entry: string): Promise<string> {
  const outputs = await build({
    root,
    configFile: false,
    logLevel: "error",
    resolve: { alias: { "@": root } },
    define: DEFINES,
    build: { write: false, minify: true, lib: { entry, formats: ["iife"], name: "bench", fileName: () => "bench.js" } },
  });
  const [output] = Array.isArray(outputs) ? outputs : [];
  const [chunk] = output?.output ?? [];
  if (chunk?.type !== "chunk") throw new Error(`${entry} gave no script`);
  return chunk.code;
}

import { run } from "./cli/run";

const stopped = new Promise<void>((resolve) => {
  process.once("SIGTERM", () => resolve());
  process.once("SIGINT", () => resolve());
});

run(process.argv.slice(2), {
  env: process.env,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  now: () => new Date(),
  stopped,
}).then(
  (code) => {
    // Explicit: an engine that was opened and closed again may still hold a handle.
    process.exit(code);
  },
  (error: unknown) => {
    console.error("The collector failed:", error);
    process.exit(1);
  },
);

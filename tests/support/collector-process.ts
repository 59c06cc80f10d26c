import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { readSetup, type Setup } from "@/collector/cli/setup-file";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface CollectorProcess {
  setup: Setup;
  pid: number;
  /** All that it has said so far, on either stream. */
  said(): string;
  /** Sends a signal and resolves with the exit code when it has ended, null where the signal ended it. */
  end(signal: "SIGTERM" | "SIGKILL"): Promise<number | null>;
}

export interface Place {
  data: string;
  setupFile: string;
  databaseUrl?: string;
  settings?: string;
}

/** `collector serve` as an operating system process of its own, on a free port. */
export async function startCollectorProcess({ data, setupFile, databaseUrl = "", settings }: Place) {
  const options = [
    "--port",
    "0",
    "--data",
    data,
    "--setup-file",
    setupFile,
    ...(settings ? ["--settings", settings] : []),
  ];
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", "collector/main.ts", "serve", ...options], {
    cwd: ROOT,
    // Not the developer's own database, should one be named.
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const gone = once(child, "exit") as Promise<[number | null]>;
  let said = "";
  const listens = new Promise<void>((resolve) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("listens at")) resolve();
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
  });
  await Promise.race([listens, gone]);
  const setup = readSetup(setupFile);
  const { pid } = child;
  if (child.exitCode !== null || !setup || pid === undefined) throw new Error(`the collector did not start:\n${said}`);
  const running: CollectorProcess = {
    setup,
    pid,
    said: () => said,
    async end(signal) {
      child.kill(signal);
      return (await gone)[0];
    },
  };
  return running;
}

import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { dirname } from "node:path";

export interface ProcessGroup {
  name: string;
  pid: number;
  /** Resolves with the exit code (null: by a signal) once the program itself has ended. */
  ended: Promise<number | null>;
  /** The last lines that it wrote, for an error message. */
  tail(lines?: number): string;
  /** SIGTERM to the program and all that it started; SIGKILL to what is left after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
  /** SIGKILL to the whole group, as if the machine had lost power. */
  kill(): Promise<void>;
}

export interface ProcessOptions {
  name: string;
  command: string;
  args: string[];
  cwd: string;
  env?: Record<string, string>;
  /** Everything that it writes goes to this file. */
  log?: string;
  /** What it writes is shown as it comes. */
  echo?: boolean;
}

const alive = new Set<number>();
// Whatever ends this process, by an error too, ends what it has started.
process.once("exit", () => {
  for (const pid of alive) signalGroup(pid, "SIGKILL");
});

/**
 * Starts a program in a process group of its own: Ctrl+C in a terminal does not reach it, so that whoever started it
 * decides in which order things end, and nothing that it started itself is left behind.
 */
export function startProcess(options: ProcessOptions): ProcessGroup {
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  if (options.log) mkdirSync(dirname(options.log), { recursive: true });
  const log = options.log ? createWriteStream(options.log, { flags: "a" }) : null;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      lines.push(text);
      if (lines.length > 400) lines.splice(0, 200);
      log?.write(text);
      if (options.echo) process.stdout.write(text);
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once("error", (error) => {
      lines.push(`${error.message}\n`);
      resolve(127);
    });
    child.once("exit", (code) => resolve(code));
  });
  // An impossible pid where the program could not be started: signals to it are then refused, and ignored below.
  const group = child.pid ?? 2 ** 30;
  alive.add(group);
  void ended.then(() => {
    log?.end();
    signalGroup(group, "SIGKILL");
    alive.delete(group);
  });
  return {
    name: options.name,
    pid: group,
    ended,
    tail: (count = 12) => lines.join("").trim().split("\n").slice(-count).join("\n"),
    async stop(graceMs = 8_000) {
      signalGroup(group, "SIGTERM");
      const timer = setTimeout(() => signalGroup(group, "SIGKILL"), graceMs);
      await ended;
      clearTimeout(timer);
    },
    async kill() {
      signalGroup(group, "SIGKILL");
      await ended;
    },
  };
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // The group is gone, which is what was wanted.
  }
}

/** Waits until `url` answers 2xx; fails at once where the program ends first, and after `timeoutMs` otherwise. */
export async function waitUntilServing(group: ProcessGroup, url: string, timeoutMs = 60_000): Promise<void> {
  const giveUpAt = Date.now() + timeoutMs;
  let code: number | null | undefined;
  void group.ended.then((exit) => (code = exit));
  while (Date.now() < giveUpAt) {
    if (code !== undefined) throw new Error(`${group.name} ended by itself (exit code ${code}).\n${group.tail()}`);
    const ok = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${group.name} did not answer at ${url} within ${timeoutMs / 1000} s.\n${group.tail()}`);
}

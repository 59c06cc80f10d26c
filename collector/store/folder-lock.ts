import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * One process to one PGlite folder. A second one would lose data without a word: both keep pages in memory.
 *
 * The lock is a file with the holder's pid and when that process started (a restarted container has the same pid
 * again). It appears whole or not at all, by `link`. A dead holder's file is moved away, and looked at once more
 * where it lands: if it is not the one that was judged dead, somebody else was quicker.
 */
export interface FolderLock {
  release(): void;
}

interface Holder {
  pid: number;
  started: string;
}

const NAME = "lock";

/** The lock, or the pid of the process that has it. */
export function lockFolder(folder: string): FolderLock | { heldBy: number } {
  const path = join(folder, NAME);
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid), nonce: nonce() });
  const draft = join(folder, `${NAME}.${nonce()}`);
  writeFileSync(draft, mine);
  try {
    for (;;) {
      if (tryLink(draft, path)) return { release: () => releaseOwn(path, mine) };
      const text = readOrNull(path);
      if (text === null) continue;
      const holder = parseHolder(text);
      if (isAlive(holder)) return { heldBy: holder.pid };
      moveAway(path, text);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function moveAway(path: string, judged: string): void {
  const away = `${path}.${nonce()}`;
  try {
    renameSync(path, away);
  } catch {
    return;
  }
  if (readOrNull(away) !== judged) tryLink(away, path);
  rmSync(away, { force: true });
}

function releaseOwn(path: string, mine: string): void {
  if (readOrNull(path) === mine) rmSync(path, { force: true });
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function parseHolder(text: string): Holder {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && "pid" in value && "started" in value) {
      return { pid: Number(value.pid), started: String(value.started) };
    }
  } catch {
    // Not ours or torn: nobody can be found behind it.
  }
  return { pid: 0, started: "" };
}

function isAlive(holder: Holder): boolean {
  if (!Number.isSafeInteger(holder.pid) || holder.pid <= 0) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it lives, as another user.
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  const started = startOf(holder.pid);
  return started === "" || holder.started === "" || started === holder.started;
}

/** Clock ticks from boot to the start of a process, where the system says so (Linux); else "". */
function startOf(pid: number): string {
  const stat = readOrNull(`/proc/${pid}/stat`);
  // The second field is the name in brackets and may hold anything; the start time is the 20th after it.
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function nonce(): string {
  return randomBytes(6).toString("hex");
}

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lockFolder } from "./folder-lock";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "earshot-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function mustLock() {
  const lock = lockFolder(folder);
  if ("heldBy" in lock) throw new Error(`held by ${lock.heldBy}`);
  return lock;
}

it("is for one holder at a time, and leaves nothing behind", () => {
  const lock = mustLock();
  expect(lockFolder(folder)).toEqual({ heldBy: process.pid });
  lock.release();
  mustLock().release();
  expect(readdirSync(folder)).toEqual([]);
});

it.each([
  ["a process that is gone", () => JSON.stringify({ pid: deadPid(), started: "1" })],
  ["an earlier process with our pid", () => JSON.stringify({ pid: process.pid, started: "1" })],
  ["a torn file", () => '{"pid":'],
  ["an empty file", () => ""],
])("is taken over from %s", (_name, text) => {
  writeFileSync(join(folder, "lock"), text());
  const lock = mustLock();
  expect(lockFolder(folder)).toEqual({ heldBy: process.pid });
  lock.release();
  expect(readdirSync(folder)).toEqual([]);
});

it("is not taken from a process that lives", () => {
  writeFileSync(join(folder, "lock"), JSON.stringify({ pid: process.ppid, started: "" }));
  expect(lockFolder(folder)).toEqual({ heldBy: process.ppid });
});

function deadPid(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

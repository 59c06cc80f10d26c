import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepCopies } from "./copies";

let folder = "";
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "earshot-copies-")), "copies");
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true }));

const on = (day: string) => new Date(`${day}T03:00:00`);
const copy = (target: string) => mkdir(target);

it("makes one a day and keeps those of seven days, whatever days the collector was there", async () => {
  for (const day of ["2026-02-20", "2026-02-27", "2026-03-01", "2026-03-02", "2026-03-02", "2026-03-05"]) {
    await keepCopies(folder, 7, on(day), copy);
  }
  expect(readdirSync(folder)).toEqual(["2026-02-27", "2026-03-01", "2026-03-02", "2026-03-05"]);
  await keepCopies(folder, 7, on("2026-03-06"), copy);
  expect(readdirSync(folder)).toEqual(["2026-03-01", "2026-03-02", "2026-03-05", "2026-03-06"]);
});

it("takes none for a copy that was not finished, and deletes no old one for it", async () => {
  await keepCopies(folder, 7, on("2026-02-01"), copy);
  const failing = vi.fn(async (target: string) => {
    await mkdir(target);
    throw new Error("no room");
  });
  await expect(keepCopies(folder, 7, on("2026-03-01"), failing)).rejects.toThrow("no room");
  expect(readdirSync(folder)).toEqual(["2026-02-01", "2026-03-01.new"]);
  await keepCopies(folder, 7, on("2026-03-01"), copy);
  expect(readdirSync(folder)).toEqual(["2026-03-01"]);
});

it("deletes all where none are to be kept, and touches nothing else", async () => {
  await keepCopies(folder, 7, on("2026-02-01"), copy);
  mkdirSync(join(folder, "mine"));
  writeFileSync(join(folder, "2026-02-01.txt"), "");
  await keepCopies(folder, 0, on("2026-02-02"), copy);
  expect(readdirSync(folder)).toEqual(["2026-02-01.txt", "mine"]);
});

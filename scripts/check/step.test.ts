import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createSteps } from "./step";

let pictures: string;
let taken: string[];
let lines: string[];

beforeEach(() => {
  pictures = mkdtempSync(join(tmpdir(), "earshot-steps-"));
  taken = [];
  lines = [];
});
afterEach(() => rmSync(pictures, { recursive: true, force: true }));

/** A page of which only the picture counts. */
const page = (take: (path: string) => void) =>
  ({ screenshot: async ({ path }: { path: string }) => take(path.slice(pictures.length + 1)) }) as unknown as Page;

it("takes one picture of each step, and of a failed one all that is open", async () => {
  const good = page((path) => taken.push(path));
  const gone = page(() => {
    throw new Error("this page is closed");
  });
  const steps = createSteps({
    pictures,
    print: (line) => lines.push(line),
    now: () => 0,
    openPages: () => [good, gone, good],
  });
  await steps.step("She opens it", async () => good);
  const failing = steps.step("He waits", async () => {
    throw new Error("nobody came");
  });
  await expect(failing).rejects.toThrow("nobody came");
  expect(taken).toEqual(["01-she-opens-it.png", "FAILED-02-he-waits-page-1.png", "FAILED-02-he-waits-page-3.png"]);
  expect(lines).toEqual(["ok     0.0 s  She opens it", "FAIL   0.0 s  He waits"]);
  expect([steps.passed(), steps.failed()]).toEqual([1, ["He waits"]]);
});

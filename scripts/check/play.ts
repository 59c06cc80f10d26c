import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { createSteps, type Steps } from "./step";

/** What a check has while it is played. */
export interface Play {
  steps: Steps;
  /** Deleted at the end. */
  folder: string;
  /** What is closed at the end, from the front. */
  closing: (() => Promise<void>)[];
  /** The pages of which pictures are taken where a step fails. */
  watch(openPages: () => Page[]): void;
}

/** Plays a check in fresh folders, says ok or FAIL step by step, and leaves its pictures in output/check. 0 or 1. */
export async function play(root: string, check: (playing: Play) => Promise<void>): Promise<number> {
  const startedAt = Date.now();
  const pictures = join(root, "output/check");
  rmSync(pictures, { recursive: true, force: true });
  let openPages: () => Page[] = () => [];
  const steps = createSteps({ pictures, print: console.log, now: Date.now, openPages: () => openPages() });
  const folder = mkdtempSync(join(tmpdir(), "earshot-check-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(130));
  const closing: Play["closing"] = [];
  try {
    await check({ steps, folder, closing, watch: (pages) => (openPages = pages) });
  } catch (error) {
    console.error(error instanceof Error ? `\n${error.message}` : error);
    if (steps.failed().length === 0) steps.failed().push("setting up");
  } finally {
    for (const close of closing) await close().catch(() => undefined);
  }
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
  const failed = steps.failed();
  console.log(
    failed.length === 0
      ? `\nAll ${steps.passed()} steps are ok, in ${seconds} s. Pictures: ${pictures}`
      : `\nFailed at: ${failed.join(", ")} (${steps.passed()} steps were ok). Pictures: ${pictures}`,
  );
  return failed.length === 0 ? 0 : 1;
}

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";

export interface Steps {
  /** Runs one step, prints one line about it, and takes a picture of the page that it returns. Throws when it fails. */
  step(name: string, run: () => Promise<Page | null>): Promise<void>;
  /** A heading between two parts of the check. */
  heading(text: string): void;
  failed(): string[];
  passed(): number;
}

export interface StepsDeps {
  /** Folder, emptied by the caller; pictures are numbered over all parts. */
  pictures: string;
  print(line: string): void;
  /** Milliseconds. */
  now(): number;
  /** What is looked at when a step fails: each gets its picture. */
  openPages(): Page[];
}

export function createSteps({ pictures, print, now, openPages }: StepsDeps): Steps {
  mkdirSync(pictures, { recursive: true });
  const failed: string[] = [];
  let passed = 0;
  return {
    heading: (text) => print(`\n${text}`),
    failed: () => failed,
    passed: () => passed,
    async step(name, run) {
      const startedAt = now();
      const took = () => `${((now() - startedAt) / 1000).toFixed(1).padStart(5)} s`;
      try {
        const page = await run();
        print(`ok   ${took()}  ${name}`);
        passed++;
        // The picture is no part of the step's time: a person does not take one.
        if (page)
          await page.screenshot({
            path: join(pictures, fileName(passed + failed.length, name)),
            animations: "disabled",
          });
      } catch (error) {
        print(`FAIL ${took()}  ${name}`);
        failed.push(name);
        const file = join(pictures, `FAILED-${fileName(passed + failed.length, name)}`);
        for (const [index, page] of openPages().entries()) {
          const path = file.replace(/\.png$/, `-page-${index + 1}.png`);
          await page.screenshot({ path, animations: "disabled", timeout: 5000 }).catch(() => undefined);
        }
        throw error;
      }
    },
  };
}

function fileName(number: number, name: string): string {
  const words = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return `${String(number).padStart(2, "0")}-${words.slice(0, 60).replace(/^-|-$/g, "")}.png`;
}

import { provideBrowser } from "./browser/find";
import { provideFirefox } from "./browser/find-firefox";
import { add, type Count, NOTHING, summary } from "./test/count";
import { provideTools } from "./tools/independent";
import { createParts } from "./test/parts";

export interface TestOptions {
  root: string;
  /** How long the dependencies took. */
  installMs: number;
  /** Names of the parts to run; none means all. */
  only: string[];
}

/** Sets up, runs every part even where an earlier one failed, and says on its last line what came of it all. */
export async function main({ root, installMs, only }: TestOptions): Promise<number> {
  const times: [string, number][] = [["install", installMs]];
  let total: Count = NOTHING;
  const startedAt = Date.now();
  const browser = provideBrowser(root);
  if (only.length === 0 || only.includes("firefox")) provideFirefox();
  provideTools();
  times.push(["tools", Date.now() - startedAt]);
  const parts = createParts(root, browser.path).filter(({ name }) => only.length === 0 || only.includes(name));
  for (const part of parts) {
    console.log(`\n=== ${part.name}`);
    const partStartedAt = Date.now();
    const count = await part.run().catch((error: unknown): Count => {
      console.log(error instanceof Error ? error.message : error);
      return { ...NOTHING, failed: 1 };
    });
    times.push([part.name, Date.now() - partStartedAt]);
    console.log(`--- ${part.name}: ${summary(count)}`);
    total = add(total, count);
  }
  console.log("");
  for (const [name, tookMs] of times) console.log(`${name.padEnd(10)} ${(tookMs / 1000).toFixed(1).padStart(6)} s`);
  // No part at all (a misspelt name) is no success.
  if (parts.length === 0) total = { ...NOTHING, failed: 1 };
  console.log(`\n${summary(total)}`);
  return total.failed === 0 ? 0 : 1;
}

import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { BrowserContext } from "@playwright/test";
import { EXTENSION_ID } from "@/scripts/browser/launch";
import { putBackAtEnd } from "./put-back";

/** Where Debian's Chromium reads the policy of the machine; every browser on it sees what is here. */
const FOLDER = "/etc/chromium/policies/managed";
const FILE = join(FOLDER, "earshot-test.json");

/**
 * Why no policy can be written here; null where it can. Only root may, Playwright's own Chromium and other systems look
 * elsewhere, and where somebody has policies of their own nothing of ours is put beside them.
 */
export function whyNotManage(): string | null {
  if (process.platform !== "linux" || process.getuid?.() !== 0)
    return "writing the machine's policy needs root on Linux";
  const others = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name !== basename(FILE)) : [];
  return others.length > 0 ? `the machine has policies of its own: ${others.join(", ")} in ${FOLDER}` : null;
}

/** Sets what `storage.managed` gives to the extension, for every Chromium on this machine. */
export function managePolicy(values: object): void {
  managePolicies({ "3rdparty": { extensions: { [EXTENSION_ID]: values } } });
}

/** Sets policies of the browser itself, as a file for it holds them. */
export function managePolicies(file: object): void {
  putBackAtEnd(removePolicy);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(FILE, JSON.stringify(file));
}

export function removePolicy(): void {
  rmSync(FILE, { force: true });
}

/** Chromium notices changed files after some seconds, or at once when asked on its own page. */
export async function reloadPolicy(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto("chrome://policy");
  await page.locator("#reload-policies").click();
  await page.close();
}

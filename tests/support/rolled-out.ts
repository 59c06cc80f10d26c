import { mkdirSync, mkdtempSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { BrowserContext } from "@playwright/test";
import { type CompanyKey, makeKey } from "@/scripts/package/archive/company-key";
import { readBuild } from "@/scripts/package/archive/read-build";
import { readCompany } from "@/scripts/package/company/read-company";
import { makeKit } from "@/scripts/package/make-kit";
import { managePolicies } from "./managed-policy";

/** A company that rolls the end-to-end build out, by its own key and by the files of its kit. */
export interface RollOut {
  extensionId: string;
  /** What the collector hands out. */
  folder: string;
  /** Publishes a version for all who have it already, as a new run of `npm run package` does. */
  publish(version: string, company: CompanyValues): Promise<void>;
}

interface CompanyValues {
  updateAddress: string;
  policy: object;
  firefoxId?: string;
}

/** What Playwright switches off and an installation by policy needs. */
export const NEEDED_FOR_INSTALLS = ["--disable-extensions", "--disable-background-networking"];

/** `bringOut` gives the browsers of this machine the policy of a kit, whose files it finds by their paths. */
export function prepareRollOut(build: string, bringOut: (read: ReadKit) => void = toChromium): RollOut {
  const work = mkdtempSync(join(tmpdir(), "earshot-roll-out-"));
  const key: CompanyKey = makeKey(join(work, "key.pem"));
  const folder = join(work, "extension");
  mkdirSync(folder);
  return {
    extensionId: key.extensionId,
    folder,
    async publish(version, values) {
      const read = readCompany({ company: "Nordwind", key: key.file, ...values });
      if (!read.ok) throw new Error(read.problems.join("\n"));
      const files = readBuild(build);
      const builds = { chromium: files, firefox: files };
      const kit = await makeKit({ company: read.company, key, version, builds, sbom: {} });
      // First the package, then the file that names it; each is there as a whole or not at all.
      for (const { path, content } of kit.filter((file) => file.path.startsWith("extension/"))) {
        const name = basename(path);
        writeFileSync(join(work, name), content);
        renameSync(join(work, name), join(folder, name));
      }
      bringOut((wanted) => JSON.parse(String(kit.find(({ path }) => path === wanted)?.content)) as object);
    },
  };
}

type ReadKit = (path: string) => object;

function toChromium(read: ReadKit): void {
  // Without the second, what policy installs is there and hidden from whoever drives the browser.
  managePolicies({ ...read("linux/chromium/earshot.json"), DeveloperToolsAvailability: 1 });
}

/** What the browser's page of extensions offers; only there. */
interface DeveloperGlobal {
  chrome: {
    developerPrivate: {
      updateProfileConfiguration(what: { inDeveloperMode: boolean }): Promise<void>;
      autoUpdate(): Promise<void>;
      getExtensionsInfo(): Promise<{ id: string; version: string }[]>;
    };
  };
}

/** Asks for updates at once, which the browser by itself does every few hours. */
export async function askForUpdates(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  await page.goto("chrome://extensions/");
  await page.evaluate(async () => {
    const { developerPrivate } = (globalThis as unknown as DeveloperGlobal).chrome;
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.autoUpdate();
  });
  await page.close();
}

/** The version that is installed, null for none. */
export async function installedVersion(context: BrowserContext, id: string): Promise<string | null> {
  const page = await context.newPage();
  await page.goto("chrome://extensions/");
  const all = await page.evaluate(() =>
    (globalThis as unknown as DeveloperGlobal).chrome.developerPrivate.getExtensionsInfo(),
  );
  await page.close();
  return all.find((one) => one.id === id)?.version ?? null;
}

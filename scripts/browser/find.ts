import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { canInstall, installPackages } from "@/scripts/tools/apt";
import { onPath } from "@/scripts/tools/on-path";

export interface FoundBrowser {
  path: string;
  /** Where it was found, for people: "EARSHOT_BROWSER", "Playwright", "this computer". */
  from: string;
}

/** Chromium proper: it loads an unpacked extension from the command line. */
const CHROMIUM = ["chromium", "chromium-browser", "ungoogled-chromium"];
/** Since version 137 Google's and Microsoft's builds refuse that (or will): tried only where nothing else can be had. */
const BRANDED = ["google-chrome-stable", "google-chrome", "microsoft-edge-stable", "microsoft-edge"];

/** The browser to use, or null where none is installed. A wrong EARSHOT_BROWSER throws: it was meant. */
function findBrowser(): FoundBrowser | null {
  const wanted = process.env["EARSHOT_BROWSER"];
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`EARSHOT_BROWSER names ${wanted}, and there is no such file.`);
    return { path: wanted, from: "EARSHOT_BROWSER" };
  }
  const own = chromium.executablePath();
  if (own !== "" && existsSync(own)) return { path: own, from: "Playwright" };
  const path = CHROMIUM.map(onPath).find((found) => found !== null);
  return path ? { path, from: "this computer" } : null;
}

function findBrandedBrowser(): FoundBrowser | null {
  const path = BRANDED.map(onPath).find((found) => found !== null);
  return path ? { path, from: "this computer" } : null;
}

/** As `findBrowser`, but installs one where there is none; ends with one sentence where that is not possible. */
export function provideBrowser(root: string): FoundBrowser {
  const found = findBrowser();
  if (found) return found;
  // As root on Debian apt comes first: it also brings the system libraries that Playwright's download lacks.
  if (canInstall()) {
    console.log("Installing Chromium (apt-get install chromium) …");
    installPackages(["chromium"]);
    const installed = findBrowser();
    if (installed) return installed;
  }
  console.log("Installing Chromium (npx playwright install chromium) …");
  spawnSync(process.execPath, [join(root, "node_modules/playwright/cli.js"), "install", "chromium"], {
    cwd: root,
    stdio: "ignore",
    timeout: 600_000,
  });
  const installed = findBrowser() ?? findBrandedBrowser();
  if (installed) return installed;
  throw new Error("No browser could be installed: install Chromium, or name one in EARSHOT_BROWSER, and start again.");
}

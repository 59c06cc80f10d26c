import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { provideBrowser } from "./browser/find";
import { type EarshotBrowser, launchBrowser } from "./browser/launch";
import { buildExtension } from "./build/extension";
import { type Picture, writeContactSheet } from "./screenshots/contact-sheet";
import { makePseudoBuild } from "./screenshots/pseudo";
import { panelScreens } from "./screenshots/panel-screens";
import type { Screen } from "./screenshots/screen";
import { layOutDatabase, SEEDED } from "./screenshots/screens";
import { startCollector } from "./services/collector";
import { freePort } from "./services/ports";
import { startWiki } from "./services/wiki";
import { configure } from "@/tests/support/extension-page";

const SIZES = [
  { name: "800x600", width: 800, height: 600 },
  { name: "380x600", width: 380, height: 600 },
  { name: "1440x900", width: 1440, height: 900 },
  // 1280 pixels at 400 % zoom.
  { name: "320x256", width: 320, height: 256 },
];
const THEMES = ["light", "dark"] as const;
const LANGUAGES = ["en", "de", "pseudo"] as const;

/**
 * Renders every screen in every theme, language and size into output/screenshots, with one sheet of all of them.
 * `--only WORD` keeps to screens whose name has that word; `--docs` also renews the README's picture.
 */
async function main(args: string[]): Promise<void> {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const only = args.includes("--only") ? (args[args.indexOf("--only") + 1] ?? "") : "";
  const folder = join(root, "output/screenshots");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const temporary = mkdtempSync(join(tmpdir(), "earshot-screenshots-"));
  const executable = provideBrowser(root).path;
  // The end-to-end build: a picture of what is in a closed shadow root cannot be prepared from outside.
  const build = (await buildExtension(root, "e2e")).folder;
  const pseudo = makePseudoBuild(build, join(temporary, "pseudo"));
  const collector = await startCollector({ root, folder: join(temporary, "collector"), port: await freePort() });
  const wiki = await startWiki({ root, folder: join(temporary, "wiki"), port: await freePort() });
  const pictures: Picture[] = [];
  try {
    for (const language of LANGUAGES) {
      const launch = (profile: string) =>
        launchBrowser({
          executable,
          extension: language === "pseudo" ? pseudo : build,
          profile: join(temporary, `${profile}-${language}`),
          headless: true,
          locale: language === "pseudo" ? "en" : language,
        });
      const live = await launch("live");
      await configure(live, {
        endpoint: collector.url,
        ingestToken: collector.ingestToken,
        sites: [{ matches: [`${wiki.url}/*`], name: wiki.name }],
        name: "Priya",
      });
      await picture(live, panelScreens(wiki.url), language);
      if (args.includes("--docs") && language === "en") await pictureForReadme(live, wiki.url, root);
      await live.close();
      const seeded = await launch("seeded");
      await layOutDatabase(seeded);
      await picture(seeded, SEEDED, language);
      if (language === LANGUAGES.at(-1)) {
        console.log(`${pictures.length} pictures. ${await writeContactSheet(seeded.context, folder, pictures)}`);
      }
      await seeded.close();
    }
  } finally {
    await Promise.all([collector.process.kill(), wiki.process.kill()]);
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  }

  async function picture(browser: EarshotBrowser, screens: Screen[], language: string): Promise<void> {
    for (const screen of screens.filter(({ name }) => name.includes(only))) {
      const page = await screen.open(browser);
      for (const theme of THEMES) {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
        for (const { name: size, width, height } of SIZES) {
          await page.setViewportSize({ width, height });
          const file = `${screen.name.replaceAll(/[^a-z]+/g, "-")}-${language}-${theme}-${size}.png`;
          await page.screenshot({ path: join(folder, file), animations: "disabled", caret: "hide" });
          pictures.push({ file, screen: screen.name, variant: `${language}, ${theme}, ${size}` });
        }
      }
      await page.close();
      console.log(`${language}: ${screen.name}`);
    }
  }
}

async function pictureForReadme(browser: EarshotBrowser, toolUrl: string, root: string): Promise<void> {
  const filled = panelScreens(toolUrl).find(({ name }) => name === "panel, filled");
  const page = await filled?.open(browser);
  if (!page) return;
  await page.setViewportSize({ width: 1100, height: 700 });
  mkdirSync(join(root, "docs/pictures"), { recursive: true });
  await page.screenshot({ path: join(root, "docs/pictures/panel.png"), animations: "disabled", caret: "hide" });
  await page.close();
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);

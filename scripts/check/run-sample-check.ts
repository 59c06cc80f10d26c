import { join } from "node:path";
import { provideBrowser } from "@/scripts/browser/find";
import { type EarshotBrowser, launchBrowser } from "@/scripts/browser/launch";
import { buildExtension } from "@/scripts/build/extension";
import { COMPANY } from "@/scripts/sample/company";
import { SAMPLE_ORG } from "@/scripts/sample/load/load-sample";
import { becomePartOfIt } from "@/scripts/sample/look-at-it";
import { prepareSample } from "@/scripts/sample/prepare-sample";
import { startCollector } from "@/scripts/services/collector";
import { freePort } from "@/scripts/services/ports";
import { startWiki } from "@/scripts/services/wiki";
import { lookAtTheYear } from "./look-at-the-year";
import { type Play, play } from "./play";

/** Fills a collector with the sample, in fresh folders, and looks at every screen of it in both themes; 0 or 1. */
export function runSampleCheck(root: string): Promise<number> {
  return play(root, async (playing) => {
    const { browser, toolUrl } = await setUp(root, playing);
    playing.steps.heading("The year of a made-up company");
    await lookAtTheYear({ steps: playing.steps, browser, toolUrl });
  });
}

async function setUp(root: string, { steps, folder, closing, watch }: Play) {
  steps.heading("Setting up");
  const executable = provideBrowser(root).path;
  let extension = "";
  await steps.step("the extension is built", async () => {
    extension = (await buildExtension(root, "e2e")).folder;
    return null;
  });
  const [toolPort, collectorPort] = [await freePort(), await freePort()];
  const toolUrl = `http://127.0.0.1:${toolPort}`;
  const data = join(folder, "sample");
  let mine: Awaited<ReturnType<typeof prepareSample>> = [];
  await steps.step("a collector lives through a year", async () => {
    const collectorUrl = `http://127.0.0.1:${collectorPort}`;
    mine = await prepareSample({ data, handbookOrigin: toolUrl, collectorUrl, print: console.log });
    return null;
  });
  const started: { browser?: EarshotBrowser } = {};
  await steps.step("collector, internal tool and browser are started", async () => {
    const org = { id: SAMPLE_ORG, name: COMPANY };
    const collector = await startCollector({ root, folder: join(data, "collector"), port: collectorPort, org });
    closing.push(() => collector.process.stop());
    const wiki = await startWiki({ root, folder: join(folder, "wiki"), port: toolPort });
    closing.push(() => wiki.process.stop());
    const browser = await launchBrowser({ executable, extension, profile: join(folder, "browser"), headless: true });
    closing.unshift(() => browser.close());
    watch(() => browser.context.pages());
    const { url: endpoint, ingestToken, reviewerToken } = collector;
    await becomePartOfIt(browser, { endpoint, ingestToken, reviewerToken, handbookOrigin: toolUrl, mine });
    started.browser = browser;
    return null;
  });
  if (!started.browser) throw new Error("no browser was started");
  return { browser: started.browser, toolUrl };
}

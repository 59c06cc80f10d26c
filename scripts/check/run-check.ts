import { join } from "node:path";
import { provideBrowser } from "@/scripts/browser/find";
import { launchBrowser } from "@/scripts/browser/launch";
import { setUpByHand } from "@/scripts/browser/set-up";
import { buildExtension } from "@/scripts/build/extension";
import { REVIEWER_NAME, startCollector } from "@/scripts/services/collector";
import { freePort } from "@/scripts/services/ports";
import { startWiki } from "@/scripts/services/wiki";
import { browserKilled, collectorAway } from "./away";
import { mainJob } from "./main-job";
import { type Play, play } from "./play";
import type { Stage } from "./stage";

/**
 * Plays the whole main job without a window, in fresh folders, and says ok or FAIL step by step; 0 or 1.
 *
 * What is driven is the end-to-end build: the shipped one keeps the panel in a closed shadow root, into which no
 * driver can see. Besides that the two differ only in shorter waits between attempts; everything else is real: the
 * browser, the collector with its database, and TiddlyWiki.
 */
export function runCheck(root: string): Promise<number> {
  return play(root, async (playing) => {
    const stage = await setStage(root, playing);
    const { steps } = playing;
    steps.heading("The main job");
    await mainJob(stage);
    steps.heading("The collector is away at first");
    await collectorAway(stage);
    steps.heading("The collector is away and the browser is killed");
    await browserKilled(stage);
  });
}

async function setStage(root: string, { steps, folder, closing, watch }: Play): Promise<Stage> {
  let stage: Stage | null = null;
  steps.heading("Setting up");
  const executable = provideBrowser(root).path;
  let extension = "";
  await steps.step("the extension is built", async () => {
    extension = (await buildExtension(root, "e2e")).folder;
    return null;
  });
  const launch = (profile: string) =>
    launchBrowser({ executable, extension, profile: join(folder, profile), headless: true });
  const collectorOptions = { root, folder: join(folder, "collector"), port: await freePort() };
  await steps.step("collector, internal tool and two browsers are started", async () => {
    const collector = await startCollector(collectorOptions);
    closing.push(() => made.collector.process.stop());
    const wiki = await startWiki({ root, folder: join(folder, "wiki"), port: await freePort() });
    closing.push(() => wiki.process.stop());
    const employee = await launch("employee");
    closing.unshift(() => made.employee.close());
    const reviewer = await launch("reviewer");
    closing.unshift(() => reviewer.close());
    const made: Stage = {
      steps,
      wiki,
      employee,
      reviewer,
      collector,
      stopCollector: () => made.collector.process.stop(),
      async startCollector() {
        made.collector = await startCollector(collectorOptions);
      },
      killEmployee: () => made.employee.kill(),
      async relaunchEmployee() {
        made.employee = await launch("employee");
      },
    };
    stage = made;
    watch(() => [made.employee, made.reviewer].flatMap(({ context }) => context.pages()));
    return null;
  });
  const ready = stage as Stage | null;
  if (!ready) throw new Error("nothing was started");
  await steps.step("both are set up in the options page", async () => {
    const common = {
      endpoint: ready.collector.url,
      ingestToken: ready.collector.ingestToken,
      site: { pattern: `${ready.wiki.url}/*`, name: ready.wiki.name },
    };
    await setUpByHand(ready.employee, { ...common, name: "Ada from Accounting" });
    await setUpByHand(ready.reviewer, {
      ...common,
      name: REVIEWER_NAME,
      reviewerToken: ready.collector.reviewerToken,
    });
    return null;
  });
  return ready;
}

import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { provideBrowser } from "./browser/find";
import { type EarshotBrowser, launchBrowser } from "./browser/launch";
import { setUpByHand } from "./browser/set-up";
import { buildExtension } from "./build/extension";
import { runCheck } from "./check/run-check";
import { runSampleCheck } from "./check/run-sample-check";
import { startCollector } from "./services/collector";
import { portNear } from "./services/ports";
import { COMPANY } from "./sample/company";
import { becomePartOfIt } from "./sample/look-at-it";
import { SAMPLE_ORG } from "./sample/load/load-sample";
import { isSample, ME, prepareSample } from "./sample/prepare-sample";
import { createRemembered } from "./services/remembered";
import { startWiki } from "./services/wiki";
import { sayWhereEverythingIs } from "./where-everything-is";

export interface StartOptions {
  root: string;
  check: boolean;
  /** With a year of a made-up company in it. */
  sample: boolean;
  /** false serves only. */
  browser: boolean;
  /** Where everything is kept; null is `.data` in the project. */
  data: string | null;
  /** null: as last time, else the default, else a free one. */
  toolPort: number | null;
  collectorPort: number | null;
}

const DEFAULT_PORTS = { tool: 4310, collector: 4311 };
/** Others: a trial's browser must never meet the sample where its own collector was. */
const SAMPLE_PORTS = { tool: 4320, collector: 4321 };

/** Everything in one go for a person who wants to try Earshot; resolves with the exit code once it was ended. */
export async function main(options: StartOptions): Promise<number> {
  const { root, sample } = options;
  if (options.check) return sample ? runSampleCheck(root) : runCheck(root);
  const data = options.data === null ? join(root, sample ? ".data/sample" : ".data") : resolve(options.data);
  if (!sample && isSample(data)) throw new Error(`${data} holds sample data: add --sample, or name another folder.`);
  const ports = sample ? SAMPLE_PORTS : DEFAULT_PORTS;
  const remembered = createRemembered(join(data, "start.json"));
  const stop = whenAskedToStop();
  const closing: (() => Promise<void>)[] = [];
  try {
    // Without a display none would be opened: then none is looked for, nor installed.
    const executable = options.browser && hasDisplay() ? provideBrowser(root).path : null;
    const toolPort = options.toolPort ?? (await portNear(remembered.get("toolPort") ?? ports.tool));
    const collectorPort = options.collectorPort ?? (await portNear(remembered.get("collectorPort") ?? ports.collector));
    const mine = sample
      ? await prepareSample({
          data,
          handbookOrigin: `http://127.0.0.1:${toolPort}`,
          collectorUrl: `http://127.0.0.1:${collectorPort}`,
          print: console.log,
        })
      : null;
    console.log("Building the extension, starting the collector and the internal tool …");
    const logs = join(data, "logs");
    // Each is ended again even where another of them fails to start.
    const [built, collector, wiki] = await Promise.all([
      buildExtension(root, "shipped"),
      startCollector({
        root,
        folder: join(data, "collector"),
        port: collectorPort,
        log: join(logs, "collector.log"),
        ...(sample && { org: { id: SAMPLE_ORG, name: COMPANY } }),
      }).then((started) => (closing.push(() => started.process.stop()), started)),
      startWiki({ root, folder: join(data, "wiki"), port: toolPort, log: join(logs, "tool.log") }).then(
        (started) => (closing.push(() => started.process.stop()), started),
      ),
    ]);
    // Only now: a start that failed, beside another one that runs, must not move that one's origins.
    remembered.set({ toolPort, collectorPort });
    if (executable !== null) {
      const profile = join(data, "browser");
      const extension = built.folder;
      const browser = await launchBrowser({
        executable,
        extension,
        profile,
        headless: false,
        viewport: null,
        hosts: null,
      });
      closing.unshift(() => browser.close());
      const settings = {
        endpoint: collector.url,
        ingestToken: collector.ingestToken,
        reviewerToken: collector.reviewerToken,
        site: { pattern: `${wiki.url}/*`, name: wiki.name },
        name: ME,
      };
      // Only once: what the person changes in options later stays.
      const settingsHash = createHash("sha256").update(JSON.stringify(settings)).digest("hex");
      if (remembered.get("settingsHash") !== settingsHash) {
        if (mine === null) await setUpByHand(browser, settings);
        else await becomePartOfIt(browser, { ...settings, handbookOrigin: wiki.url, mine });
        remembered.set({ settingsHash });
      }
      await showTool(browser, wiki.url);
      browser.context.once("close", () => {
        if (!stop.asked()) console.log("The browser was closed. The rest goes on; Ctrl+C ends it.");
      });
    }
    if (sample) console.log(SAMPLE_WORDS);
    const own = executable === null ? (options.browser ? "no display" : "not wanted") : null;
    sayWhereEverythingIs({ tool: wiki.url, collector: collector.url, data, own, extension: built.folder });
    await stop.requested;
    return 0;
  } finally {
    for (const close of closing) await close().catch(() => undefined);
  }
}

const SAMPLE_WORDS = `
SAMPLE DATA: everything in this collector is made up, and it has nothing to do with what "npm start" keeps.
Leave it with Ctrl+C; to be rid of it, delete the folder named below. "npm start" is as it was.`;

/** The tool in the only tab: the profile's own blank one. */
async function showTool(browser: EarshotBrowser, url: string): Promise<void> {
  const [first, ...others] = browser.context.pages();
  const page = first ?? (await browser.context.newPage());
  for (const other of others) await other.close();
  await page.goto(url);
  await page.bringToFront();
}

function hasDisplay(): boolean {
  if (process.platform !== "linux") return true;
  return Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
}

/** `requested` resolves at the first request to end; a second one ends at once. */
function whenAskedToStop(): { requested: Promise<void>; asked(): boolean } {
  let asked = false;
  const requested = new Promise<void>((settle) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        if (asked) process.exit(130);
        asked = true;
        console.log("\nEnding …");
        settle();
      });
    }
  });
  return { requested, asked: () => asked };
}

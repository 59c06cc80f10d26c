import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { provideBrowser } from "./browser/find";
import { type EarshotBrowser, launchBrowser } from "./browser/launch";
import { setUpByHand } from "./browser/set-up";
import { buildExtension } from "./build/extension";
import { runCheck } from "./check/run-check";
import { startCollector } from "./services/collector";
import { portNear } from "./services/ports";
import { createRemembered } from "./services/remembered";
import { startWiki } from "./services/wiki";
import { sayWhereEverythingIs } from "./where-everything-is";

export interface StartOptions {
  root: string;
  check: boolean;
  /** false serves only. */
  browser: boolean;
  /** Where everything is kept; null is `.data` in the project. */
  data: string | null;
  /** null: as last time, else the default, else a free one. */
  toolPort: number | null;
  collectorPort: number | null;
}

const DEFAULT_PORTS = { tool: 4310, collector: 4311 };

/** Everything in one go for a person who wants to try Earshot; resolves with the exit code once it was ended. */
export async function main(options: StartOptions): Promise<number> {
  if (options.check) return runCheck(options.root);
  const { root } = options;
  const data = options.data === null ? join(root, ".data") : resolve(options.data);
  const remembered = createRemembered(join(data, "start.json"));
  const stop = whenAskedToStop();
  const closing: (() => Promise<void>)[] = [];
  try {
    // Without a display none would be opened: then none is looked for, nor installed.
    const executable = options.browser && hasDisplay() ? provideBrowser(root).path : null;
    const toolPort = options.toolPort ?? (await portNear(remembered.get("toolPort") ?? DEFAULT_PORTS.tool));
    const collectorPort =
      options.collectorPort ?? (await portNear(remembered.get("collectorPort") ?? DEFAULT_PORTS.collector));
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
        name: "Ada from Accounting",
      };
      // Only once: what the person changes in options later stays.
      const settingsHash = createHash("sha256").update(JSON.stringify(settings)).digest("hex");
      if (remembered.get("settingsHash") !== settingsHash) {
        await setUpByHand(browser, settings);
        remembered.set({ settingsHash });
      }
      await showTool(browser, wiki.url);
      browser.context.once("close", () => {
        if (!stop.asked()) console.log("The browser was closed. The rest goes on; Ctrl+C ends it.");
      });
    }
    const own = executable === null ? (options.browser ? "no display" : "not wanted") : null;
    sayWhereEverythingIs({ tool: wiki.url, collector: collector.url, data, own, extension: built.folder });
    await stop.requested;
    return 0;
  } finally {
    for (const close of closing) await close().catch(() => undefined);
  }
}

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

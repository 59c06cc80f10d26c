import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { provideBrowser } from "@/scripts/browser/find";
import { type EarshotBrowser, launchBrowser } from "@/scripts/browser/launch";
import { buildExtension } from "@/scripts/build/extension";
import { configure } from "@/tests/support/extension-page";
import { bundle } from "../bundle";
import { readScripts, type Scripts } from "./scripts";
import { servePages } from "./server";
import { VARIANTS } from "./variants";

export interface World {
  browser: EarshotBrowser;
  scripts: Scripts;
  /** Of our shipped build. */
  extension: string;
  /** redaction.ts as one script. */
  redaction: string;
  close(): Promise<void>;
}

/** One browser with our shipped build and two tiny extensions in it, and a server for every variant's page. */
export async function openWorld(root: string): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "earshot-bench-"));
  const extension = (await buildExtension(root, "shipped")).folder;
  const scripts = await readScripts(root, extension);
  const server = await servePages(scripts);
  const others = (["isolated", "framed", "empty"] as const).map((key) =>
    writeExtension(join(folder, key), VARIANTS[key].host, scripts[key]),
  );
  const browser = await launchBrowser({
    executable: provideBrowser(root).path,
    extension: [extension, ...others].join(","),
    profile: join(folder, "profile"),
    headless: true,
    hosts: `MAP *.test ${new URL(server.url).host}, MAP * ~NOTFOUND , EXCLUDE 127.0.0.1`,
  });
  await configure(browser, {
    endpoint: "http://collector.test",
    ingestToken: "none",
    sites: [{ matches: [`http://${VARIANTS.earshot.host}/*`], name: "Orders" }],
  });
  return {
    browser,
    scripts,
    extension,
    redaction: await bundle(root, join(root, "tests/bench/page/redaction.ts")),
    async close() {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What the framed button's frame holds: a text box that takes the keyboard as soon as it is there. */
const BOX = {
  "box.html": '<!doctype html><textarea></textarea><script src="box.js"></script>',
  "box.js": 'document.querySelector("textarea").focus();',
};

/** An extension that is one content script, and a text box to put into a frame. */
function writeExtension(folder: string, host: string, files: Record<string, string>): string {
  mkdirSync(folder, { recursive: true });
  const js = Object.keys(files).map((path) => path.slice(1));
  for (const [path, text] of [...Object.entries(files), ...Object.entries(BOX)])
    writeFileSync(join(folder, path), text);
  const manifest = {
    manifest_version: 3,
    name: host,
    version: "1",
    content_scripts: [{ matches: [`http://${host}/*`], js, run_at: "document_idle" }],
    web_accessible_resources: [{ resources: ["box.html"], matches: ["<all_urls>"] }],
  };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  return folder;
}

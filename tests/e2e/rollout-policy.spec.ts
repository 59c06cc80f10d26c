import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Collector, startCollector } from "@/scripts/services/collector";
import { freePort } from "@/scripts/services/ports";
import { readTable } from "@/tests/support/database";
import type { ExtensionGlobal } from "@/tests/support/extension-page";
import { createGate, type Gate } from "@/tests/support/gate";
import { reloadPolicy, removePolicy, whyNotManage } from "@/tests/support/managed-policy";
import { launcher, openPanel, RECEIVED, SAVED } from "@/tests/support/panel";
import {
  askForUpdates,
  installedVersion,
  NEEDED_FOR_INSTALLS,
  prepareRollOut,
  type RollOut,
} from "@/tests/support/rolled-out";
import { wordsAtIt } from "@/tests/support/words-at-it";
import { expect, test as base } from "./fixtures";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

interface Company {
  rollOut: RollOut;
  /** Hands the extension out, and takes the reports by the gate. */
  desk: Collector;
  door: Gate;
  /** What the company has in its file. */
  values(wikiUrl: string): { updateAddress: string; policy: object };
}

const test = base.extend<object, { company: Company }>({
  company: [
    async ({ folder }, use) => {
      const rollOut = prepareRollOut(process.env["EARSHOT_EXTENSION"] ?? "");
      const place = { root: ROOT, folder: join(folder, "desk", "data"), port: await freePort() };
      const desk = await startCollector({ ...place, extension: rollOut.folder });
      const door = await createGate(desk.url);
      const values = (wikiUrl: string) => ({
        updateAddress: `${desk.url}/extension/`,
        policy: {
          endpoint: door.url,
          ingestToken: desk.ingestToken,
          sites: [{ matches: [`${wikiUrl}/*`], name: "Nordwind handbook" }],
        },
      });
      await use({ rollOut, desk, door, values });
      await door.shut();
      await desk.process.kill();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

const whyNot = whyNotManage();
test.skip(whyNot !== null, whyNot ?? "");
test.afterEach(() => removePolicy());
test.afterAll(() => removePolicy());

/** Browsers take their time to install what policy names. */
const INSTALLED_WITHIN = { timeout: 60_000 };

test("policy installs it from the collector, confined to internal hosts; an update loses nothing", async ({
  launch,
  wiki,
  company,
  words,
}) => {
  test.setTimeout(240_000);
  const { rollOut, door, desk } = company;
  const { extensionId } = rollOut;
  await rollOut.publish("1.0.0", company.values(wiki.url));
  const browser = await launch({ setup: null, extension: null, extensionId, ignoreDefaultArgs: NEEDED_FOR_INSTALLS });
  await expect.poll(() => installedVersion(browser.context, extensionId), INSTALLED_WITHIN).toBe("1.0.0");

  const tab = await browser.context.newPage();
  await tab.goto(wiki.url);
  await expect(launcher(tab)).toBeVisible({ timeout: 30_000 });

  // The same pages under a name that no site has: the browser itself keeps the extension out.
  const outside = await browser.context.newPage();
  await outside.goto(wiki.url.replace("127.0.0.1", "localhost"));
  const options = await browser.open("options.html");
  const reached = await options.evaluate(async () => {
    const { tabs, scripting } = (globalThis as unknown as ExtensionGlobal).chrome;
    const hosts = (await tabs.query({})).map(({ id = -1 }) =>
      scripting.executeScript({ target: { tabId: id }, func: () => location.hostname }).then(
        ([done]) => done?.result,
        () => "kept out",
      ),
    );
    return Promise.all(hosts);
  });
  expect(reached).toContain("127.0.0.1");
  expect(reached).not.toContain("localhost");
  await outside.close();
  await options.close();

  // One that IT has, one that was tried and waits, one that is half typed in an open form.
  const [received, waiting, typed] = [words("IT has this"), words("This waits"), words("This is half typed")];
  const panel = await openPanel(tab);
  await panel.words.fill(received);
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 30_000 });
  await tab.reload();
  await expect(launcher(tab)).toBeVisible();
  let tried = 0;
  door.fake = ({ method, path }) => {
    if (method !== "POST" || !path.endsWith("/events")) return null;
    tried += 1;
    return { status: 503 };
  };
  const second = await openPanel(tab);
  await second.words.fill(waiting);
  await second.send.click();
  await expect(second.status.filter({ hasText: SAVED })).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => tried, { timeout: 30_000 }).toBeGreaterThan(0);
  await tab.reload();
  await expect(launcher(tab)).toBeVisible();
  const third = await openPanel(tab);
  await third.words.fill(typed);
  await expect
    .poll(async () => JSON.stringify(await readTable(browser, "drafts")), { timeout: 15_000 })
    .toContain(typed);

  await rollOut.publish("1.0.1", company.values(wiki.url));
  await askForUpdates(browser.context);
  await expect.poll(() => installedVersion(browser.context, extensionId), INSTALLED_WITHIN).toBe("1.0.1");

  door.fake = null;
  await expect.poll(() => wordsAtIt(desk), { timeout: 90_000 }).toContain(waiting);
  const all = await wordsAtIt(desk);
  for (const text of [received, waiting]) expect(all.filter((one) => one === text)).toEqual([text]);
  // The tab that was open all the time has a living button, and the form what was typed.
  await tab.bringToFront();
  await expect(launcher(tab)).toBeVisible({ timeout: 30_000 });
  const after = await openPanel(tab);
  await expect(after.words).toHaveValue(typed);
});

test("where the company takes the policy away, extension and button go", async ({ launch, wiki, company }) => {
  test.setTimeout(180_000);
  const { rollOut } = company;
  const { extensionId } = rollOut;
  await rollOut.publish("1.1.0", company.values(wiki.url));
  const browser = await launch({ setup: null, extension: null, extensionId, ignoreDefaultArgs: NEEDED_FOR_INSTALLS });
  await expect.poll(() => installedVersion(browser.context, extensionId), INSTALLED_WITHIN).toBe("1.1.0");
  const tab = await browser.context.newPage();
  await tab.goto(wiki.url);
  await expect(launcher(tab)).toBeVisible({ timeout: 30_000 });
  removePolicy();
  await reloadPolicy(browser.context);
  await expect.poll(() => installedVersion(browser.context, extensionId), INSTALLED_WITHIN).toBeNull();
  // An open page notices when the person comes back to it.
  await tab.bringToFront();
  await tab.locator("body").click({ position: { x: 5, y: 5 } });
  await expect(launcher(tab)).toHaveCount(0);
});

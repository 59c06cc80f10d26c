import type { EarshotBrowser } from "@/scripts/browser/launch";
import { expectPanelAccessible } from "@/tests/support/axe";
import { launcher, openPanel, RECEIVED } from "@/tests/support/panel";
import { expect, test } from "./fixtures";

/*
 * What a disk does that is full or broken, at the one seam where no test can have a real one: an extension with
 * "unlimitedStorage" has no quota that a driver could set, and a full disk would be everybody's.
 */

/** A method of IndexedDB: nothing can be written without the first two, nothing read either without the last. */
type Method = "IDBObjectStore.add" | "IDBObjectStore.put" | "IDBTransaction.objectStore";

interface Seam {
  mended: (() => void)[];
}

async function breakDown(browser: EarshotBrowser, methods: readonly Method[], error: string): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(
    ([names, name]) => {
      const scope = globalThis as unknown as Seam & Record<string, { prototype: Record<string, unknown> }>;
      scope.mended = names.map((path) => {
        const [type = "", method = ""] = path.split(".");
        const prototype = scope[type]?.prototype ?? {};
        const before = prototype[method];
        prototype[method] = () => {
          throw new DOMException("It is broken.", name);
        };
        return () => {
          prototype[method] = before;
        };
      });
    },
    [methods, error] as const,
  );
}

async function mend(browser: EarshotBrowser): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(() => {
    for (const back of (globalThis as unknown as Seam).mended) back();
  });
}

test("a full disk is told, the words stay, and they go when there is room again", async ({ launch, site, words }) => {
  const text = words("No room for this");
  const browser = await launch();
  const tab = await browser.context.newPage();
  await tab.goto(site.url);
  await expect(launcher(tab)).toBeVisible();
  await breakDown(browser, ["IDBObjectStore.add", "IDBObjectStore.put"], "QuotaExceededError");
  const panel = await openPanel(tab);
  await panel.words.fill(text);
  await expect(panel.frame.getByText("does not keep what you type")).toBeVisible();
  await panel.send.click();
  await expect(panel.frame.getByText("no room for more reports")).toBeVisible();
  await expect(panel.words).toHaveValue(text);
  await expectPanelAccessible(tab);
  await mend(browser);
  await panel.still();
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
});

test("a database that breaks before the form opens keeps nobody from writing, and nothing from being sent later", async ({
  launch,
  site,
  words,
}) => {
  const text = words("Said while the disk was broken");
  const browser = await launch();
  const tab = await browser.context.newPage();
  await tab.goto(site.url);
  await expect(launcher(tab)).toBeVisible();
  await breakDown(browser, ["IDBTransaction.objectStore"], "UnknownError");
  const panel = await openPanel(tab);
  await panel.words.fill(text);
  await expect(panel.frame.getByText("does not keep what you type")).toBeVisible();
  await panel.send.click();
  await expect(panel.frame.getByText("Your words are still here; please try again.")).toBeVisible();
  await expect(panel.words).toHaveValue(text);
  await mend(browser);
  await panel.still();
  await panel.send.click();
  // The form showed no name, since none could be read: it goes without one, after a while.
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 30_000 });
});

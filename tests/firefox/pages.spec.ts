import type { Frame, Page } from "puppeteer-core";
import { serveSampleSite } from "@/tests/site/server";
import { RECEIVED } from "@/tests/support/panel";
import { configureFirefox } from "@/tests/support/firefox/configure";
import { hasLauncher, named, panelIn, press, pressLauncher, reads, write } from "@/tests/support/firefox/screen";
import { expect, test, whyNoFirefox } from "./fixtures";

test.skip(whyNoFirefox !== null, whyNoFirefox ?? "");

test("isolated pages, a sandbox with its origin and XHTML have the button and the form", async ({
  launchFirefox,
  setup,
  site,
  words,
}) => {
  test.setTimeout(150_000);
  const firefox = await launchFirefox();
  await configureFirefox(firefox, setup);

  for (const path of ["/", "/isolated", "/credentialless", "/sandbox-origin", "/xhtml"]) {
    await test.step(path, async () => {
      const tab = await firefox.visit(site.url + path);
      await pressLauncher(tab);
      await tellIt(await panelIn(tab), words(`Seen on ${path}`));
      await tab.close();
    });
  }
});

test("two forms at once keep what each has; the same host at another port has no button", async ({
  launchFirefox,
  setup,
  wiki,
  site,
  words,
}) => {
  test.setTimeout(120_000);
  const firefox = await launchFirefox();
  await configureFirefox(firefox, setup);
  const [first, second] = [await firefox.visit(site.url), await firefox.visit(wiki.url)];
  const texts = [words("In the first form"), words("In the second form")] as const;
  await first.bringToFront();
  await pressLauncher(first);
  const firstForm = await panelIn(first);
  await write(firstForm, "What annoys you here?", texts[0]);
  await second.bringToFront();
  await pressLauncher(second);
  await tellIt(await panelIn(second), texts[1]);
  await first.bringToFront();
  await press(firstForm, "Send to IT");
  await reads(firstForm, RECEIVED);

  const other = await serveSampleSite();
  const outside = await firefox.visit(other.url);
  // What would have brought one has been there before: this page is younger than those that have it.
  await outside.reload();
  await first.reload();
  await expect.poll(() => hasLauncher(first), { timeout: 15_000 }).toBe(true);
  expect(await hasLauncher(outside)).toBe(false);
  await other.close();
});

test("pointing at a thing and a picture of the page go along", async ({ launchFirefox, setup, site, gate, words }) => {
  test.setTimeout(120_000);
  const firefox = await launchFirefox();
  await configureFirefox(firefox, setup);
  const tab = await firefox.visit(site.url);
  await pressLauncher(tab);
  const form = await panelIn(tab);
  const text = words("This very field");
  await write(form, "What annoys you here?", text);
  await press(form, "Point at it");
  const target = await named(tab, "Search orders", "searchbox").catch(() => tab.waitForSelector("#search"));
  const { x = 0, y = 0, width = 0, height = 0 } = (await target?.boundingBox()) ?? {};
  await tab.mouse.move(x + width / 2, y + height / 2);
  await tab.mouse.click(x + width / 2, y + height / 2);
  await press(form, "Add a picture of the page", "checkbox");
  await form.waitForSelector("canvas, img", { timeout: 15_000 });
  await press(form, "Send to IT");
  await reads(form, RECEIVED);
  const sent = () => gate.passed.find(({ method, body }) => method === "POST" && body.includes(text))?.body ?? "";
  expect(sent()).toContain('"element"');
  await expect
    .poll(() => gate.passed.some(({ method, path }) => method === "PUT" && path.includes("/blobs/")), {
      timeout: 15_000,
    })
    .toBe(true);
});

async function tellIt(form: Frame | Page, text: string): Promise<void> {
  await write(form, "What annoys you here?", text);
  await press(form, "Send to IT");
  await reads(form, RECEIVED);
}

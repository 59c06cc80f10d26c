import type { Page } from "@playwright/test";
import type { EarshotBrowser } from "@/scripts/browser/launch";
import { ask, configure, type ExtensionGlobal, ownSettings, sendRaw } from "@/tests/support/extension-page";
import type { Gate } from "@/tests/support/gate";
import { openPanel, type Panel, panelIn, RECEIVED, launcher } from "@/tests/support/panel";
import { look } from "@/tests/support/pixels";
import { serveFolder } from "@/tests/support/static-server";
import { expect, test } from "./fixtures";

/** What the policy of an organisation keeps out of reports; here as the settings of the options page. */

const PICTURE = "Add a picture of the page";
const thumbIn = (panel: Panel) => panel.frame.getByRole("img", { name: "The picture, as it will be sent" });

interface Sent {
  data: { attachments?: object[]; context: Record<string, unknown> };
}

async function sendAs(panel: Panel, words: string, gate: Gate): Promise<Sent> {
  await panel.words.fill(words);
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  const body = gate.passed.find(({ method, body: sent }) => method === "POST" && sent.includes(words))?.body;
  const [event] = JSON.parse(body ?? "[]") as Sent[];
  if (!event) throw new Error("it was not sent");
  return event;
}

test.afterEach(async ({ earshot, setup, tab }) => {
  // A draft of one test is none of the next one's.
  if (await panelIn(tab).words.isVisible()) await panelIn(tab).words.fill("");
  await configure(earshot, setup);
});

test.describe("pictures", () => {
  test("off: the form offers none, and whoever asks gets none", async ({ earshot, setup, site, tab }) => {
    await configure(earshot, { ...setup, capture: { picture: "off" } });
    await tab.bringToFront();
    await tab.goto(site.url);
    const panel = await openPanel(tab);
    await expect(panel.frame.getByRole("button", { name: "Point at it" })).toBeVisible();
    await expect(panel.checkbox(PICTURE)).toHaveCount(0);
    // As the panel itself would ask, if it did.
    const answer = await askFromPanel(tab, await sessionOf(await earshot.open("options.html")));
    expect(answer).toEqual({ ok: true, output: { ok: false, reason: "off" } });
  });

  test("turned off while one is in the form: it does not go, and the words do", async ({
    earshot,
    setup,
    site,
    tab,
    gate,
    words,
  }) => {
    await configure(earshot, setup);
    await tab.bringToFront();
    await tab.goto(site.url);
    const panel = await openPanel(tab);
    const said = words("No pictures from now on");
    await panel.words.fill(said);
    await panel.checkbox(PICTURE).check();
    await expect(thumbIn(panel)).toBeVisible();
    const options = await earshot.open("options.html");
    await ask(options, "settings.save", ownSettings({ ...setup, capture: { picture: "off" } }));
    await options.close();
    await panel.send.click();
    await expect(panel.dialog).toContainText("Your organisation wants no pictures any more.");
    await expect(panel.words).toHaveValue(said);
    await panel.checkbox(PICTURE).uncheck();
    expect((await sendAs(panel, said, gate)).data).not.toHaveProperty("attachments");
  });

  test("on: one is taken by the click and never before it; it can be taken out", async ({
    launch,
    setup,
    site,
    gate,
    words,
  }) => {
    const browser = await launch({ setup: { ...setup, capture: { picture: "on" } } });
    const taken = await countPictures(browser);
    const tab = await browser.context.newPage();
    await tab.goto(site.url);
    await launcher(tab).hover();
    // Warmed: the form is there, and waits for a click.
    await expect(panelIn(tab).words).toBeAttached();
    await expect(panelIn(tab).send).toBeAttached();
    expect(await taken()).toBe(0);

    const panel = await openPanel(tab);
    await expect(thumbIn(panel)).toBeVisible();
    expect(await taken()).toBeGreaterThan(0);
    await expect(panel.checkbox(PICTURE)).toBeChecked();
    await expect(panel.frame.getByText("Your organisation wants a picture")).toBeVisible();
    await expect(panel.words).toBeFocused();
    await panel.checkbox(PICTURE).uncheck();
    await expect(thumbIn(panel)).toHaveCount(0);
    expect((await sendAs(panel, words("Without it"), gate)).data).not.toHaveProperty("attachments");

    await tab.reload();
    await openPanel(tab);
    await expect(thumbIn(panel)).toBeVisible();
    expect((await sendAs(panel, words("With it"), gate)).data.attachments).toHaveLength(1);
  });

  test("on: a report without a name has none, unless the person takes one", async ({ launch, setup, site }) => {
    const browser = await launch({
      setup: { ...setup, capture: { picture: "on" }, identity: { mode: "anonymous" } },
    });
    const taken = await countPictures(browser);
    const tab = await browser.context.newPage();
    await tab.goto(site.url);
    const panel = await openPanel(tab);
    await expect(panel.frame.getByText("A picture can show who you are")).toBeVisible();
    await expect(panel.checkbox(PICTURE)).not.toBeChecked();
    expect(await taken()).toBe(0);
    await panel.checkbox(PICTURE).check();
    await expect(thumbIn(panel)).toBeVisible();
    expect(await taken()).toBeGreaterThan(0);
  });

  test("what policy names is black before the person sees it", async ({ earshot, setup, tab }) => {
    const page = await serveFolder("/nowhere", { "/index.html": NAMED });
    try {
      const sites = [...setup.sites, { matches: [`${page.url}/*`], name: "Customers" }];
      await configure(earshot, { ...setup, sites });
      await tab.bringToFront();
      await tab.goto(page.url);
      let panel = await openPanel(tab);
      await panel.checkbox(PICTURE).check();
      await expect(thumbIn(panel)).toBeVisible();
      expect((await look(tab, thumbIn(panel))).red).toBeGreaterThan(500);

      const capture = { selectors: [".customer", "td:nth-child(2)"], patterns: ["KD-[0-9]{6}", "(?i)project \\w+"] };
      await configure(earshot, { ...setup, sites, capture });
      await tab.bringToFront();
      await tab.reload();
      panel = await openPanel(tab);
      await panel.checkbox(PICTURE).check();
      await expect(thumbIn(panel)).toBeVisible();
      expect((await look(tab, thumbIn(panel))).red).toBe(0);
      await expect(panel.frame.getByText("Blacked out for you: 7 places that your organisation named.")).toBeVisible();
    } finally {
      await page.close();
    }
  });
});

const NAMED = `<!doctype html><title>Customers</title>
<style>body { font: 16px/1.5 sans-serif; margin: 24px; background: white } .red, td, input { color: #f00 } th { color: #224 }</style>
<h1>Customers</h1><p>Customer <span class="red customer">Nordwind</span> and <span class="red">KD-1<b>23</b>456</span></p>
<p><span class="red">PROJECT
  Falcon</span> is late</p><table><tr><th>Name</th><td>Jane</td></tr><tr><th>Town</th><td>Kiel</td></tr></table>
<label>Number <input value="KD-654321"></label><x-shadow></x-shadow>
<script>document.querySelector("x-shadow").attachShadow({ mode: "closed" }).innerHTML = "<p class=customer style='color:#f00'>Behind</p>"</script>`;

test("what policy does not let through of a page is in no report", async ({
  earshot,
  setup,
  site,
  tab,
  gate,
  words,
}) => {
  const address = `${site.url}/orders/4711?view=open&user=jane.doe&tab=2`;
  await configure(earshot, setup);
  await tab.bringToFront();
  await tab.goto(address);
  let panel = await openPanel(tab);
  await pointAtSave(tab, panel);
  const usual = (await sendAs(panel, words("As usual"), gate)).data.context;
  expect(usual).toMatchObject({ title: "Order 4711 of █████", path: "/orders/{id}", element: { name: "Save" } });
  expect(usual).toHaveProperty("timings");
  expect(usual).not.toHaveProperty("query");

  const sites = setup.sites.map((one) => ({ ...one, titles: false }));
  const capture = { query: ["view", "lang"], timings: false, elementText: false, patterns: ["(?i)orders"] };
  await configure(earshot, { ...setup, sites, capture });
  await tab.bringToFront();
  await tab.goto(address);
  panel = await openPanel(tab);
  await pointAtSave(tab, panel);
  await expect(panel.frame.getByText("You pointed at: button", { exact: true })).toBeVisible();
  await expect(panel.checkbox("Add the exact address of this page")).toHaveCount(0);
  const { context } = (await sendAs(panel, words("Under policy"), gate)).data;
  expect(context).toMatchObject({ path: "/█████/{id}", query: { view: "open" } });
  expect(Object.keys(context["element"] as object).toSorted()).toEqual(["css", "role"]);
  for (const field of ["title", "timings", "exactPath"]) expect(context).not.toHaveProperty(field);
  expect(JSON.stringify(context)).not.toMatch(/jane|Save|4711/);
});

test("what the organisation keeps to itself is marked in the words, and left to the person", async ({
  earshot,
  setup,
  site,
  tab,
}) => {
  await configure(earshot, { ...setup, capture: { patterns: ["\\bKD-[0-9]{6}\\b"] } });
  await tab.bringToFront();
  await tab.goto(site.url);
  const { words, frame } = await openPanel(tab);
  await words.pressSequentially("Customer KD-123456 waits");
  await expect(frame.getByText("something that your organisation keeps to itself")).toBeVisible();
  await expect(words).toHaveValue("Customer KD-123456 waits");
  await frame.getByRole("button", { name: /^Black it out:/ }).click();
  await expect(words).toHaveValue("Customer █████ waits");
  await frame.getByText("What it costs you").click();
  const goal = frame.getByRole("textbox", { name: "What were you trying to do?" });
  await goal.fill("Close KD-654321");
  await expect(frame.getByText("something that your organisation keeps to itself")).toBeVisible();
  await goal.fill("");
});

test("what came into force after a person has looked is shown to them before it goes", async ({
  earshot,
  setup,
  site,
  tab,
  gate,
  words,
}) => {
  await configure(earshot, setup);
  await tab.bringToFront();
  await tab.goto(site.url);
  const panel = await openPanel(tab);
  const said = words("Looked at before");
  await panel.words.fill(said);
  await panel.frame.getByRole("button", { name: "Show what will be sent" }).click();
  const list = panel.frame.getByRole("region", { name: "This goes to IT" });
  await expect(list).toContainText(said);
  await expect(list).toHaveAttribute("aria-busy", "false");
  const title = list.getByRole("listitem").filter({ hasText: "The page's title" });
  await expect(title).toContainText("Orders");
  const options = await earshot.open("options.html");
  const sites = setup.sites.map((one) => ({ ...one, titles: false }));
  await ask(options, "settings.save", ownSettings({ ...setup, sites }));
  await options.close();
  await panel.send.click();
  await expect(panel.dialog).toContainText("has changed since you looked");
  await expect(title).toContainText("left out");
  expect(gate.passed.some(({ body }) => body.includes(said))).toBe(false);
  expect((await sendAs(panel, said, gate)).data.context).not.toHaveProperty("title");
});

interface Counting {
  chrome: { tabs: { captureVisibleTab(...args: unknown[]): Promise<string> } };
  taken: number;
}

/** Wraps what takes pictures in the worker; gives how often it was called since. */
async function countPictures(browser: EarshotBrowser): Promise<() => Promise<number>> {
  const worker = await browser.worker();
  await worker.evaluate(() => {
    const inside = globalThis as unknown as Counting;
    const { tabs } = inside.chrome;
    const take = tabs.captureVisibleTab.bind(tabs);
    inside.taken = 0;
    tabs.captureVisibleTab = (...args) => {
      inside.taken += 1;
      return take(...args);
    };
  });
  return () => worker.evaluate(() => (globalThis as unknown as Counting).taken);
}

async function pointAtSave(tab: Page, panel: Panel): Promise<void> {
  await panel.frame.getByRole("button", { name: "Point at it" }).click();
  await tab.frameLocator("earshot-picker iframe").getByRole("application").focus();
  const box = await tab.locator("#save").boundingBox();
  if (!box) throw new Error("no button");
  await tab.mouse.move(box.x + 5, box.y + 5);
  await tab.mouse.click(box.x + 5, box.y + 5);
  await expect(panel.frame.getByText("You pointed at:")).toBeVisible();
}

/** The session of the form that a person has open; the background alone knows it. */
async function sessionOf(options: Page): Promise<string> {
  const stored = await options.evaluate(async () =>
    (globalThis as unknown as ExtensionGlobal).chrome.storage.session.get(null),
  );
  await options.close();
  const panels = stored["panels"] as { session: string; open: boolean }[];
  return panels.findLast(({ open }) => open)?.session ?? "";
}

async function askFromPanel(tab: Page, session: string): Promise<unknown> {
  const frame = tab.frames().find((one) => one.url().includes("/panel.html"));
  if (!frame) throw new Error("no panel");
  return sendRaw(frame, { message: "panel.picture", input: { session, element: null } });
}

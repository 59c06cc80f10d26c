import { expectAccessible, expectPanelAccessible } from "@/tests/support/axe";
import { readTableIn } from "@/tests/support/database";
import { ask, type ExtensionGlobal } from "@/tests/support/extension-page";
import { managePolicy, reloadPolicy, removePolicy, whyNotManage } from "@/tests/support/managed-policy";
import { launcher, openPanel, RECEIVED } from "@/tests/support/panel";
import { openPopup, reportItem, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

const whyNot = whyNotManage();
test.skip(whyNot !== null, whyNot ?? "");
test.afterEach(() => removePolicy());
test.afterAll(() => removePolicy());

test("a company's policy sets everything up; the options page shows it and cannot change it", async ({
  launch,
  wiki,
  gate,
  collector,
  words,
}) => {
  managePolicy({
    endpoint: gate.url,
    ingestToken: collector.ingestToken,
    sites: [{ matches: [`${wiki.url}/*`], name: "Nordwind handbook" }],
    reviewers: { token: collector.reviewerToken },
  });
  const browser = await launch({ setup: null });
  const options = await browser.open("options.html");
  await expect(options.getByText("Set by your organisation").first()).toBeVisible({ timeout: 20_000 });
  await expect(options.getByRole("button", { name: "Save", exact: true })).toHaveCount(0);

  const text = words("The company set this up");
  const tab = await browser.context.newPage();
  await tab.goto(wiki.url);
  const panel = await openPanel(tab);
  await panel.words.fill(text);
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  const popup = await openPopup(browser);
  await showTab(popup, "Inbox");
  await expect(reportItem(popup, text)).toBeVisible({ timeout: 15_000 });

  // A person's own settings do not stand up to the company's.
  await ask(options, "settings.save", {
    endpoint: "http://127.0.0.1:9",
    ingestToken: "",
    sites: [],
    reviewers: { token: "" },
  }).catch(() => null);
  const { policy } = await ask(options, "popup.state", null);
  expect(policy.source).toBe("managed");
  expect(policy.policy.endpoint).toBe(gate.url);
});

test("on a shared computer nothing of a report stays behind its receipt, and the form says so", async ({
  launch,
  wiki,
  gate,
  collector,
  words,
}) => {
  managePolicy({
    endpoint: gate.url,
    ingestToken: collector.ingestToken,
    sites: [{ matches: [`${wiki.url}/*`], name: "Nordwind handbook" }],
    sharedDevice: true,
  });
  const browser = await launch({ setup: null });
  const options = await browser.open("options.html");
  await expect(options.getByText("Shared computer")).toBeVisible({ timeout: 20_000 });
  const tab = await browser.context.newPage();
  await tab.goto(wiki.url);
  const panel = await openPanel(tab);
  await expect(panel.frame.getByText("This is a shared computer")).toBeVisible();
  await expectPanelAccessible(tab);
  await panel.words.fill(words("The kiosk forgets me, as it should"));
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  await expect(panel.frame.getByText("Nothing of it stays on this computer.")).toBeVisible();
  const left = async () =>
    (await Promise.all(["mine", "outbox", "bodies", "drafts"].map((table) => readTableIn(options, table)))).flat();
  await expect.poll(left).toEqual([]);
  const popup = await openPopup(browser);
  await expect(popup.getByText("This is a shared computer")).toBeVisible();
  await expect(popup.getByRole("list", { name: "Reports" })).toHaveCount(0);
  await expectAccessible(popup);
});

test("a bad pattern and a bad endpoint are refused by name, and the rest works", async ({
  launch,
  wiki,
  collector,
}) => {
  managePolicy({
    endpoint: "ftp://collector.example",
    ingestToken: collector.ingestToken,
    sites: [
      { matches: ["not a pattern", `${wiki.url}/*`], name: "Nordwind handbook" },
      { matches: ["http://app.test"], name: "Without a path" },
    ],
  });
  const browser = await launch({ setup: null });
  const options = await browser.open("options.html");
  await expect(options.getByText("not a pattern").first()).toBeVisible({ timeout: 20_000 });
  await expect(options.getByText("ftp://collector.example").first()).toBeVisible();
  await expect(options.getByText("http://app.test").first()).toBeVisible();
  await expect(options.locator("body")).not.toContainText(collector.ingestToken);
  const { policy } = await ask(options, "popup.state", null);
  expect(policy.refused.map(({ place }) => place).toSorted()).toEqual([
    "endpoint",
    "sites[0].matches[0]",
    "sites[1].matches[0]",
  ]);
  const tab = await browser.context.newPage();
  await tab.goto(wiki.url);
  await expect(launcher(tab)).toBeVisible();
});

test("what a company says of names, pictures and pages is in force, and what it says wrongly is named", async ({
  launch,
  wiki,
  gate,
  collector,
  words,
}) => {
  managePolicy({
    endpoint: gate.url,
    ingestToken: collector.ingestToken,
    sites: [{ matches: [`${wiki.url}/*`], name: "Nordwind handbook", titles: false }],
    identity: { mode: "anonymous", name: "unknown" },
    capture: {
      picture: "off",
      selectors: [".customer", ".a, .b"],
      patterns: ["(?i)nordwind", "(?=x)", "("],
      query: ["view"],
      timings: false,
      elementText: false,
    },
  });
  const browser = await launch({ setup: null });
  const options = await browser.open("options.html");
  await expect(options.getByText("Set by your organisation").first()).toBeVisible({ timeout: 20_000 });
  const notice = options.getByRole("listitem");
  for (const named of ["Names: unknown", "Part of pages 2: .a, .b", "Text 2: (?=x)", "Text 3: ("]) {
    await expect(notice.filter({ hasText: named })).toBeVisible();
  }
  await expect(options.getByRole("definition").filter({ hasText: "without titles" })).toBeVisible();
  await expectAccessible(options);
  const { policy } = await ask(options, "popup.state", null);
  expect(policy.refused).toHaveLength(4);
  expect(policy.policy.capture).toMatchObject({ picture: "off", selectors: [".customer"], patterns: ["(?i)nordwind"] });

  const tab = await browser.context.newPage();
  await tab.goto(wiki.url);
  const panel = await openPanel(tab);
  await expect(panel.frame.getByText("Your organisation wants reports without names.")).toBeVisible();
  await expect(panel.checkbox("Add a picture of the page")).toHaveCount(0);
  const text = words("Under the company's rules");
  await panel.words.fill(text);
  await panel.frame.getByRole("button", { name: "Show what will be sent" }).click();
  await panel.still();
  await panel.frame.getByRole("button", { name: "Show it exactly as it is sent" }).click();
  const exact = panel.frame.getByRole("region", { name: "The exact text that is sent" }).locator("pre");
  await expect(exact).toContainText(text);
  await expect(exact).toContainText('"identity":"anon"');
  for (const part of ['"title"', '"timings"', '"reporter"']) await expect(exact).not.toContainText(part);
});

test("the button goes at once when the company takes the site away", async ({ launch, wiki, gate, collector }) => {
  const values = { endpoint: gate.url, ingestToken: collector.ingestToken };
  managePolicy({ ...values, sites: [{ matches: [`${wiki.url}/*`], name: "Nordwind handbook" }] });
  const browser = await launch({ setup: null });
  const tab = await browser.context.newPage();
  await tab.goto(wiki.url);
  await expect(launcher(tab)).toBeVisible({ timeout: 20_000 });
  managePolicy({ ...values, sites: [] });
  await reloadPolicy(browser.context);
  await expect(launcher(tab)).toHaveCount(0, { timeout: 20_000 });
});

test("of twelve mistakes each is named, those that the browser drops too, and what is good works", async ({
  launch,
  wiki,
  collector,
}) => {
  managePolicy({
    delivered: ["endpoint", "ingestToken", "sites", "identity", "answers", "notifications", "sink"],
    endpoint: "http://collector.example",
    ingestToken: collector.ingestToken,
    sites: [
      { matches: [`${wiki.url}/*`, "javascript:alert(1)", "http://10.0.0.0/8"], name: "Nordwind handbook" },
      { matches: ["https://a.example/*"] },
    ],
    button: { corner: "middle", labels: [{ language: "English", text: "x" }] },
    capture: { picture: "never", selectors: [".a, .b"] },
    // The browser drops each of these four as a whole, since a value in it has the wrong type.
    identity: { mode: 7 },
    answers: { jargon: [{ word: "good" }, { word: 3 }] },
    notifications: { cannotWork: "no" },
    sink: { headers: "x" },
  });
  const browser = await launch({ setup: null });
  const options = await browser.open("options.html");
  await expect(options.getByText("javascript:alert(1)").first()).toBeVisible({ timeout: 20_000 });
  const { policy } = await ask(options, "popup.state", null);
  expect(policy.refused.map(({ place, reason }) => `${place} ${reason}`).toSorted()).toEqual([
    "answers not-delivered",
    "button.corner not-a-choice",
    "button.labels[0] wrong-shape",
    "capture.picture not-a-choice",
    "capture.selectors[0] not-a-selector",
    "endpoint not-https",
    "identity not-delivered",
    "notifications not-delivered",
    "sink not-delivered",
    "sites[0].matches[1] not-a-pattern",
    "sites[0].matches[2] pattern-has-path-host",
    "sites[1].name wrong-shape",
  ]);
  // Each in a person's words, with its place as whoever wrote the policy finds it.
  const named = options.getByRole("listitem");
  for (const { place } of policy.refused)
    await expect(named.filter({ has: options.getByText(place, { exact: true }) }).first()).toBeVisible();
  await expect(named.filter({ hasText: "The browser dropped it" })).toHaveCount(4);
  const delivered = options.getByText("What was delivered (");
  await delivered.click();
  await expect(named.filter({ hasText: /^identity dropped by the browser on the way$/ })).toBeVisible();
  await expect(named.filter({ hasText: /^sites in force, but for what could not be used$/ })).toBeVisible();
  await options.getByText("Show what is copied").click();
  const copied = options.locator("pre");
  for (const { place } of policy.refused) await expect(copied).toContainText(`${place} (`);
  await expect(copied).not.toContainText(collector.ingestToken);
  await expectAccessible(options);
  const tab = await browser.context.newPage();
  await tab.goto(wiki.url);
  await expect(launcher(tab)).toBeVisible();
});

test("a company names and colours the button, puts it in a corner, and keeps it off a part of a tool", async ({
  launch,
  wiki,
  site: tool,
  gate,
  collector,
}) => {
  managePolicy({
    endpoint: gate.url,
    ingestToken: collector.ingestToken,
    sites: [
      { matches: [`${wiki.url}/*`], name: "Nordwind handbook" },
      { matches: [`${wiki.url}/?quiet*`], name: "Quiet part", launcher: false },
      {
        matches: [`${tool.url}/*`],
        name: "Orders",
        names: [{ language: "en", text: "The order program" }],
        corner: "bottom-left",
      },
    ],
    button: { labels: [{ language: "en", text: "Tell the platform team" }], corner: "top-left", colour: "#FFD400" },
  });
  const browser = await launch({ setup: null });
  const tab = await browser.context.newPage();
  const named = tab.locator("earshot-launcher").getByRole("button", { name: "Tell the platform team" });
  await tab.goto(wiki.url);
  await expect(named).toBeVisible({ timeout: 20_000 });
  const { x = 999, y = 999 } = (await named.boundingBox()) ?? {};
  expect(x + y).toBeLessThan(100);
  // In the company's colour, and in black, since white could not be read on it.
  await expect(named).toHaveCSS("background-color", "rgb(255, 212, 0)");
  await expect(named).toHaveCSS("color", "rgb(0, 0, 0)");

  // Another tool has it in another corner, and is called what people call it; IT has its one name.
  await tab.goto(tool.url);
  await expect(named).toBeVisible({ timeout: 20_000 });
  const box = (await named.boundingBox()) ?? { x: 999, y: 0 };
  expect(box.x).toBeLessThan(100);
  expect(box.y).toBeGreaterThan(300);
  const frame = tab.frameLocator('iframe[src*="/panel.html"]');
  await named.click();
  await expect(frame.getByPlaceholder("The order program")).toBeVisible();
  await frame.getByRole("textbox").first().fill("Whose is this?");
  await frame.getByRole("button", { name: "Show what will be sent" }).click();
  await expect(frame.getByText("Orders", { exact: true })).toBeVisible();
  await frame.getByRole("textbox").first().fill("");
  // Whether a button will come cannot be waited for: the script that brings it is not in this page at all.
  await tab.goto(`${wiki.url}/?quiet`);
  const options = await browser.open("options.html");
  const hasScript = () =>
    options.evaluate(async () => {
      const { tabs, scripting } = (globalThis as unknown as ExtensionGlobal).chrome;
      const [found] = await tabs.query({ url: "http://127.0.0.1/?quiet*" });
      const target = { tabId: found?.id ?? -1 };
      const [done] = await scripting.executeScript({ target, func: () => "earshot" in globalThis });
      return done?.result;
    });
  expect(await hasScript()).toBe(false);
});

import { expectAccessible } from "@/tests/support/axe";
import { ask } from "@/tests/support/extension-page";
import { canManage, managePolicy, reloadPolicy, removePolicy } from "@/tests/support/managed-policy";
import { launcher, openPanel, RECEIVED } from "@/tests/support/panel";
import { openPopup, reportItem, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

test.skip(!canManage(), "writing the machine's policy needs root");
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

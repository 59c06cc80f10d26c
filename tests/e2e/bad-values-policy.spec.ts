import { ask, untilRegistered } from "@/tests/support/extension-page";
import { managePolicy, reloadPolicy, removePolicy, whyNotManage } from "@/tests/support/managed-policy";
import { launcher, openPanel, RECEIVED } from "@/tests/support/panel";
import { expect, test } from "./fixtures";

const whyNot = whyNotManage();
test.skip(whyNot !== null, whyNot ?? "");
test.afterEach(() => removePolicy());
test.afterAll(() => removePolicy());

const SOON = { timeout: 20_000 };

test("before there is a policy, and with an empty one, nothing is shown and nobody is asked anything", async ({
  launch,
  wiki,
  gate,
  collector,
}) => {
  const browser = await launch({ setup: null });
  const tab = await browser.context.newPage();
  await tab.goto(wiki.url);
  const options = await browser.open("options.html");
  await expect(options.getByText("No address is set: nothing leaves this computer.")).toBeVisible();
  await untilRegistered(options, false);
  // A key that says nothing of where and whom: there is a policy now, and it is as good as none.
  managePolicy({ contact: "it@nordwind.example" });
  await reloadPolicy(browser.context);
  await expect(options.getByText("it@nordwind.example")).toBeVisible(SOON);
  await untilRegistered(options, false);
  await expect(launcher(tab)).toHaveCount(0);
  expect(gate.passed).toEqual([]);

  const sites = [{ matches: [`${wiki.url}/*`], name: "Nordwind handbook" }];
  managePolicy({ endpoint: gate.url, ingestToken: collector.ingestToken, sites });
  await reloadPolicy(browser.context);
  await tab.bringToFront();
  await expect(launcher(tab)).toBeVisible(SOON);
  await expect.poll(() => gate.passed.length, SOON).toBeGreaterThan(0);
});

test("of ten thousand sites, every site there is, a script for an address and keys to come, what is good works", async ({
  launch,
  wiki,
  site,
  gate,
  collector,
  words,
}) => {
  const many = Array.from({ length: 10_000 }, (_, at) => ({
    name: `Tool ${at}`,
    matches: [`https://t${at}.example/*`],
  }));
  const values = {
    ingestToken: collector.ingestToken,
    // Of a version to come: in the policy, in a site, in what a key holds.
    weather: { rain: [{ mm: 3 }] },
    button: { corner: "top-left", sparkle: true },
    sites: [
      { name: "Everything", matches: ["<all_urls>", "*://*/*", "https://*/*"] },
      { name: "Nordwind handbook", matches: [`${wiki.url}/*`], mood: "cross" },
      ...many,
    ],
  };
  managePolicy({ ...values, endpoint: "javascript:alert(1)" });
  const browser = await launch({ setup: null });
  const options = await browser.open("options.html");
  await expect(options.getByText("javascript:alert(1)").first()).toBeVisible(SOON);
  const { policy } = await ask(options, "popup.state", null);
  expect(policy.refused.map(({ place, reason }) => `${place} ${reason}`)).toEqual([
    "endpoint not-an-address",
    "sites[1000] too-many",
    "sites[0].matches[0] too-broad",
    "sites[0].matches[1] too-broad",
    "sites[0].matches[2] too-broad",
  ]);
  expect(policy.policy).toMatchObject({ endpoint: null, button: { corner: "top-left" } });
  expect(policy.policy.sites).toHaveLength(999);
  // Chromium leaves out what our schema does not know, and nothing beside it.
  expect(policy.keys.map(({ key }) => key)).toEqual(["endpoint", "ingestToken", "sites", "button"]);
  await expect(options.getByText("That is every site there is.").first()).toBeVisible();
  await expect(options.getByText("No address is set: nothing leaves this computer.")).toBeVisible();

  const [read, other] = [await browser.context.newPage(), await browser.context.newPage()];
  await other.goto(site.url);
  await read.goto(wiki.url);
  await expect(launcher(read)).toBeVisible();
  await expect(launcher(other)).toHaveCount(0);
  managePolicy({ ...values, endpoint: gate.url });
  await reloadPolicy(browser.context);
  await read.bringToFront();
  const panel = await openPanel(read);
  await panel.words.fill(words("Among ten thousand"));
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible(SOON);
});

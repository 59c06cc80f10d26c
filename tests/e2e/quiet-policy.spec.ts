import { managePolicy, reloadPolicy, removePolicy, whyNotManage } from "@/tests/support/managed-policy";
import { listenToNotices } from "@/tests/support/notices";
import { expect, test } from "./fixtures";

const whyNot = whyNotManage();
test.skip(whyNot !== null, whyNot ?? "");
test.afterEach(() => removePolicy());
test.afterAll(() => removePolicy());

const WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

test("in quiet hours nobody is told anything, and after them all at once", async ({
  launch,
  site,
  gate,
  collector,
  words,
}) => {
  test.setTimeout(120_000);
  const policy = {
    endpoint: gate.url,
    ingestToken: collector.ingestToken,
    sites: [{ matches: [`${site.url}/*`], name: "Orders" }],
  };
  managePolicy({ ...policy, notifications: { quietDays: WEEK } });
  const browser = await launch({ setup: null });
  const options = await browser.open("options.html");
  await expect(options.getByText("Set by your organisation").first()).toBeVisible({ timeout: 20_000 });
  const tab = await browser.context.newPage();
  await tab.goto(site.url);
  const person = await listenToNotices(browser, options, collector);
  const [list, print] = [words("The list jumps"), words("The print is cut off")];
  await person.files(tab, [list, print]);
  await person.isAnswered(list, "We look at it on Monday.", "planned");
  await person.isAnswered(print, "Thank you, we look at it.");
  expect(await person.told()).toEqual([]);

  managePolicy(policy);
  await reloadPolicy(browser.context);
  const both = "answered: IT has answered you There is something new in 2 of your reports.";
  await expect.poll(person.told, { timeout: 30_000 }).toEqual([both]);
});

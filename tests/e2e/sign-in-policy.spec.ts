import { colleaguesFile, oneWord } from "@/tests/support/colleagues";
import { type Company, signInAs, startCompany } from "@/tests/support/company";
import { readTableIn } from "@/tests/support/database";
import { ask } from "@/tests/support/extension-page";
import { managePolicy, reloadPolicy, removePolicy, whyNotManage } from "@/tests/support/managed-policy";
import { answer, findReport, openPopup, openReport, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

const whyNot = whyNotManage();
test.skip(whyNot !== null, whyNot ?? "");

let company: Company;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  company = await startCompany();
});
test.afterAll(() => company.close());
test.afterEach(() => removePolicy());
test.afterAll(() => removePolicy());

const SOON = { timeout: 20_000 };

test("a company's policy lets reviewers sign in without a secret in it, and ends it where they are", async ({
  launch,
}) => {
  test.setTimeout(120_000);
  company.idp.people["robin"] = { name: "Robin", groups: ["it"] };
  const words = `The scanner beeps twice ${oneWord()}`;
  await colleaguesFile(company.collector, [{ words }]);
  const values = { endpoint: company.gate.url, ingestToken: company.collector.ingestToken, sites: [] };
  // A token beside it does not count, and may stay there for the day on which somebody goes back.
  const reviewers = { signIn: "oidc", token: company.collector.reviewerToken };
  managePolicy({ ...values, reviewers });
  const browser = await launch({ setup: null });
  const popup = await openPopup(browser);
  const [inbox, enter] = [popup.getByRole("tab", { name: "Inbox" }), popup.getByRole("button", { name: "Sign in" })];
  await expect(popup.getByText("Do you answer reports?")).toBeVisible(SOON);
  await expect(inbox).toHaveCount(0);
  await signInAs(browser, popup, "robin");
  await showTab(popup, "Inbox");
  await openReport(popup, words);
  await answer(popup, "We turn the second beep off.", "Planned");
  const sentBy = () =>
    company.gate.passed.filter(({ body }) => body.includes("second beep")).map(({ headers }) => headers.authorization);
  await expect.poll(() => sentBy().length, SOON).toBe(1);
  expect(sentBy()).not.toContain(`Bearer ${company.collector.reviewerToken}`);
  const options = await browser.open("options.html");
  await expect(options.getByText("You read and answer reports as Robin.")).toBeVisible();
  // One who is signed in cannot say otherwise here: it is the company's to say.
  await expect(options.getByRole("button", { name: "Save", exact: true })).toHaveCount(0);
  expect((await ask(options, "popup.state", null)).policy).toMatchObject({ source: "managed", refused: [] });

  // Nobody answers from here any more: the open popup loses the Inbox, and the computer what was read in it.
  managePolicy({ ...values, reviewers: { ...reviewers, signIn: "off" } });
  await reloadPolicy(browser.context);
  await expect(options.getByText("You report what annoys you")).toBeVisible(SOON);
  await popup.bringToFront();
  await expect(inbox).toHaveCount(0, SOON);
  await expect(enter).toHaveCount(0);
  await expect.poll(() => readTableIn(popup, "reports")).toEqual([]);

  // Back again. What is no choice is named, and is not taken for one.
  managePolicy({ ...values, reviewers: { ...reviewers, signIn: "saml" } });
  await reloadPolicy(browser.context);
  await expect(options.getByText("saml")).toBeVisible(SOON);
  await expect(inbox).toHaveCount(0);
  managePolicy({ ...values, reviewers });
  await reloadPolicy(browser.context);
  await expect(options.getByText("saml")).toHaveCount(0, SOON);
  await popup.bringToFront();
  await expect(enter).toBeVisible(SOON);
  // The provider knows them still: there is nothing to fill in.
  await enter.click();
  await expect(inbox).toBeVisible(SOON);
  await showTab(popup, "Inbox");
  await expect(await findReport(popup, words)).toBeVisible();
});

import type { Page } from "@playwright/test";
import type { EarshotBrowser } from "@/scripts/browser/launch";
import { expectAccessible } from "@/tests/support/axe";
import { colleaguesFile, oneWord } from "@/tests/support/colleagues";
import { type Company, ERP, signInAs, startCompany } from "@/tests/support/company";
import { readTableIn } from "@/tests/support/database";
import { type ExtensionGlobal, type Setup } from "@/tests/support/extension-page";
import { answer, findReport, openPopup, openReport, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

let company: Company;
test.beforeAll(async () => {
  test.setTimeout(120_000);
  company = await startCompany();
});
test.afterAll(() => company.close());
test.beforeEach(async () => {
  await company.gate.reset();
  await company.idp.forgetSessions();
  Object.assign(company.idp.people, {
    robin: { name: "Robin", groups: ["it"] },
    erin: { name: "Erin", groups: ["erp-team"] },
    sam: { name: "Sam", groups: ["sales"] },
  });
});

const setup = (): Setup => ({
  endpoint: company.gate.url,
  ingestToken: company.collector.ingestToken,
  sites: [],
  name: "Ada Example",
  signIn: "oidc",
});

/** Robin has signed in and looks at the Inbox, in which there is a report. */
async function robinReads(launch: (options: { setup: Setup }) => Promise<EarshotBrowser>, words: string) {
  await colleaguesFile(company.collector, [{ words }]);
  const browser = await launch({ setup: setup() });
  const popup = await openPopup(browser);
  await signInAs(browser, popup, "robin");
  await showTab(popup, "Inbox");
  return { browser, popup };
}

const signInButton = (popup: Page) => popup.getByRole("button", { name: "Sign in" });

/** What the browser keeps of the session, in memory. */
const heldIn = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as ExtensionGlobal).chrome.storage.session.get(null)) as Promise<{
    signIn?: { token: string };
  }>;

/** Answers the next requests for news as a collector does that does not know the token (any more). */
function refuse(token: string, status: 401 | 403, slug: string): void {
  const body = JSON.stringify({ type: `urn:earshot:problem:${slug}`, title: slug });
  const headers = { "content-type": "application/problem+json", "earshot-protocol": "1" };
  company.gate.fake = ({ headers: { authorization } }) =>
    authorization === `Bearer ${token}` ? { status, headers, body } : null;
}

test("a reviewer signs in, answers, and is signed in still after twelve hours without having to do anything", async ({
  launch,
}) => {
  const words = `The scale shows pounds ${oneWord()}`;
  await colleaguesFile(company.collector, [{ words }]);
  const browser = await launch({ setup: setup() });
  const popup = await openPopup(browser);
  await expect(popup.getByText("Do you answer reports?")).toBeVisible();
  await expect(popup.getByRole("tab", { name: "Inbox" })).toHaveCount(0);
  await expectAccessible(popup);
  // Whoever does not sign in does not call on the provider.
  expect(company.gate.passed.filter(({ path }) => path.startsWith("/v1/auth"))).toEqual([]);

  await signInAs(browser, popup, "robin");
  await showTab(popup, "Inbox");
  await openReport(popup, words);
  await answer(popup, "We set it to kilos on Monday.", "Planned");
  await expect(popup.getByText("Robin").first()).toBeVisible();
  await expectAccessible(popup);

  const { signIn: first } = await heldIn(popup);
  expect(JSON.stringify(await readTableIn(popup, "kv"))).not.toContain(first?.token ?? "none");
  refuse(first?.token ?? "", 401, "unauthorized");
  await popup.reload();
  await expect.poll(async () => (await heldIn(popup)).signIn?.token).not.toBe(first?.token);
  await expect(signInButton(popup)).toHaveCount(0);
  await expect(await findReport(popup, words)).toBeVisible();
  expect(browser.context.pages().filter((page) => page.url().startsWith(company.idp.issuer))).toEqual([]);
});

test("a reviewer of one tool sees the reports of that tool alone", async ({ launch }) => {
  const mark = oneWord();
  const seen = `The order form forgets ${mark}`;
  const unseen = `The wiki is slow ${mark}`;
  const at = (origin: string) => ({ context: { origin, path: "/" } });
  await colleaguesFile(company.collector, [
    { words: seen, ...at(ERP) },
    { words: unseen, ...at("https://wiki.example.com") },
  ]);
  const browser = await launch({ setup: setup() });
  const popup = await openPopup(browser);
  await signInAs(browser, popup, "erin");
  await showTab(popup, "Inbox");
  await expect(await findReport(popup, seen)).toBeVisible();
  const copies = await readTableIn<{ origin: string }>(popup, "reports");
  expect([...new Set(copies.map(({ origin }) => origin))]).toEqual([ERP]);
});

test("who has no role is told so in plain words, and may come back as somebody else", async ({ launch }) => {
  const browser = await launch({ setup: setup() });
  const popup = await openPopup(browser);
  await signInAs(browser, popup, null);
  await expect(popup.getByText("Do you answer reports?")).toBeVisible();
  await signInAs(browser, popup, "sam");
  await expect(popup.getByText("Your account is known, but it does not answer reports here.")).toBeVisible();
  await expect(popup.getByRole("tab", { name: "Inbox" })).toHaveCount(0);
  await expectAccessible(popup);
  await signInAs(browser, popup, "robin");
  await expect(popup.getByRole("tab", { name: "Inbox" })).toBeVisible();
});

test("signed out by time: the Inbox is gone until the person is back, and nothing of it is lost", async ({
  launch,
}) => {
  const words = `The map is upside down ${oneWord()}`;
  const { browser, popup } = await robinReads(launch, words);
  await openReport(popup, words);
  await company.gate.shut();
  await answer(popup, "We turn it round.", "Planned");
  const { signIn } = await heldIn(popup);
  // The provider has forgotten them too: only the person can help.
  await company.idp.forgetSessions();
  refuse(signIn?.token ?? "", 401, "unauthorized");
  await company.gate.open();
  await popup.reload();
  await expect(popup.getByText("You are signed out.")).toBeVisible();
  await expect(popup.getByRole("tab", { name: "Inbox" })).toHaveCount(0);
  expect((await readTableIn(popup, "reports")).length).toBeGreaterThan(0);

  const sent = () => company.gate.passed.filter(({ body }) => body.includes("We turn it round."));
  const before = sent().length;
  await signInAs(browser, popup, "robin");
  await expect(popup.getByRole("tab", { name: "Inbox" })).toBeVisible();
  await expect.poll(() => sent().length).toBeGreaterThan(before);
});

test("an admin ends a session: the copies go at once, and the popup says Sign in again", async ({ launch }) => {
  const words = `The bell rings twice ${oneWord()}`;
  const { popup } = await robinReads(launch, words);
  await findReport(popup, words);
  const { tokens } = (await (await company.admin("GET", "tokens")).json()) as {
    tokens: { id: string; name: string; signedIn: boolean; revokedAt: string | null }[];
  };
  const mine = tokens.find(({ name, signedIn, revokedAt }) => name === "Robin" && signedIn && revokedAt === null);
  expect((await company.admin("DELETE", `tokens/${mine?.id}`)).status).toBe(204);
  // A report comes, and with it the next answer of the collector.
  await expect.poll(async () => (await readTableIn(popup, "reports")).length, { timeout: 25_000 }).toBe(0);
  await popup.reload();
  await expect(popup.getByText("Your access to the Inbox has ended.")).toBeVisible();
  await expect(signInButton(popup)).toBeVisible();
  // The group is lost as well: whoever presses it is told so.
  company.idp.people["robin"] = { name: "Robin", groups: [] };
  const opening = company.gate.passed.length;
  await signInButton(popup).click();
  await expect(popup.getByText("Your account is known, but it does not answer reports here.")).toBeVisible();
  expect(company.gate.passed.slice(opening).some(({ path }) => path.startsWith("/v1/auth/callback"))).toBe(true);
});

test("signing out takes the copies along, by the keyboard", async ({ launch }) => {
  const words = `The stamp is upside down ${oneWord()}`;
  const { browser, popup } = await robinReads(launch, words);
  await findReport(popup, words);
  const options = await browser.open("options.html");
  await expect(options.getByText("You read and answer reports as Robin.")).toBeVisible();
  await expectAccessible(options);
  await options.getByRole("button", { name: "Sign out" }).focus();
  await options.keyboard.press("Enter");
  await expect(options.getByText("You report what annoys you")).toBeVisible();
  expect(await readTableIn(options, "reports")).toEqual([]);
  expect((await heldIn(options)).signIn).toBeUndefined();
  await expect
    .poll(() => company.gate.passed.some(({ method, path }) => method === "DELETE" && path === "/v1/auth/session"))
    .toBe(true);
  await popup.reload();
  await expect(signInButton(popup)).toBeVisible();
});

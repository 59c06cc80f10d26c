import type { Page } from "@playwright/test";
import { ask } from "@/tests/support/extension-page";
import type { Gate } from "@/tests/support/gate";
import { openPanel, type Panel, panelIn, RECEIVED, SAVED } from "@/tests/support/panel";
import { expect, test } from "./fixtures";

/** Opens the list and the exact text below it. */
async function look(panel: Panel): Promise<void> {
  await panel.frame.getByRole("button", { name: "Show what will be sent" }).click();
  const exactly = panel.frame.getByRole("button", { name: "Show it exactly as it is sent" });
  await expect(exactly).toBeVisible();
  await panel.still();
  await exactly.click();
}

function list(panel: Panel) {
  return panel.frame.getByRole("region", { name: "This goes to IT" });
}

/** The exact text, once it is of the form as it is now. */
async function shownText(panel: Panel): Promise<string> {
  await expect(list(panel)).toHaveAttribute("aria-busy", "false");
  return (
    (await panel.frame.getByRole("region", { name: "The exact text that is sent" }).locator("pre").textContent()) ?? ""
  );
}

async function shows(panel: Panel, text: string): Promise<void> {
  await expect.poll(() => shownText(panel)).toContain(text);
}

function sent(gate: Gate, text: string): string | undefined {
  return gate.passed.find(({ method, body }) => method === "POST" && body.includes(text))?.body;
}

test("the bytes that are sent are the bytes that were shown", async ({ tab, site, gate, words }) => {
  const text = words("Nobody finds the filter “open”");
  await tab.goto(`${site.url}/orders/4711`);
  const panel = await openPanel(tab);
  await panel.words.fill(text);
  await panel.radio("What kind of annoyance is it?", "Confusing").click();
  await look(panel);
  for (const field of ["The page's title", "Your system", "Language of the browser"]) {
    await panel.frame.getByRole("button", { name: `Leave out: ${field}` }).click();
  }
  await shows(panel, text);
  await expect.poll(() => shownText(panel)).not.toContain('"locale"');
  const shown = await shownText(panel);
  const { data } = JSON.parse(shown) as { data: { context: object } };
  expect(data).toMatchObject({ words: text, kind: "confusing", context: { origin: site.url, path: "/orders/{id}" } });
  for (const field of ["title", "os", "locale"]) expect(data.context).not.toHaveProperty(field);
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  expect(sent(gate, text)).toBe(`[${shown}]`);
});

test("so are those of a report without a name", async ({ tab, site, gate, words }) => {
  const text = words("They must not know that I said so");
  await tab.goto(`${site.url}/orders/4711`);
  const panel = await openPanel(tab);
  await panel.words.fill(text);
  await look(panel);
  await shows(panel, "Ada Example");
  await panel.frame.getByRole("button", { name: "Leave out: Your name" }).click();
  await expect(panel.checkbox("Send without my name")).toBeChecked();
  await shows(panel, '"identity":"anon"');
  const shown = await shownText(panel);
  expect(shown).not.toMatch(/Ada|install|"title"|"reporter"/);
  expect(JSON.parse(shown)).toMatchObject({ source: "urn:earshot:anon", time: expect.stringMatching(/:00:00\.000Z$/) });
  await expect(list(panel)).toContainText("Only the hour is sent.");
  await panel.send.click();
  await expect(panel.status.filter({ hasText: SAVED })).toBeVisible();
  await expect.poll(() => sent(gate, text), { timeout: 30_000 }).toBe(`[${shown}]`);
});

test("and with a picture, which is shown as it will be sent", async ({ tab, site, gate, words }) => {
  const text = words("Look at this table");
  await tab.goto(site.url);
  const panel = await openPanel(tab);
  await panel.words.fill(text);
  await panel.checkbox("Add a picture of the page").click();
  await look(panel);
  await expect(list(panel).getByRole("img", { name: "The picture, exactly as it will be sent" })).toBeVisible();
  await shows(panel, '"attachments"');
  await shows(panel, text);
  const shown = await shownText(panel);
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  expect(sent(gate, text)).toBe(`[${shown}]`);
});

test("a name that is changed elsewhere is shown before it goes", async ({ launch, site, gate, words, setup }) => {
  const text = words("Somebody else has my browser");
  const browser = await launch({ setup });
  const tab = await browser.context.newPage();
  await tab.goto(site.url);
  const panel = await openPanel(tab);
  await panel.words.fill(text);
  await look(panel);
  await shows(panel, text);
  const before = await shownText(panel);
  const options = await browser.open("options.html");
  await ask(options, "settings.name", { name: "Grace Other" });
  await tab.bringToFront();
  await expect(panel.frame.getByText("IT will see: Grace Other.")).toBeVisible();
  await shows(panel, "Grace Other");
  const shown = await shownText(panel);
  expect(shown).toBe(before.replace("Ada Example", "Grace Other"));
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  expect(sent(gate, text)).toBe(`[${shown}]`);
});

for (const path of ["/csp", "/csp-strict", "/isolated"]) {
  test(`what will be sent can be looked at in ${path}`, async ({ tab, site, words }) => {
    await tab.goto(site.url + path);
    const panel = await openPanel(tab);
    await panel.words.fill(words("Shown"));
    await look(panel);
    await shows(panel, '"specversion":"1.0"');
    await panel.words.fill("");
  });
}

test.describe("words that look private", () => {
  const CARD = "4111 1111 1111 1111";

  test.beforeEach(async ({ tab, site }) => {
    await tab.goto(site.url);
    await openPanel(tab);
  });
  test.afterEach(async ({ tab }) => {
    await panelIn(tab).words.fill("");
  });

  const offer = (tab: Page, what: string) => panelIn(tab).frame.getByRole("button", { name: new RegExp(`^${what}:`) });

  test("are named and left alone until the person says so; what was blacked out can be had back", async ({ tab }) => {
    const { words, frame } = panelIn(tab);
    await words.pressSequentially(`I paid with ${CARD} and it failed`);
    await expect(frame.getByText("This looks private: a card number.")).toBeVisible();
    await expect(words).toHaveValue(`I paid with ${CARD} and it failed`);
    await expect(words).toBeFocused();
    await offer(tab, "Black it out").click();
    await expect(words).toHaveValue("I paid with █████ and it failed");
    await expect(words).toBeFocused();
    await frame.getByRole("button", { name: "Undo" }).click();
    await expect(words).toHaveValue(`I paid with ${CARD} and it failed`);
    await offer(tab, "Black it out").click();
    await expect(words).toHaveValue("I paid with █████ and it failed");
    // The browser's own undo knows of it as well.
    await words.press("Control+z");
    await expect(words).toHaveValue(`I paid with ${CARD} and it failed`);
  });

  test("stay where the person leaves them, and are not asked about again", async ({ tab }) => {
    const { words } = panelIn(tab);
    await words.fill(`Mail to jane.doe@corp.example and ${CARD}`);
    await expect(offer(tab, "Leave it")).toHaveCount(2);
    await offer(tab, "Leave it").first().click();
    await expect(offer(tab, "Leave it")).toHaveCount(1);
    // The keyboard goes on to the next decision.
    await expect(offer(tab, "Black it out")).toBeFocused();
    await words.press("End");
    await words.pressSequentially(" twice");
    await expect(offer(tab, "Leave it")).toHaveCount(1);
    await expect(words).toHaveValue(`Mail to jane.doe@corp.example and ${CARD} twice`);
  });

  test("are found in the goal as well", async ({ tab }) => {
    const { frame } = panelIn(tab);
    await frame.getByText("What it costs you").click();
    const goal = frame.getByRole("textbox", { name: "What were you trying to do?" });
    await goal.fill("Sign in with password: Winter2026!x");
    await expect(frame.getByText("This looks private: a password.")).toBeVisible();
    await offer(tab, "Black it out").click();
    await expect(goal).toHaveValue("Sign in with password: █████");
    await goal.fill("");
  });
});

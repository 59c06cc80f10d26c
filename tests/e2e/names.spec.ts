import { expectPanelAccessible } from "@/tests/support/axe";
import { ask, configure } from "@/tests/support/extension-page";
import type { Gate } from "@/tests/support/gate";
import { openPanel, type Panel, panelIn, RECEIVED, SAVED } from "@/tests/support/panel";
import { openPopup, openReport, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

/** The person's name: seen, changed, left out, forbidden or needed. */

const nameBox = (panel: Panel) => panel.frame.getByRole("textbox", { name: "Your name, as IT sees it" });
const button = (panel: Panel, name: string) => panel.frame.getByRole("button", { name, exact: true });
const WITHOUT = "Send without my name";
const NOT_SEEN = "IT sees no name, no page title and no mark that ties this report to others of yours";
const COULD_BE_SEEN = "The server could still see the network address";

/** The request that carried these words. */
async function sent(gate: Gate, words: string) {
  const find = () => gate.passed.find(({ method, body }) => method === "POST" && body.includes(words));
  await expect.poll(find, { timeout: 30_000 }).toBeDefined();
  const { path = "", body = "[]" } = find() ?? {};
  const [event] = JSON.parse(body) as { data: { identity: string; reporter?: { name: string } } }[];
  return { path, ...event?.data };
}

test.afterEach(async ({ earshot, setup, tab }) => {
  if (await panelIn(tab).words.isVisible()) await panelIn(tab).words.fill("");
  await configure(earshot, setup);
});

test("the person sees the name that IT will see, changes it in place, and every open form knows", async ({
  earshot,
  setup,
  site,
  tab,
  gate,
  words,
}) => {
  await configure(earshot, setup);
  const other = await earshot.context.newPage();
  await other.goto(`${site.url}/keys`);
  await expect((await openPanel(other)).frame.getByText("IT will see: Ada Example.")).toBeVisible();
  await tab.bringToFront();
  await tab.goto(site.url);
  const panel = await openPanel(tab);
  await expect(panel.frame.getByText("IT will see: Ada Example.")).toBeVisible();
  await button(panel, "Change my name").click();
  await expect(nameBox(panel)).toBeFocused();
  await expect(nameBox(panel)).toHaveValue("Ada Example");
  await expectPanelAccessible(tab);
  await nameBox(panel).fill("  Grace \u202E Hopper ");
  await nameBox(panel).press("Enter");
  await expect(panel.frame.getByText("IT will see: Grace Hopper.")).toBeVisible();
  await expect(button(panel, "Change my name")).toBeFocused();
  await expect(panelIn(other).frame.getByText("IT will see: Grace Hopper.")).toBeVisible();
  await other.close();

  const said = words("My name is another one");
  await panel.words.fill(said);
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  expect(await sent(gate, said)).toMatchObject({ path: "/v1/events", reporter: { name: "Grace Hopper" } });

  const popup = await openPopup(earshot);
  await showTab(popup, "Inbox");
  await openReport(popup, said);
  await expect(popup.getByRole("article").getByText("Grace Hopper").first()).toBeVisible();
  await expect(popup.getByRole("article").getByText("name not checked").first()).toBeVisible();
  const { name } = await ask(popup, "popup.state", null);
  expect(name).toBe("Grace Hopper");
});

test("no name known means without; it can be added there and then, and taken away again", async ({
  launch,
  setup,
  site,
  gate,
  words,
}) => {
  const browser = await launch({ setup: { ...setup, name: "" } });
  const tab = await browser.context.newPage();
  await tab.goto(site.url);
  const panel = await openPanel(tab);
  await expect(panel.checkbox(WITHOUT)).toBeChecked();
  await expect(panel.checkbox(WITHOUT)).toBeDisabled();
  await expect(panel.frame.getByText(NOT_SEEN)).toBeVisible();
  await expect(panel.frame.getByText(COULD_BE_SEEN)).toBeVisible();
  await button(panel, "Add my name").click();
  await nameBox(panel).fill("Ada");
  const said = words("Typed, and sent at once");
  await panel.words.fill(said);
  // What is still in the box goes with it: nothing that was typed is lost.
  await panel.words.press("Control+Enter");
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  expect(await sent(gate, said)).toMatchObject({ identity: "claimed", reporter: { name: "Ada" } });

  await tab.reload();
  await openPanel(tab);
  await expect(panel.frame.getByText("IT will see: Ada.")).toBeVisible();
  await button(panel, "Change my name").click();
  await nameBox(panel).fill(" ");
  await button(panel, "Done").click();
  await expect(panel.frame.getByText(NOT_SEEN)).toBeVisible();
  await expect(button(panel, "Add my name")).toBeFocused();
  const nameless = words("And now without");
  await panel.words.fill(nameless);
  await panel.send.click();
  await expect(panel.status.filter({ hasText: SAVED })).toBeVisible();
  expect(await sent(gate, nameless)).toMatchObject({ path: "/v1/anon/events", identity: "anon" });
});

test("a name that changes what was looked at is looked at before it goes", async ({ earshot, setup, site, tab }) => {
  await configure(earshot, setup);
  await tab.bringToFront();
  await tab.goto(site.url);
  const panel = await openPanel(tab);
  await panel.words.fill("Something");
  await panel.frame.getByRole("button", { name: "Show what will be sent" }).click();
  const row = panel.frame.getByRole("listitem").filter({ hasText: "Your name" });
  await expect(row).toContainText("Ada Example");
  await button(panel, "Change my name").click();
  await nameBox(panel).fill("Grace");
  await panel.words.press("Control+Enter");
  await expect(panel.dialog).toContainText("has changed since you looked");
  await expect(row).toContainText("Grace");
  await expect(panel.status.filter({ hasText: SAVED })).toHaveCount(0);
});

test("where the organisation wants no names, none is sent, and the form says so", async ({
  earshot,
  setup,
  site,
  tab,
  gate,
  words,
}) => {
  await configure(earshot, { ...setup, identity: { mode: "anonymous" } });
  await tab.bringToFront();
  await tab.goto(`${site.url}/orders/4711`);
  const panel = await openPanel(tab);
  await expect(panel.frame.getByText("Your organisation wants reports without names.")).toBeVisible();
  for (const sentence of [NOT_SEEN, COULD_BE_SEEN]) await expect(panel.frame.getByText(sentence)).toBeVisible();
  await expect(panel.checkbox(WITHOUT)).toHaveCount(0);
  await expect(nameBox(panel)).toHaveCount(0);
  await expect(panel.checkbox("Add the exact address of this page")).toHaveCount(0);
  await expect(panel.dialog).not.toContainText("Ada");
  await expectPanelAccessible(tab);
  const said = words("Nobody may say who they are");
  await panel.words.fill(said);
  await panel.frame.getByRole("button", { name: "Show what will be sent" }).click();
  await expect(panel.frame.getByRole("button", { name: /: Your name$/ })).toHaveCount(0);
  await panel.send.click();
  await expect(panel.status.filter({ hasText: SAVED })).toBeVisible();
  const event = await sent(gate, said);
  expect(event).toMatchObject({ path: "/v1/anon/events", identity: "anon" });
  expect(event).not.toHaveProperty("reporter");
  const options = await earshot.open("options.html");
  await expect(options.getByText("Your organisation wants reports without names, so none is sent.")).toBeVisible();
  await options.close();
});

test("where the organisation wants a name, the form asks for it in place, once", async ({
  launch,
  setup,
  site,
  gate,
  words,
}) => {
  const browser = await launch({ setup: { ...setup, name: "", identity: { mode: "required" } } });
  const tab = await browser.context.newPage();
  await tab.goto(`${site.url}/orders/4711`);
  const panel = await openPanel(tab);
  await expect(panel.frame.getByText("Your organisation wants to know who a report is from.")).toBeVisible();
  await expect(panel.checkbox(WITHOUT)).toHaveCount(0);
  await expect(panel.checkbox("Add the exact address of this page")).toBeEnabled();
  await expect(nameBox(panel)).toBeVisible();
  const said = words("It is me");
  await panel.words.fill(said);
  await panel.send.click();
  await expect(panel.frame.getByText("Please type your name.")).toBeVisible();
  await expect(nameBox(panel)).toBeFocused();
  await expectPanelAccessible(tab);
  await nameBox(panel).pressSequentially("Ada");
  await expect(panel.frame.getByText("Please type your name.")).toHaveCount(0);
  await nameBox(panel).press("Control+Enter");
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  expect(await sent(gate, said)).toMatchObject({ identity: "claimed", reporter: { name: "Ada" } });
  await tab.reload();
  await openPanel(tab);
  await expect(panel.frame.getByText("IT will see: Ada.")).toBeVisible();
  await expect(nameBox(panel)).toHaveCount(0);
  // Emptied, it is asked for again.
  await button(panel, "Change my name").click();
  await nameBox(panel).fill("");
  await button(panel, "Done").click();
  await expect(panel.frame.getByText("Please type your name.")).toBeVisible();
  await expect(nameBox(panel)).toBeFocused();
});

test("where policy says so, the browser's own account is offered for a name", async ({ earshot, setup, site, tab }) => {
  await configure(earshot, { ...setup, identity: { mode: "optional", name: "profile" } });
  await tab.bringToFront();
  await tab.goto(site.url);
  const panel = await openPanel(tab);
  await button(panel, "Change my name").click();
  // What the browser asks the person, and what it says, stand in here: a test has no account to be signed in to.
  const frame = tab.frames().find((one) => one.url().includes("/panel.html"));
  const answers = async (granted: boolean, email: string) =>
    frame?.evaluate(
      ([isGranted, address]) => {
        // Chromium has both names for it, of which the panel takes one.
        const { chrome, browser = chrome } = globalThis as unknown as Record<string, Record<string, object>>;
        for (const api of [chrome, browser]) {
          Object.assign(api?.["permissions"] ?? {}, { request: async () => isGranted });
          Object.defineProperty(api, "identity", {
            value: { getProfileUserInfo: async () => ({ email: address }) },
            configurable: true,
          });
        }
      },
      [granted, email] as const,
    );
  await answers(false, "ada@corp.example");
  await button(panel, "Take it from the browser").click();
  await expect(panel.frame.getByText("The browser did not tell any.")).toBeVisible();
  await answers(true, "ada@corp.example");
  await button(panel, "Take it from the browser").click();
  await expect(nameBox(panel)).toHaveValue("ada@corp.example");
  await expect(nameBox(panel)).toBeFocused();
  await button(panel, "Done").click();
  await expect(panel.frame.getByText("IT will see: ada@corp.example.")).toBeVisible();
});

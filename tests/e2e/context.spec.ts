import { openPanel, panelIn, RECEIVED } from "@/tests/support/panel";
import { openPopup, openReport, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

interface Sent {
  data: { words: string; lang: string; goal: string; context: Record<string, unknown> & { title: string } };
}

test("markup, megabytes and half characters arrive as text, and are shown as text to IT", async ({
  launch,
  site,
  gate,
  words,
  setup,
}) => {
  const browser = await launch({ setup: { ...setup, name: "<b id=evil>Bob</b>" } });
  const tab = await browser.context.newPage();
  await tab.goto(`${site.url}/bad-input`);
  const panel = await openPanel(tab);
  const text = words("<img src=x onerror=evil=1> **bold** \u202Eback \uD83D\uDE00");
  await panel.words.fill(text);
  await panel.frame.getByText("What it costs you").click();
  await panel.frame
    .getByRole("textbox", { name: "What were you trying to do?" })
    .fill("<script>evil=1</script> # goal");
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });

  const body = gate.passed.find(({ method, body: sent }) => method === "POST" && sent.includes("# goal"))?.body ?? "[]";
  const [event] = JSON.parse(body) as Sent[];
  const title = event?.data.context.title ?? "";
  expect(title).toContain("<img src=x onerror=evil=1> **bold** [a](javascript:evil=1)");
  expect(title.length).toBeLessThanOrEqual(200);
  expect(title.isWellFormed()).toBe(true);
  expect(title).toMatch(/back\s+nul/);
  expect(body).not.toContain("jane.doe");
  expect(event?.data.words).toBe(text.replace("\u202E", ""));

  const popup = await openPopup(browser);
  await showTab(popup, "Inbox");
  await openReport(popup, "**bold**");
  const detail = popup.getByRole("article");
  await expect(detail.getByText("<b id=evil>Bob</b>").first()).toBeVisible();
  await expect(detail.getByText("<script>evil=1</script> # goal")).toBeVisible();
  await expect(detail.getByText("[a](javascript:evil=1)")).toBeVisible();
  await expect(popup.locator("#evil, img[src=x], a[href^=javascript]")).toHaveCount(0);
  expect(await popup.evaluate(() => "evil" in globalThis)).toBe(false);
  expect(await tab.evaluate(() => "evil" in globalThis)).toBe(false);
});

test("the words' own language is sent where it can be told, and the person may keep it", async ({
  tab,
  site,
  gate,
  words,
}) => {
  await tab.goto(site.url);
  const panel = await openPanel(tab);
  const text = words("Die Suche vergisst jedes Mal den Filter, den ich gerade eben eingestellt habe");
  await panel.words.fill(text);
  await panel.frame.getByRole("button", { name: "Show what will be sent" }).click();
  const row = panel.frame.getByRole("listitem").filter({ hasText: "Language of your words" });
  await expect(row).toContainText("German");
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  const body = gate.passed.find(({ method, body: sent }) => method === "POST" && sent.includes(text))?.body ?? "[]";
  expect((JSON.parse(body) as Sent[])[0]?.data.lang).toBe("de");
});

test("for what is slow the panel says how long the page took", async ({ tab, site }) => {
  await tab.goto(site.url);
  await openPanel(tab);
  const panel = panelIn(tab);
  await expect(panel.dialog).not.toContainText("to load.");
  await panel.radio("What kind of annoyance is it?", "Slow").click();
  await expect(panel.dialog).toContainText(/This page took [\d.]+ seconds? to load\./);
  await panel.radio("What kind of annoyance is it?", "Slow").click();
});

test("what failed is told by its path alone", async ({ tab, site }) => {
  await tab.goto(`${site.url}/spa`);
  await tab.evaluate(() => fetch("/api/orders/4711?key=abc").catch(() => undefined));
  const panel = await openPanel(tab);
  await panel.words.fill("x");
  await panel.frame.getByRole("button", { name: "Show what will be sent" }).click();
  const row = panel.frame.getByRole("listitem").filter({ hasText: "What the page could not load" });
  await expect(row).toContainText("/api/broken (the other side had a fault)");
  await expect(row).toContainText("/api/orders/… (is not there)");
  await expect(row).not.toContainText("abc");
  await panel.words.fill("");
});

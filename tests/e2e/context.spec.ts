import { openPanel, panelIn, RECEIVED } from "@/tests/support/panel";
import { expect, test } from "./fixtures";

interface Sent {
  data: { lang: string };
}

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

import type { Page } from "@playwright/test";
import { openPanel, RECEIVED } from "@/tests/support/panel";
import { answer, openPopup, openReport, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

interface Sent {
  data: {
    words: string;
    goal: string;
    context: { title: string; site: string; element: { name: string; quote: { exact: string } } };
  };
}

const MARKUP = "<img src=x onerror=evil=1> **bold**";
const UNWANTED = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u;

/** Nothing of what came in as text has become an element, a link or a program. */
async function isTextIn(page: Page): Promise<void> {
  await expect(page.locator("#evil, img[src=x], a[href^=javascript], [onerror]")).toHaveCount(0);
  expect(await page.evaluate(() => "evil" in globalThis)).toBe(false);
}

test("markup, megabytes and half characters arrive as text, capped, and are text to IT and to the person", async ({
  launch,
  site,
  gate,
  words,
  setup,
}) => {
  test.setTimeout(120_000);
  const sites = setup.sites.map((one) => ({ ...one, name: `<i id=evil>${one.name}</i>` }));
  const browser = await launch({ setup: { ...setup, sites, name: "<b id=evil>Bob</b>" } });
  const tab = await browser.context.newPage();
  await tab.goto(`${site.url}/bad-input`);
  const panel = await openPanel(tab);
  const text = words(`${MARKUP} \u202Eback \uD83D\uDE00`);
  await panel.words.fill(text);
  // What no keyboard types, but a page that was copied from may bring along.
  await panel.words.evaluate((box: HTMLTextAreaElement) => {
    box.setRangeText(" nul\0 half\uD800", box.value.length, box.value.length, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await panel.frame.getByText("What it costs you").click();
  await panel.frame
    .getByRole("textbox", { name: "What were you trying to do?" })
    .fill("<script>evil=1</script> # goal");
  await panel.frame.getByRole("button", { name: "Point at it" }).click();
  await expect(tab.frameLocator("earshot-picker iframe").getByRole("application")).toBeFocused();
  const button = await tab.locator("#nasty").boundingBox();
  await tab.mouse.click((button?.x ?? 0) + 5, (button?.y ?? 0) + 5);
  await expect(panel.frame.getByText(`You pointed at: button ${MARKUP}`)).toBeVisible();
  await panel.checkbox("Add a picture of the page").check();
  // Ten megabytes are looked through for what is private first: that is seconds, and many on a busy machine.
  const picture = panel.frame.getByRole("img", { name: "The picture, as it will be sent" });
  await expect(picture).toBeVisible({ timeout: 60_000 });
  await isTextIn(tab);
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });

  const body = gate.passed.find(({ method, body: sent }) => method === "POST" && sent.includes("# goal"))?.body ?? "[]";
  const [event] = JSON.parse(body) as Sent[];
  const { title, element, site: name } = event?.data.context ?? {};
  expect(title).toContain(`${MARKUP} [a](javascript:evil=1)`);
  expect(title).toMatch(/back\s+nul/);
  expect(name).toContain("<i id=evil>");
  const lines = [
    [title, 200],
    [element?.name, 120],
    [element?.quote.exact, 120],
    [event?.data.words, 4000],
  ] as const;
  for (const [line = "", max] of lines) {
    expect(line.length).toBeGreaterThan(10);
    expect(line.length).toBeLessThanOrEqual(max);
    expect(line.isWellFormed()).toBe(true);
    expect(line).not.toMatch(UNWANTED);
  }
  expect(body).not.toContain("jane.doe");
  expect(event?.data.words).toBe(`${text.replace("\u202E", "")} nul half\uFFFD`);

  const desk = await openPopup(browser);
  await showTab(desk, "Inbox");
  await openReport(desk, "**bold**");
  const detail = desk.getByRole("article");
  await expect(detail.getByText("<b id=evil>Bob</b>").first()).toBeVisible();
  await expect(detail.getByText("<script>evil=1</script> # goal")).toBeVisible();
  await expect(detail.getByText("[a](javascript:evil=1)").first()).toBeVisible();
  await expect(detail.getByText(/<i id=evil>/).first()).toBeVisible();
  await isTextIn(desk);

  await answer(desk, `${MARKUP} \u202Eanswer`, "Planned");
  const mine = await openPopup(browser);
  await showTab(mine, "My reports");
  await openReport(mine, "**bold**");
  await expect(mine.getByText(`${MARKUP} answer`).first()).toBeVisible({ timeout: 15_000 });
  await mine.getByRole("textbox", { name: "Write back" }).fill(`${MARKUP} back again`);
  await mine.getByRole("button", { name: "Send", exact: true }).click();
  await isTextIn(mine);
  await desk.bringToFront();
  await desk.reload();
  await showTab(desk, "Inbox");
  await openReport(desk, "**bold**");
  await expect(detail.getByText(`${MARKUP} back again`).first()).toBeVisible({ timeout: 15_000 });
  await isTextIn(desk);
});

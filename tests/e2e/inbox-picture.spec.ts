import { createHash, randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Collector } from "@/scripts/services/collector";
import { expectAccessible } from "@/tests/support/axe";
import { openPanel, RECEIVED } from "@/tests/support/panel";
import { openPopup, openReport, showTab } from "@/tests/support/popup";
import { serveFolder } from "@/tests/support/static-server";
import { expect, test } from "./fixtures";

/** A real WebP picture of a made-up page, as the browser's own encoder writes it. */
async function draw(page: Page, w: number, h: number): Promise<Buffer<ArrayBuffer>> {
  const url = await page.evaluate(
    ([width, height]) => {
      const canvas = document.createElement("canvas");
      Object.assign(canvas, { width, height });
      const context = canvas.getContext("2d");
      if (!context) throw new Error("no canvas");
      context.fillStyle = "#fff";
      context.fillRect(0, 0, width, height);
      context.fillStyle = "#0c5a58";
      for (let row = 0; row < height; row += 60) context.fillRect(40, row, width - 400, 24);
      context.fillStyle = "#000";
      context.fillRect(60, 120, 300, 40);
      return canvas.toDataURL("image/webp", 0.8);
    },
    [w, h] as const,
  );
  return Buffer.from(url.split(",")[1] ?? "", "base64");
}

interface Filed {
  sha256: string;
  /** Brings the picture, as a client does after the receipt. */
  bring(): Promise<void>;
}

/** A colleague's report that names this picture, sent from a computer of theirs. */
async function fileReport(
  collector: Collector,
  text: string,
  bytes: Buffer<ArrayBuffer>,
  context: object | null,
): Promise<Filed> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const authorization = `Bearer ${collector.ingestToken}`;
  const data = {
    words: text,
    lang: "en",
    context,
    replyHash: sha256,
    ownTag: sha256.slice(0, 22),
    identity: "claimed",
    reporter: { name: "Kim" },
    attachments: [{ sha256, size: bytes.length, type: "image/webp", w: 1600, h: 1000 }],
  };
  const event = {
    specversion: "1.0",
    id: randomUUID(),
    source: `urn:earshot:install:${randomUUID()}`,
    type: "org.earshot.report.created.v1",
    subject: randomUUID(),
    time: new Date().toISOString(),
    data,
  };
  const headers = { authorization, "content-type": "application/json" };
  const sent = await fetch(`${collector.url}/v1/events`, { method: "POST", headers, body: JSON.stringify([event]) });
  expect(await sent.json()).toMatchObject({ wantBlobs: [sha256] });
  return {
    sha256,
    async bring() {
      const asPicture = { authorization, "content-type": "image/webp" };
      const put = await fetch(`${collector.url}/v1/blobs/${sha256}`, {
        method: "PUT",
        headers: asPicture,
        body: bytes,
      });
      expect(put.status).toBe(201);
    },
  };
}

test("IT sees the picture when it is there, in full size too, and the page that it is of", async ({
  earshot,
  collector,
  tab,
  words,
}) => {
  const page = await serveFolder(".", { "/index.html": "<!doctype html><title>Orders</title><h1>Orders</h1>" });
  const text = words("The third line is hidden");
  const element = { role: "heading", name: "Orders", css: "h1" };
  const context = { origin: page.url, path: "/{id}", element };
  const report = await fileReport(collector, text, await draw(tab, 1600, 1000), context);

  const desk = await openPopup(earshot);
  await showTab(desk, "Inbox");
  await openReport(desk, text);
  const pictures = desk.getByRole("region", { name: "The picture of the page" });
  await expect(pictures).toHaveText("A picture is on its way. It comes by itself.");

  await report.bring();
  // The popup is open: it hears of it by itself.
  const thumb = pictures.getByRole("button", { name: /^Picture of .* Show the picture in full size$/ });
  await expect(thumb).toBeVisible({ timeout: 20_000 });
  const image = thumb.getByRole("img");
  await expect.poll(() => image.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(1600);
  expect(await image.getAttribute("src")).toMatch(/^blob:/);
  await expectAccessible(desk);

  await thumb.focus();
  await desk.keyboard.press("Enter");
  const dialog = desk.getByRole("dialog", { name: "The picture of the page" });
  const whole = dialog.getByRole("img");
  expect(await whole.evaluate((shown) => shown.getBoundingClientRect().width)).toBe(1600);
  await expectAccessible(desk);
  await desk.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(thumb).toBeFocused();

  await expect(
    desk.getByText("Opens the nearest page: the report does not say which one it was exactly."),
  ).toBeVisible();
  const opening = earshot.context.waitForEvent("page");
  await desk.getByRole("button", { name: "Open the page" }).click();
  const opened = await opening;
  await opened.waitForURL(`${page.url}/`);
  await expect(opened.locator("earshot-highlight .box")).toBeVisible();
  await page.close();
});

test("a picture that cannot be fetched says so, and comes when it is asked for again", async ({
  earshot,
  collector,
  gate,
  tab,
  words,
}) => {
  const text = words("The colours are wrong");
  const report = await fileReport(collector, text, await draw(tab, 400, 300), null);
  await report.bring();
  gate.fake = ({ path }) => (path === `/v1/blobs/${report.sha256}` ? { status: 503 } : null);
  const desk = await openPopup(earshot);
  await showTab(desk, "Inbox");
  await openReport(desk, text);
  const pictures = desk.getByRole("region", { name: "The picture of the page" });
  await expect(pictures).toContainText("The picture could not be fetched just now.");
  gate.fake = null;
  await pictures.getByRole("button", { name: "Try again" }).click();
  await expect(pictures.getByRole("img", { name: "Picture of the page, as the person sent it" })).toBeVisible();
});

test("a picture goes from the page to IT, after its report and byte for byte", async ({
  earshot,
  collector,
  gate,
  tab,
  wiki,
  words,
}) => {
  const text = words("The headline covers the search");
  await tab.goto(wiki.url);
  const panel = await openPanel(tab);
  await panel.words.fill(text);
  await panel.checkbox("Add a picture of the page").click();
  const shown = panel.frame.getByRole("img", { name: "The picture, as it will be sent" });
  await expect(shown).toBeVisible({ timeout: 15_000 });
  const bytes = Buffer.from(((await shown.getAttribute("src")) ?? "").split(",")[1] ?? "", "base64");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });

  const mine = await openPopup(earshot);
  await showTab(mine, "My reports");
  await openReport(mine, text);
  await expect(mine.getByText("IT has its picture too.")).toBeVisible({ timeout: 15_000 });
  const order = gate.passed.filter(({ method }) => method === "POST" || method === "PUT").map(({ path }) => path);
  expect(order.indexOf(`/v1/blobs/${sha256}`)).toBeGreaterThan(order.indexOf("/v1/events"));
  const stored = await fetch(`${collector.url}/v1/blobs/${sha256}`, {
    headers: { authorization: `Bearer ${collector.reviewerToken}` },
  });
  expect(Buffer.from(await stored.arrayBuffer()).equals(bytes)).toBe(true);

  await showTab(mine, "Inbox");
  await openReport(mine, text);
  const image = mine.getByRole("img", { name: "Picture of Nordwind handbook, as the person sent it" }).first();
  await expect.poll(() => image.evaluate((seen: HTMLImageElement) => seen.naturalWidth)).toBeGreaterThan(100);
});

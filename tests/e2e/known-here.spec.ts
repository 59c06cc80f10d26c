import type { Page } from "@playwright/test";
import { bucketFileSchema } from "@/lib/protocol/bucket-file";
import { collectorConfigSchema } from "@/lib/protocol/collector-config";
import type { Collector } from "@/scripts/services/collector";
import { expectAccessible, expectPanelAccessible } from "@/tests/support/axe";
import { ask } from "@/tests/support/extension-page";
import { closeByEscape, fileReport, openPanel } from "@/tests/support/panel";
import { openPopup, openReport, reportItem, searchReports, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

/** What every employee's browser would be told now of the annoyance with this title. */
async function everybodys(collector: Collector, title: string) {
  const config = await fetch(`${collector.url}/v1/config`, {
    headers: { authorization: `Bearer ${collector.ingestToken}` },
  });
  const { publicToken } = collectorConfigSchema.parse(await config.json());
  const file = await fetch(`${collector.url}/p/${publicToken}/all.json`);
  return bucketFileSchema.parse(await file.json()).items.find((item) => item.title === title);
}

/** The id of a report in the Inbox of this page. */
async function idOf(desk: Page, text: string): Promise<string> {
  await searchReports(desk, text);
  await openReport(desk, text);
  return desk.evaluate(
    (said) =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("earshot");
        opening.onsuccess = () => {
          const all = opening.result.transaction("reports").objectStore("reports").getAll();
          all.onsuccess = () => {
            const rows = all.result as { id: string; doc: { words: string } }[];
            const found = rows.find(({ doc }) => doc.words === said);
            opening.result.close();
            if (found) resolve(found.id);
            else reject(new Error("no such report"));
          };
        };
      }),
    text,
  );
}

test("a colleague finds on the page what IT has published, says me too with one press, and takes it back", async ({
  tab,
  earshot,
  launch,
  setup,
  collector,
  site,
  words,
}) => {
  // Ten seconds in which IT may think better of publishing, and the delay that hides who said me too.
  test.setTimeout(120_000);
  const here = words("The order list forgets my filter");
  const elsewhere = words("Exporting takes ages");
  await tab.goto(site.url);
  await fileReport(tab, here);
  await tab.getByRole("link", { name: "Order 4711" }).click();
  await fileReport(tab, elsewhere);
  const desk = await openPopup(earshot);
  await showTab(desk, "Inbox");
  const title = words("Filters of the order list are forgotten");
  const slow = words("Exporting the invoices to a file takes very long");
  const publish = { lang: "en", place: "page" as const };
  const [id, other] = [await idOf(desk, here), await idOf(desk, elsewhere)];
  const texts = { de: { title: "Filter der Auftragsliste gehen verloren" } };
  const workaround = "Open an order in a new tab.";
  await ask(desk, "review.publish", { reportId: id, title, workaround, ...publish, texts });
  await ask(desk, "review.publish", { reportId: other, title: slow, ...publish });
  await expect.poll(() => everybodys(collector, title), { timeout: 30_000 }).toMatchObject({ people: 1 });
  await expect.poll(() => everybodys(collector, slow), { timeout: 30_000 }).toBeDefined();

  const { reviewerToken: _none, ...plain } = setup;
  const ben = await launch({ setup: { ...plain, name: "Ben Example" } });
  const page = await ben.context.newPage();
  const files = async () => {
    const popup = await openPopup(ben);
    const count = await popup.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open("earshot");
          opening.onsuccess = () => {
            const all = opening.result.transaction("buckets").objectStore("buckets").getAll();
            all.onsuccess = () => {
              const rows = all.result as { items: unknown[] }[];
              opening.result.close();
              resolve(rows.flatMap(({ items }) => items).length);
            };
          };
        }),
    );
    await popup.close();
    return count;
  };
  await expect.poll(files, { timeout: 15_000 }).toBeGreaterThan(1);
  await page.goto(site.url);
  const panel = await openPanel(page);
  const list = panel.frame.getByRole("list", { name: "Already known here" });
  const item = list.getByRole("listitem").filter({ hasText: title });
  await expect(item).toContainText("Until then: Open an order in a new tab.");
  await expect(item).toContainText("One person has this");
  await expectPanelAccessible(page);

  // By keyboard, with what it costs if they want to say so.
  const meToo = item.getByRole("button", { name: "Me too" });
  await meToo.focus();
  await page.keyboard.press("Enter");
  await expect(item).toContainText("You have this too. IT learns of it without your name.");
  await expect(item.getByRole("button", { name: "Take back me too" })).toBeFocused();
  await item.getByText("What it costs you").click();
  const often = item.getByRole("radiogroup", { name: "How often does it happen?" });
  await often.getByRole("radio", { name: "Every day" }).click();
  await expect(item.getByText("What it costs you: every day")).toBeVisible();
  await expectPanelAccessible(page);
  await expect.poll(() => everybodys(collector, title), { timeout: 30_000 }).toMatchObject({ people: 2 });
  await desk.reload();
  await showTab(desk, "Inbox");
  await searchReports(desk, here);
  await expect(reportItem(desk, here)).toContainText("2 people", { timeout: 30_000 });

  // It is known here when they come back, and where they follow their reports.
  await closeByEscape(page);
  const again = await openPanel(page);
  await expect(again.frame.getByRole("button", { name: "Take back me too" })).toHaveCount(1);

  // What they write about is known on another page: it is shown, and nothing moves while they write.
  const before = await again.words.boundingBox();
  await expect(list.getByRole("listitem").filter({ hasText: slow })).toHaveCount(0);
  await again.words.fill("Exporting invoices to a file is very slow");
  await expect(list.getByRole("listitem").first()).toContainText(slow);
  await expect(again.frame.getByText("This may be what you mean.")).toBeVisible();
  await again.still();
  expect(await again.words.boundingBox()).toEqual(before);
  await expectPanelAccessible(page);
  await again.words.fill("");
  await expect(list.getByRole("listitem").filter({ hasText: slow })).toHaveCount(0);
  const popup = await openPopup(ben);
  const joined = popup.getByRole("list", { name: "What you have too" });
  await expect(joined.getByRole("listitem")).toContainText(title);
  await expectAccessible(popup);
  await joined.getByRole("button", { name: "Take back me too" }).click();
  await expect(joined).toHaveCount(0);
  await expect.poll(() => everybodys(collector, title), { timeout: 30_000 }).toMatchObject({ people: 1 });
});

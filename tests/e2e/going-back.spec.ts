import type { Page } from "@playwright/test";
import { readTable } from "@/tests/support/database";
import { launcher, openPanel, RECEIVED, SAVED } from "@/tests/support/panel";
import { openPopup, reportItem, showTab } from "@/tests/support/popup";
import { wordsAtIt } from "@/tests/support/words-at-it";
import { expect, test } from "./fixtures";

/** What a version to come does to the database: a higher number, a table, an index, and a field in each row. */
async function asNewerVersionLeavesIt(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("earshot", 990);
        opening.addEventListener("upgradeneeded", () => {
          opening.result.createObjectStore("weather", { autoIncrement: true }).put({ rain: true });
          const outbox = opening.transaction?.objectStore("outbox");
          outbox?.createIndex("mood", "mood");
          const reading = outbox?.openCursor();
          reading?.addEventListener("success", () => {
            const cursor = reading.result;
            cursor?.update({ ...(cursor.value as object), mood: "cross" });
            cursor?.continue();
          });
        });
        opening.addEventListener("error", () => reject(opening.error ?? new Error("not changed")));
        opening.addEventListener("success", () => {
          opening.result.close();
          resolve();
        });
      }),
  );
}

test("gone back to older code, what the newer version left waiting goes out, and all else works on", async ({
  launch,
  wiki,
  gate,
  collector,
  words,
}) => {
  const [waiting, after] = [words("Written by the newer version"), words("Written after going back")];
  const newer = await launch();
  const tab = await newer.context.newPage();
  await tab.goto(wiki.url);
  await gate.shut();
  const panel = await openPanel(tab);
  await panel.words.fill(waiting);
  await panel.send.click();
  await expect(panel.status.filter({ hasText: SAVED })).toBeVisible();
  await asNewerVersionLeavesIt(await newer.open("options.html"));
  await newer.kill();
  await gate.open();

  const older = await launch({ profile: newer.profile, setup: null });
  const popup = await openPopup(older);
  await showTab(popup, "My reports");
  await expect(reportItem(popup, waiting)).toBeVisible();
  await expect.poll(() => wordsAtIt(collector), { timeout: 30_000 }).toContain(waiting);
  const page = await older.context.newPage();
  await page.goto(wiki.url);
  await expect(launcher(page)).toBeVisible();
  const form = await openPanel(page);
  await form.words.fill(after);
  await form.send.click();
  await expect(form.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  const rows = await readTable<{ state: string; mood?: string }>(older, "outbox");
  expect(rows.map(({ state, mood }) => [state, mood])).toEqual([
    ["received", "cross"],
    ["received", undefined],
  ]);
  expect(await readTable(older, "weather")).toEqual([{ rain: true }]);
});

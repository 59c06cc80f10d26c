import type { EarshotBrowser } from "@/scripts/browser/launch";
import { expectAccessible } from "@/tests/support/axe";
import { colleaguesFile, oneWord } from "@/tests/support/colleagues";
import { readTableIn } from "@/tests/support/database";
import { ask } from "@/tests/support/extension-page";
import { answer, openReport } from "@/tests/support/popup";
import { stopWorker } from "@/tests/support/worker";
import { expect, test } from "./fixtures";

interface Event {
  dispatch(...details: unknown[]): void;
}
/** The part of the extension's own global that counts here. */
interface Global {
  chrome: {
    action: { getBadgeText(of: object): Promise<string>; getTitle(of: object): Promise<string> };
    notifications: { getAll(): Promise<Record<string, boolean>>; onClicked: Event };
  };
}

async function toolbar(browser: EarshotBrowser): Promise<{ badge: string; title: string; notifications: string[] }> {
  const worker = await browser.worker();
  return worker.evaluate(async () => {
    const { action, notifications } = (globalThis as unknown as Global).chrome;
    return {
      badge: await action.getBadgeText({}),
      title: await action.getTitle({}),
      notifications: Object.keys(await notifications.getAll()),
    };
  });
}

interface Copy {
  doc: { status: string; attention: string | null; canonical?: string | null };
}
const needsAWord = ({ doc }: Copy) => doc.attention !== null || (doc.status === "new" && !doc.canonical);

test("the toolbar icon says what waits, and one notification leads to who cannot work", async ({
  launch,
  collector,
}) => {
  const mark = oneWord();
  const browser = await launch();
  const options = await browser.open("options.html");
  await ask(options, "popup.refresh", null);
  const before = (await readTableIn<Copy>(options, "reports")).filter(needsAWord).length;
  const file = (words: string, holdsBack: string) =>
    colleaguesFile(collector, [{ words: `${words} ${mark}`, burden: { holdsBack } }]);
  await file("The scanner is dead", "blocks");
  await file("The list jumps", "little");
  // No popup is open: a look at the settings asks once.
  await ask(options, "popup.refresh", null);
  await expect.poll(async () => (await toolbar(browser)).badge).toBe(String(before + 2));
  const shown = await toolbar(browser);
  expect(shown.title).toMatch(/^Earshot: \d+ reports that nobody has heard yet/);
  expect(shown.notifications).toEqual(["cannot-work"]);

  const worker = await browser.worker();
  const opening = browser.context.waitForEvent("page");
  await worker.evaluate(() => (globalThis as unknown as Global).chrome.notifications.onClicked.dispatch("cannot-work"));
  const desk = await opening;
  await openReport(desk, `The scanner is dead ${mark}`);
  await answer(desk, "A new one is on its way. You have it tomorrow.", "Planned");
  await expect.poll(async () => (await toolbar(browser)).badge).toBe(String(before + 1));
  expect((await toolbar(browser)).notifications).toEqual([]);
  await desk.close();

  // A worker that starts anew tells of nothing that was told.
  await stopWorker(browser);
  await ask(options, "popup.refresh", null);
  await expect.poll(async () => (await toolbar(browser)).badge).toBe(String(before + 1));
  expect((await toolbar(browser)).notifications).toEqual([]);

  const box = options.getByRole("checkbox", { name: "Tell me when somebody cannot do their work" });
  await options.reload();
  await expect(box).toBeChecked();
  await expectAccessible(options);
  await box.uncheck();
  await expect(options.getByText("Saved.")).toBeVisible();
  await file("The door is locked", "blocks");
  await ask(options, "popup.refresh", null);
  await expect.poll(async () => (await toolbar(browser)).badge).toBe(String(before + 2));
  expect((await toolbar(browser)).notifications).toEqual([]);

  // Signed out: nothing is left of it.
  await options.getByRole("textbox", { name: "Access token for reviewers" }).fill("");
  await options.getByRole("button", { name: "Save", exact: true }).click();
  await expect.poll(async () => (await toolbar(browser)).badge).toBe("");
  expect((await toolbar(browser)).title).toBe("Earshot");
});

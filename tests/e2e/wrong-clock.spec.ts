import type { OutboxRow } from "@/lib/database/rows";
import type { EarshotBrowser } from "@/scripts/browser/launch";
import type { Collector } from "@/scripts/services/collector";
import { readTable } from "@/tests/support/database";
import { openPanel, RECEIVED, SAVED } from "@/tests/support/panel";
import { openPopup, openReport, showTab } from "@/tests/support/popup";
import { setWorkerClock } from "@/tests/support/worker-clock";
import { wordsAtIt } from "@/tests/support/words-at-it";
import { expect, test } from "./fixtures";

const DAY_MS = 86_400_000;

for (const years of [3, -3]) {
  test(`a clock that is ${years} years off loses nothing, and neither does the day on which it is set right`, async ({
    launch,
    wiki,
    gate,
    collector,
    words,
  }) => {
    const [arrives, waits] = [words("By a wrong clock"), words("By a wrong clock, and nobody there")];
    const browser = await launch();
    await setWorkerClock(browser, years * 365 * DAY_MS);
    const tab = await browser.context.newPage();
    await tab.goto(wiki.url);
    const first = await openPanel(tab);
    await first.words.fill(arrives);
    await first.send.click();
    await expect(first.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
    await first.frame.getByRole("button", { name: "Close" }).click();
    await expect(tab.locator("earshot-launcher iframe.open")).toHaveCount(0);
    await gate.shut();
    const second = await openPanel(tab);
    await second.words.fill(waits);
    await second.send.click();
    await expect(second.status.filter({ hasText: SAVED })).toBeVisible();
    // By the wrong clock indeed. One look: a moment later it may be on its way again.
    const yearsOff = async () => {
      const [row] = await triedIn(browser);
      return row && Math.round((row.createdAt - Date.now()) / DAY_MS / 365);
    };
    await expect.poll(yearsOff, { timeout: 15_000 }).toBe(years);

    await browser.kill();
    await gate.open();
    const right = await launch({ profile: browser.profile, setup: null });
    const popup = await openPopup(right);
    await showTab(popup, "My reports");
    await openReport(popup, waits);
    if (years < 0) {
      // As one that waited for three years: the person is asked, and has it in hand.
      await expect(popup.getByText("It could not be sent for a long time.")).toBeVisible();
      await popup.getByRole("button", { name: "Edit and send again" }).click();
      await expect(popup.getByRole("textbox", { name: "Your words" })).toHaveValue(waits);
      await popup.getByRole("button", { name: "Send again" }).click();
    }
    await expect.poll(() => wordsAtIt(collector), { timeout: 30_000 }).toContain(waits);
    // IT has neither of them from the future nor from years ago.
    for (const text of [arrives, waits]) {
      expect(Math.abs(Date.now() - (await filedAt(collector, text))), text).toBeLessThan(DAY_MS);
    }
  });
}

/** What was tried and waits. */
async function triedIn(browser: EarshotBrowser): Promise<OutboxRow[]> {
  return (await readTable<OutboxRow>(browser, "outbox")).filter((row) => row.state === "queued" && row.attempt > 0);
}

/** When a report was filed, as the collector has it. */
async function filedAt({ url, reviewerToken }: Collector, text: string): Promise<number> {
  const answer = await fetch(`${url}/v1/changes?limit=500`, { headers: { authorization: `Bearer ${reviewerToken}` } });
  const { items } = (await answer.json()) as { items: { doc?: { words?: string; createdAt: string } }[] };
  return Date.parse(items.find(({ doc }) => doc?.words === text)?.doc?.createdAt ?? "");
}

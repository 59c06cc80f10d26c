import { colleaguesFile, oneWord } from "@/tests/support/colleagues";
import { answer, findReport, openPopup, openReport, reportItem, showTab } from "@/tests/support/popup";
import { setClocks } from "@/tests/support/worker-clock";
import { expect, test } from "./fixtures";

const DAY_MS = 86_400_000;
const A_MOMENT = /just now|a minute ago|\d minutes ago/;

for (const days of [2, -2]) {
  test(`a reviewer's clock that is ${days} days off makes no report older, and what is answered counts`, async ({
    launch,
    collector,
  }) => {
    const browser = await launch();
    await setClocks(browser, days * DAY_MS);
    const words = `The rota forgets who is away ${oneWord()}`;
    await colleaguesFile(collector, [{ words }]);
    const desk = await openPopup(browser);
    expect(Math.round(((await desk.evaluate(() => Date.now())) - Date.now()) / DAY_MS)).toBe(days);
    await showTab(desk, "Inbox");
    await expect(await findReport(desk, words)).toContainText(A_MOMENT);
    await desk.getByRole("combobox", { name: "Age" }).selectOption({ label: "Last 24 hours" });
    await expect(reportItem(desk, words)).toBeVisible();
    await desk.getByRole("combobox", { name: "Age" }).selectOption({ label: "Older than that" });
    await expect(reportItem(desk, words)).toBeHidden();

    await desk.getByRole("combobox", { name: "Age" }).selectOption({ label: "Any age" });
    await openReport(desk, words);
    await answer(desk, "The vendor puts it right this week.", "Planned");
    const talk = desk.getByRole("region", { name: "The conversation" });
    await expect(talk).toContainText("The vendor puts it right this week.");
    await expect(talk).not.toContainText("on its way", { timeout: 20_000 });
    await expect(reportItem(desk, words)).toContainText("Planned");
    // A time ahead of the collector's is not believed by anybody; one that is behind may be of an answer that waited.
    if (days < 0) return;
    await expect(talk).toContainText(A_MOMENT);
    const said = await fetch(`${collector.url}/v1/changes?limit=500`, {
      headers: { authorization: `Bearer ${collector.reviewerToken}` },
    });
    const { items } = (await said.json()) as { items: { doc?: { words?: string; statusAt: string | null } }[] };
    const at = items.find(({ doc }) => doc?.words === words)?.doc?.statusAt ?? "";
    expect(Math.abs(Date.now() - Date.parse(at))).toBeLessThan(DAY_MS);
  });
}

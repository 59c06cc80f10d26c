import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expectAccessible } from "@/tests/support/axe";
import { colleaguesFile, oneWord } from "@/tests/support/colleagues";
import type { Setup } from "@/tests/support/extension-page";
import { answer, openPopup, openReport, reportItem, showTab } from "@/tests/support/popup";
import { expect, test as base } from "./fixtures";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A second reviewer, by name, beside the one whom every browser here is set up with. */
const test = base.extend<object, { jonas: Setup }>({
  jonas: [
    async ({ folder, collector }, use) => {
      const asked = ["--setup-file", join(folder, "collector-setup.json"), "--kind", "reviewer", "--name", "Jonas"];
      const main = join(ROOT, "collector/main.ts");
      const made = execFileSync(process.execPath, ["--import", "tsx", main, "token", "create", ...asked, "--json"], {
        cwd: ROOT,
        env: { ...process.env, DATABASE_URL: "" },
      });
      const { token } = JSON.parse(made.toString()) as { token: string };
      // Past the door that tests shut.
      const { url: endpoint, ingestToken } = collector;
      await use({ endpoint, ingestToken, reviewerToken: token, sites: [] });
    },
    { scope: "worker", timeout: 60_000 },
  ],
});

const talk = (desk: Page) => desk.getByRole("region", { name: "The conversation" });
const box = (desk: Page) => desk.getByRole("textbox", { name: "Answer in plain words" });
const noticeIn = (desk: Page) => desk.getByText("has set it to “Planned” meanwhile");

test("what a colleague decides meanwhile is shown while one writes, and the words stay", async ({
  launch,
  collector,
  jonas,
}) => {
  const words = `The stock list is late ${oneWord()}`;
  await colleaguesFile(collector, [{ words }]);
  const mine = await openPopup(await launch());
  const theirs = await openPopup(await launch({ setup: jonas }));
  for (const desk of [mine, theirs]) {
    await showTab(desk, "Inbox");
    await openReport(desk, words);
  }
  await box(mine).fill("I am asking the vendor");
  await answer(theirs, "The vendor is on it.", "Planned");
  await expect(noticeIn(mine)).toBeVisible({ timeout: 20_000 });
  await expect(mine.getByText("Jonas has set it to “Planned” meanwhile.")).toBeVisible();
  await expect(box(mine)).toHaveValue("I am asking the vendor");
  await expectAccessible(mine);
  await answer(mine, "I have asked the vendor too.", null);
  await expect(noticeIn(mine)).toBeHidden();
});

test("a status that was set without a network loses to a colleague's, and can be applied all the same", async ({
  launch,
  collector,
  gate,
  jonas,
}) => {
  test.setTimeout(90_000);
  const words = `The label printer stops ${oneWord()}`;
  await colleaguesFile(collector, [{ words }]);
  const mine = await openPopup(await launch());
  await showTab(mine, "Inbox");
  await openReport(mine, words);
  const theirs = await openPopup(await launch({ setup: jonas }));
  await showTab(theirs, "Inbox");
  await openReport(theirs, words);

  await gate.shut();
  await answer(mine, "It will be replaced.", "Planned");
  await expect(talk(mine)).toContainText("It will be replaced.");
  await answer(theirs, "Nobody makes the part any more.", "Declined");
  const stored = () => reportItem(theirs, words);
  await expect(talk(theirs)).toContainText("Nobody makes the part any more.");
  await expect(talk(theirs)).not.toContainText("on its way");
  await expect(stored()).toContainText("Declined");
  await gate.open();
  await mine.reload();
  await openReport(mine, words);
  const anyway = talk(mine).getByRole("button", { name: "Apply anyway" });
  await expect(anyway).toBeVisible({ timeout: 40_000 });
  await expect(reportItem(mine, words)).toContainText("Declined");
  // Only who set it is asked.
  await expect(talk(theirs)).toContainText("It will be replaced.", { timeout: 20_000 });
  await expect(talk(theirs).getByRole("button", { name: "Apply anyway" })).toHaveCount(0);
  await expectAccessible(mine);
  await anyway.click();
  await expect(reportItem(mine, words)).toContainText("Planned");
  await expect(anyway).toBeHidden();
  await expect(stored()).toContainText("Planned", { timeout: 20_000 });
});

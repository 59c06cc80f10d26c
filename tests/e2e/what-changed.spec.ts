import { collectorConfigSchema } from "@/lib/protocol/collector-config";
import { organisationSubject } from "@/lib/protocol/organisation-subject";
import { makeEvent } from "@/tests/conformance/make";
import { expectAccessible } from "@/tests/support/axe";
import { colleaguesSay } from "@/tests/support/colleagues";
import { openPopup } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

test("everybody reads what IT shared of a month, in their own language, by keyboard, without asking when a page is visited", async ({
  launch,
  setup,
  collector,
  gate,
  site,
}) => {
  test.slow();
  const config = await fetch(`${collector.url}/v1/config`, {
    headers: { authorization: `Bearer ${collector.ingestToken}` },
  });
  const { org } = collectorConfigSchema.parse(await config.json());
  const month = {
    month: "2026-10",
    lang: "en",
    blocks: [
      { block: "figure", name: "given", people: 87, hours: 214 },
      {
        block: "fix",
        status: "done",
        title: "Search keeps the filter",
        lang: "en",
        texts: { de: { title: "Die Suche behält den Filter" } },
        site: "Orders",
        helped: { yes: 12, partly: 2, no: 1 },
        hours: 6.5,
      },
      { block: "no", title: "Longer exports", reason: "The vendor wants <b>too much</b>.", lang: "en", people: 9 },
      { block: "chart", points: [1, 2, 3] },
    ],
  };
  await colleaguesSay(
    collector,
    [makeEvent("digest.published.v1", organisationSubject(org.id), month)],
    "reviewerToken",
  );

  const browser = await launch({ setup: { ...setup, reviewerToken: "" } });
  const popup = await openPopup(browser);
  const tab = popup.getByRole("tab", { name: "What changed" });
  await popup.getByRole("tab", { name: "My reports" }).focus();
  await popup.keyboard.press("ArrowRight");
  await popup.keyboard.press("Enter");
  await expect(tab).toHaveAttribute("aria-selected", "true");
  const october = popup.getByRole("article", { name: "October 2026" });
  await expect(october).toContainText("People got about 214 hours a week back", { timeout: 15_000 });
  const fixes = october.getByRole("list", { name: "What IT did" });
  await expect(fixes).toContainText("Search keeps the filter");
  await expect(fixes).toContainText("12 of 15 say that it helped");
  // Plain text, whatever stands in it.
  await expect(october.getByRole("list", { name: "What IT said no to, and why" })).toContainText(
    "The vendor wants <b>too much</b>.",
  );
  await expect(popup.getByRole("region", { name: "How well people are heard" })).toContainText("Answered");
  await expectAccessible(popup);

  const asked = () => gate.passed.filter(({ path }) => path.endsWith("/news.json")).length;
  const before = asked();
  const page = await browser.context.newPage();
  await page.goto(site.url);
  await page.reload();
  await popup.reload();
  await popup.getByRole("tab", { name: "What changed" }).click();
  await expect(october).toBeVisible();
  expect(asked()).toBe(before);
});

test("who has nothing to read yet is told what will be there", async ({ launch }) => {
  const popup = await openPopup(await launch({ setup: null }));
  await popup.getByRole("tab", { name: "What changed" }).click();
  await expect(popup.getByText("Nothing to tell yet")).toBeVisible();
  await expectAccessible(popup);
});

import type { Page } from "@playwright/test";
import { makeEvent, makeReport } from "@/tests/conformance/make";
import { expectAccessible } from "@/tests/support/axe";
import { colleaguesFile, colleaguesSay, oneWord } from "@/tests/support/colleagues";
import { openPopup, openReport, reportItem, searchReports, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

test("what joined reports say is read where they were joined, and each can be opened by itself", async ({
  earshot,
  collector,
}) => {
  const mark = oneWord();
  const top = makeReport({ words: `The filter is forgotten ${mark}` });
  const below = makeReport({
    words: `Going back loses what I had filtered ${mark}`,
    goal: "Close the month",
    reporter: { name: "Kim" },
    context: { origin: "https://erp.example", site: `Ledger ${mark}`, path: "/orders/{id}" },
  });
  const nameless = makeReport({ words: `Nothing remembers my filter ${mark}` }, true);
  await colleaguesSay(collector, [top.event, below.event]);
  const anonymous = await fetch(`${collector.url}/v1/anon/events`, {
    method: "POST",
    headers: { authorization: `Bearer ${collector.ingestToken}`, "content-type": "application/json" },
    body: JSON.stringify([nameless.event]),
  });
  expect(anonymous.status).toBe(200);
  const asked = { text: "On which of the two lists?", lang: "en", visibility: "thread" };
  await colleaguesSay(
    collector,
    [
      makeEvent("comment.added.v1", below.id, asked, { source: "urn:earshot:reviewer" }),
      makeEvent("report.linked.v1", below.id, { into: top.id }, { source: "urn:earshot:reviewer" }),
      makeEvent("report.linked.v1", nameless.id, { into: top.id }, { source: "urn:earshot:reviewer" }),
    ],
    "reviewerToken",
  );

  const desk = await openPopup(earshot);
  await showTab(desk, "Inbox");
  await openReport(desk, `The filter is forgotten ${mark}`);
  const joined = desk.getByRole("region", { name: "2 reports are the same as this" });
  await expect(joined.getByRole("listitem")).toHaveCount(2);
  const kims = joined.getByRole("listitem").filter({ hasText: "Going back loses" }).first();
  await expect(kims).toContainText("Kim");
  await expect(joined).toContainText("Someone who stays without a name");
  await expect(desk.getByText("Close the month")).toBeHidden();

  await kims.locator("summary").focus();
  await desk.keyboard.press("Enter");
  await expect(kims.getByText("Close the month")).toBeVisible();
  await expect(kims.getByText(`Ledger ${mark}`)).toBeVisible();
  await expect(kims.getByText("On which of the two lists?")).toBeVisible();
  await expectAccessible(desk);

  await kims.getByRole("button", { name: "Open it by itself" }).click();
  const alone = desk.getByRole("heading", { name: "Going back loses what I had filtered" });
  await expect(alone).toBeFocused();
  await expect(desk.getByText("Part of another report, which stands for it.")).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole("button", { name: "Open the report that stands for it" }).click();
  await expect(desk.getByRole("heading", { name: "The filter is forgotten" })).toBeFocused();
});

test("two reviewers join two reports to each other: both have one tree, and who was second is told", async ({
  earshot,
  launch,
  collector,
}) => {
  // Ten seconds for changing one's mind, and then the way to the collector and back, twice.
  test.setTimeout(120_000);
  const mark = oneWord();
  const [a, b] = [`The filter is forgotten ${mark}`, `Going back loses the filter ${mark}`];
  // On a tool of their own: on one that others report, theirs may be likelier.
  const context = { origin: `https://${mark}.example`, path: "/orders/{id}" };
  await colleaguesFile(collector, [
    { words: a, context },
    { words: b, context },
  ]);
  const desks = [await openPopup(earshot), await openPopup(await launch())];
  for (const desk of desks) await showTab(desk, "Inbox");
  const [mine, theirs] = desks as [Page, Page];
  await openReport(mine, a);
  await openReport(theirs, b);
  await mine.getByRole("button", { name: `It is the same: ${b}` }).click({ timeout: 15_000 });
  await theirs.getByRole("button", { name: `It is the same: ${a}` }).click({ timeout: 15_000 });

  const told = (desk: Page) => desk.getByText("They are one report now, and this one stands for both.");
  const seen = async (desk: Page) => {
    await searchReports(desk, mark);
    await expect(reportItem(desk, mark)).toHaveCount(1);
    await expect(reportItem(desk, mark)).toContainText("2 people");
    await reportItem(desk, mark).getByRole("button").first().click();
    await expect(desk.getByRole("region", { name: "One report is the same as this" })).toBeVisible();
    return [await desk.getByRole("heading", { level: 2 }).innerText(), await told(desk).count()] as const;
  };
  await expect(async () => {
    const [[first, firstTold], [second, secondTold]] = [await seen(mine), await seen(theirs)];
    expect(first).toBe(second);
    expect(firstTold + secondTold).toBe(1);
  }).toPass({ timeout: 60_000 });
  for (const desk of desks) await expectAccessible(desk);
});

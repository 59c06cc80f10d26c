import { makeEvent, makeReport } from "@/tests/conformance/make";
import { expectAccessible } from "@/tests/support/axe";
import { colleaguesSay, oneWord } from "@/tests/support/colleagues";
import { openPopup, openReport, showTab } from "@/tests/support/popup";
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

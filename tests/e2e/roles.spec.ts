import { makeReport } from "@/tests/conformance/make";
import { expectAccessible } from "@/tests/support/axe";
import { colleaguesFile, oneWord } from "@/tests/support/colleagues";
import { readTableIn } from "@/tests/support/database";
import { ask, ownSettings } from "@/tests/support/extension-page";
import { answer, openPopup, openReport, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

test("signed out: the copies and half-typed answers are gone, and what was not sent is shown", async ({
  launch,
  setup,
  gate,
  collector,
}) => {
  const words = `The scale shows pounds ${oneWord()}`;
  const other = `The map is upside down ${oneWord()}`;
  await colleaguesFile(collector, [{ words }, { words: other }]);
  const browser = await launch();
  const desk = await openPopup(browser);
  await showTab(desk, "Inbox");
  await openReport(desk, other);
  await desk.getByRole("textbox", { name: "Answer in plain words" }).fill("Half an answ");
  await openReport(desk, words);
  await gate.shut();
  await answer(desk, "We set it to kilos on Monday.", "Planned");
  await expect(desk.getByText("We set it to kilos on Monday.").first()).toBeVisible();

  await ask(desk, "settings.save", ownSettings({ ...setup, reviewerToken: "" }));
  await expect.poll(async () => (await readTableIn(desk, "reports")).length).toBe(0);
  await gate.open();
  await desk.reload();
  await expect(desk.getByRole("tab", { name: "Inbox" })).toHaveCount(0);
  await expect(desk.getByText("1 thing that you said as a reviewer was not sent")).toBeVisible();
  await desk.getByText("Show them").click();
  await expect(desk.getByText("We set it to kilos on Monday.")).toBeVisible();
  await expect(desk.getByRole("button", { name: "Send them now" })).toHaveCount(0);
  expect(await desk.evaluate(() => JSON.stringify(localStorage))).not.toContain("Half an answ");
  await expectAccessible(desk);

  // The role comes back: it goes, but only now.
  await ask(desk, "settings.save", ownSettings(setup));
  await ask(desk, "popup.refresh", null);
  await desk.reload();
  await desk.getByRole("button", { name: "Send them now" }).click();
  await expect(desk.getByText("was not sent")).toHaveCount(0);
  await showTab(desk, "Inbox");
  await openReport(desk, words);
  await expect(desk.getByText("We set it to kilos on Monday.").first()).toBeVisible();
});

test("the collector hears which report with a name on it was opened, and nothing of one without", async ({
  launch,
  gate,
  collector,
}) => {
  const named = `The stamp is upside down ${oneWord()}`;
  const nameless = `The bell rings twice ${oneWord()}`;
  await colleaguesFile(collector, [{ words: named, reporter: { name: "Kim" } }]);
  const sent = await fetch(`${collector.url}/v1/anon/events`, {
    method: "POST",
    headers: { authorization: `Bearer ${collector.ingestToken}`, "content-type": "application/json" },
    body: JSON.stringify([makeReport({ words: nameless }, true).event]),
  });
  expect(sent.status).toBe(200);
  const browser = await launch();
  const desk = await openPopup(browser);
  await showTab(desk, "Inbox");
  await openReport(desk, nameless);
  await openReport(desk, named);
  const copies = await readTableIn<{ id: string; doc: { words: string } }>(desk, "reports");
  const { id } = copies.find(({ doc }) => doc.words === named) ?? { id: "" };
  const told = () => gate.passed.filter(({ path }) => path === "/v1/reports/opened").map(({ body }) => body);
  await expect.poll(told).toHaveLength(1);
  expect(told()[0]).toContain(`{"opened":[{"id":"${id}"`);
});

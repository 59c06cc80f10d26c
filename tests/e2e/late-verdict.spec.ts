import { makeEvent, makeReport } from "@/tests/conformance/make";
import { expectAccessible } from "@/tests/support/axe";
import { colleaguesSay } from "@/tests/support/colleagues";
import { readTableIn } from "@/tests/support/database";
import { ask } from "@/tests/support/extension-page";
import { fileReport } from "@/tests/support/panel";
import { helpedGroup, openPopup, openReport } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

interface Mine {
  id: string;
  words: string;
  replyKey: string;
  thread: { status: string } | null;
}

const REVIEWER = { source: "urn:earshot:reviewer" };

test("a verdict that comes too late, for what was erased, joined or set back meanwhile, is no harm and is said", async ({
  launch,
  setup,
  collector,
  gate,
  site,
  words,
}) => {
  test.setTimeout(150_000);
  const { reviewerToken: _none, ...plain } = setup;
  const browser = await launch({ setup: plain });
  const tab = await browser.context.newPage();
  await tab.goto(site.url);
  const texts = { erased: words("The list jumps"), joined: words("The door sticks"), back: words("The print is cut") };
  for (const text of Object.values(texts)) {
    await fileReport(tab, text);
    await tab.reload();
  }
  const popup = await openPopup(browser);
  const rows = await readTableIn<Mine>(popup, "mine");
  const mine = (text: string) => rows.find((row) => row.words === text) ?? { id: "", replyKey: "" };
  const says = (id: string, status: string, basedOn: string | null) =>
    makeEvent("status.set.v1", id, { status, basedOn, note: `It is ${status}.`, lang: "en" }, REVIEWER);
  const claims = Object.values(texts).map((text) => says(mine(text).id, "done", null));
  await colleaguesSay(collector, claims, "reviewerToken");
  for (const text of Object.values(texts)) await expect(helpedGroup(popup, text)).toBeVisible({ timeout: 30_000 });

  // The network is away here; meanwhile all three become something else.
  await gate.shut();
  const { id, replyKey } = mine(texts.erased);
  const erased = await fetch(`${collector.url}/v1/threads/${id}`, {
    method: "DELETE",
    headers: { authorization: `Reply ${replyKey}` },
  });
  expect(erased.status).toBe(204);
  const other = makeReport({ words: words("The doors of the hall stick") });
  await colleaguesSay(collector, [other.event]);
  await colleaguesSay(
    collector,
    [
      says(other.id, "planned", null),
      makeEvent("report.linked.v1", mine(texts.joined).id, { into: other.id }, REVIEWER),
      says(mine(texts.back).id, "planned", claims[2]?.id ?? null),
    ],
    "reviewerToken",
  );
  for (const text of Object.values(texts)) {
    const group = helpedGroup(popup, text);
    await group.getByRole("button", { name: "Yes" }).click();
    await expect(group.getByRole("status")).toHaveText(/Thank you/);
  }
  await gate.open();

  // What is not put right any more is in nobody's list of what is gone.
  await popup.reload();
  const status = async (text: string) => {
    await ask(popup, "popup.refresh", null);
    return (await readTableIn<Mine>(popup, "mine")).find((row) => row.words === text)?.thread?.status;
  };
  await expect.poll(() => status(texts.joined), { timeout: 40_000 }).toBe("planned");
  await expect.poll(() => status(texts.back), { timeout: 40_000 }).toBe("planned");
  await expect(popup.getByRole("group", { name: "Did this help?" })).toHaveCount(0);
  const did = popup.getByRole("list", { name: "What IT did for you" });
  await expect(did.filter({ hasText: texts.joined })).toHaveCount(0);
  await expect(did.filter({ hasText: texts.back })).toHaveCount(0);
  await openReport(popup, texts.joined);
  await expect(popup.getByRole("article")).toContainText("It is planned.");

  // The erased one says so; nothing can be added, and the words are still the person's.
  await popup.getByRole("button", { name: "Back" }).click();
  await openReport(popup, texts.erased);
  const detail = popup.getByRole("article");
  await expect(detail).toContainText("IT deleted this report", { timeout: 40_000 });
  await expect(detail.getByRole("heading", { name: texts.erased })).toBeVisible();
  await expect(detail.getByRole("textbox", { name: "Write back" })).toHaveCount(0);
  await expectAccessible(popup);

  // Me too on one's own report: nothing is said, and nothing is stored.
  const own = { reportId: mine(texts.back).id, on: true };
  expect(await ask(popup, "metoo.set", own)).toMatchObject({ ok: false });
  expect(await readTableIn(popup, "joined")).toEqual([]);
});

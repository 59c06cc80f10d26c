import { bucketFileSchema } from "@/lib/protocol/bucket-file";
import { collectorConfigSchema } from "@/lib/protocol/collector-config";
import { expectAccessible } from "@/tests/support/axe";
import { fileReport } from "@/tests/support/panel";
import { openPopup, openReport, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

test("an annoyance is published as known with a warning for what a person said, read by everybody, and taken away", async ({
  tab,
  earshot,
  collector,
  site,
  words,
}) => {
  const text = words("The order list loses my filter when I come back from order 4711");
  await tab.goto(site.url);
  await fileReport(tab, text);
  const desk = await openPopup(earshot);
  await showTab(desk, "Inbox");
  await openReport(desk, text);
  await desk.getByRole("button", { name: "Publish as known" }).click();
  const form = desk.getByRole("dialog", { name: "Publish as known" });
  const title = form.getByRole("textbox", { name: "What annoys people, in one line" });
  const workaround = form.getByRole("textbox", { name: "What they can do until then" });
  await form.getByRole("button", { name: "Publish for everybody" }).click();
  await expect(form.getByText("Write in one line what it is about.")).toBeVisible();

  // What the person said is noticed, and holds nothing back.
  await title.fill("The order list loses my filter when Ada comes back");
  await workaround.fill("Open order 4711 in a new tab. Ask for the SLA.");
  const warning = form.getByRole("status").filter({ hasText: "Everybody will read this" });
  await expect(warning).toContainText("“Ada” looks like a person's name");
  await expect(warning).toContainText("“The order list loses my filter when”: these are the person's own words");
  await expect(warning).toContainText("“4711”: a number");
  await expect(form.getByRole("region", { name: "How it reads" })).toContainText("“SLA”");
  await expect(form.getByRole("region", { name: "This is what everybody reads" })).toContainText("Ask for the SLA.");
  await expectAccessible(desk);

  // The popup closes at a click beside it: what was typed is there again.
  await desk.reload();
  await showTab(desk, "Inbox");
  await openReport(desk, text);
  await desk.getByRole("button", { name: "Publish as known" }).click();
  await expect(workaround).toHaveValue("Open order 4711 in a new tab. Ask for the SLA.");

  const line = words("Filters of the order list are forgotten");
  await title.fill(line);
  await workaround.fill("Open an order in a new tab.");
  await expect(warning).toHaveCount(0);
  await form.getByRole("radio", { name: "German" }).click();
  await title.fill("Filter der Auftragsliste gehen verloren");
  await expect(form.getByText("Written in: English, German.")).toBeVisible();
  await form.getByRole("button", { name: "Publish for everybody" }).click();
  await expect(form).toHaveCount(0);

  const known = desk.getByRole("region", { name: "Published as known" });
  await expect(known).toContainText(line);
  await expect(known).toContainText("also in: German");
  await expect(desk.getByText("Published for everybody.")).toBeVisible();
  await expectAccessible(desk);

  const config = await fetch(`${collector.url}/v1/config`, {
    headers: { authorization: `Bearer ${collector.ingestToken}` },
  });
  const { publicToken } = collectorConfigSchema.parse(await config.json());
  const everybodys = async () => {
    const file = await fetch(`${collector.url}/p/${publicToken}/all.json`);
    return bucketFileSchema.parse(await file.json()).items.filter((item) => item.title === line);
  };
  // Ten seconds to think better of it come first.
  await expect.poll(everybodys, { timeout: 30_000 }).toMatchObject([
    {
      title: line,
      workaround: "Open an order in a new tab.",
      lang: "en",
      texts: { de: { title: "Filter der Auftragsliste gehen verloren" } },
      people: 1,
    },
  ]);

  await known.getByRole("button", { name: "Change it" }).click();
  await expect(title).toHaveValue(line);
  await desk.keyboard.press("Escape");
  await known.getByRole("button", { name: "Take it away" }).click();
  await expect(known).toHaveCount(0);
  await desk.getByRole("button", { name: "Undo" }).click();
  await expect(known).toContainText(line);
  await known.getByRole("button", { name: "Take it away" }).click();
  await expect.poll(everybodys, { timeout: 30_000 }).toEqual([]);
});

import { readFileSync } from "node:fs";
import { expectAccessible } from "@/tests/support/axe";
import { colleaguesFile } from "@/tests/support/colleagues";
import { answer, openPopup, openReport, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

test("a month becomes a file without a reporter's word, and is shared with everybody after a look at it", async ({
  launch,
  collector,
  words,
}, info) => {
  test.slow();
  const text = words("Kim Palmer cannot find the <b>export</b>");
  await colleaguesFile(collector, [{ words: text }]);
  const desk = await openPopup(await launch());
  await showTab(desk, "Inbox");
  await openReport(desk, text);
  await answer(desk, "The vendor wants too much for it, Kim.", "Declined");
  await showTab(desk, "Impact");
  await desk.getByRole("button", { name: "Page for the business" }).click();
  const dialog = desk.getByRole("dialog", { name: "Page for the business" });
  const month = dialog.getByRole("combobox", { name: "Month" });
  const options = await month.getByRole("option").allTextContents();
  await month.selectOption({ index: 0 });
  const no = dialog.getByRole("list", { name: "What IT said no to, and why" }).getByRole("listitem").first();
  const reason = no.getByRole("textbox", { name: "Why IT said no" });
  await expect(reason).toHaveValue("The vendor wants too much for it, Kim.");
  await expect(no.getByRole("checkbox", { name: "Everybody may read this" })).not.toBeChecked();
  const title = words("A <i>longer</i> export");
  await no.getByRole("textbox", { name: "In one line, for everybody" }).fill(title);
  await reason.fill("The vendor wants too much for it.");
  await expectAccessible(desk);

  const download = desk.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save as a file" }).click();
  const path = info.outputPath("month.html");
  await (await download).saveAs(path);
  const html = readFileSync(path, "utf8");
  expect(html).toContain("&lt;i&gt;longer&lt;/i&gt;");
  expect(html).not.toContain("Palmer");
  expect(html).not.toContain("Kim");
  expect(html).not.toMatch(/<(script|img|link)\b|https?:/);

  // On paper it is the same page, in a frame in which no script runs, and which goes after it.
  await desk.evaluate(() => {
    const papers: { html: string; mayRun: boolean }[] = [];
    Object.assign(globalThis, { papers });
    const watcher = new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (!(node instanceof HTMLIFrameElement)) continue;
        papers.push({ html: node.srcdoc, mayRun: node.sandbox.contains("allow-scripts") });
      }
    });
    watcher.observe(document.body, { childList: true });
  });
  await dialog.getByRole("button", { name: "Print" }).click();
  const papers = () =>
    desk.evaluate(() => (globalThis as unknown as { papers: { html: string; mayRun: boolean }[] }).papers);
  await expect.poll(async () => (await papers()).length).toBe(1);
  const [paper] = await papers();
  expect(paper).toMatchObject({ mayRun: false });
  expect(paper?.html).toBe(html);
  // A browser without a window prints nothing, and does not say that it has.
  const left = () =>
    desk.evaluate(() => {
      document.querySelector("iframe")?.contentWindow?.dispatchEvent(new Event("afterprint"));
      return document.querySelectorAll("iframe").length;
    });
  await expect.poll(left).toBe(0);

  await no.getByRole("checkbox", { name: "Everybody may read this" }).check();
  await dialog.getByRole("button", { name: "Share this month…" }).click();
  const preview = dialog.getByRole("region", { name: "This is what everybody reads" });
  await expect(preview).toContainText(title);
  await expect(preview).not.toContainText("Kim");
  await expectAccessible(desk);
  await dialog.getByRole("button", { name: "Share this month", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(desk.getByRole("button", { name: "Undo" })).toBeVisible();
  // Ten seconds to think better of it come first.
  await desk.getByRole("tab", { name: "What changed" }).click();
  await expect(desk.getByRole("article", { name: options[0] ?? "" })).toContainText(title, { timeout: 40_000 });
});

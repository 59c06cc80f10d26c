import { formTargets, visit } from "@/tests/support/awkward";
import { launcher, openPanel, panelIn, panelPage, RECEIVED } from "@/tests/support/panel";
import { popupOver } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

/** Pages that can show no form, or no button even: the popup has the same form for them. */
const IMPOSSIBLE = [
  ["a sandbox without scripts", "/sandbox"],
  // Its frames are sandboxed like it: ours would come up and could not be trusted to be ours.
  ["a sandbox that allows scripts", "/sandbox-scripts"],
  ["a drawing", "/drawing.svg"],
  ["an XML document", "/data.xml"],
] as const;

for (const [what, path] of IMPOSSIBLE) {
  test(`the popup's form reports ${what}`, async ({ tab, earshot, site, words, gate }) => {
    const text = words(`Seen on ${what}`);
    await visit(tab, site.url + path);
    const popup = await popupOver(earshot, tab);
    await popup.getByRole("button", { name: "Report this page" }).click();
    const panel = panelPage(popup);
    await expect(panel.words).toBeVisible();
    await panel.words.fill(text);
    await panel.send.click();
    await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
    const sent = gate.passed.find(({ method, body }) => method === "POST" && body.includes(text));
    expect(sent?.body).toContain(new URL(site.url).origin);
  });
}

for (const path of ["/sandbox", "/sandbox-scripts"]) {
  test(`a click in ${path} brings up the popup's form`, async ({ tab, earshot, site }) => {
    await tab.goto(site.url + path);
    const before = (await formTargets(earshot)).length;
    await launcher(tab).click();
    await expect.poll(async () => (await formTargets(earshot)).length).toBe(before + 1);
    await expect(panelIn(tab).dialog).toBeHidden();
  });
}

test("outside of the sites the popup offers the form without a page", async ({ earshot, tab, words, gate }) => {
  const text = words("The printer on the second floor");
  await tab.goto("about:blank");
  const popup = await popupOver(earshot, tab);
  await popup.getByRole("button", { name: "Tell IT something else" }).click();
  const panel = panelPage(popup);
  await panel.words.fill(text);
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  const sent = gate.passed.find(({ method, body }) => method === "POST" && body.includes(text));
  const [event] = JSON.parse(sent?.body ?? "[]") as { data: { context: unknown } }[];
  expect(event?.data.context).toBeNull();
});

test("what looks private in an address stays here", async ({ tab, site, words, gate }) => {
  const text = words("About one order");
  await tab.goto(`${site.url}/orders/4711?token=secret#private`);
  const panel = await openPanel(tab);
  await panel.words.fill(text);
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  const sent = gate.passed.find(({ method, body }) => method === "POST" && body.includes(text))?.body ?? "";
  const [event] = JSON.parse(sent) as { data: { context: { path: string; title?: string } } }[];
  expect(event?.data.context.path).toBe("/orders/{id}");
  expect(sent).not.toContain("secret");
  expect(sent).not.toContain("private");
  expect(sent).not.toContain("jane@corp.test");
});

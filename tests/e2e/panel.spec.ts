import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { EarshotBrowser } from "@/scripts/browser/launch";
import { readTable } from "@/tests/support/database";
import { sendRaw } from "@/tests/support/extension-page";
import { closeByCancel, closeByEscape, launcher, openPanel, panelIn, RECEIVED } from "@/tests/support/panel";
import { openPopup, reportItem, showTab } from "@/tests/support/popup";
import { expect, test } from "./fixtures";

test.beforeEach(async ({ tab, site }) => {
  await tab.goto(site.url);
});

test("Ctrl+Enter sends from the textbox", async ({ tab, words }) => {
  const panel = await openPanel(tab);
  await panel.words.fill(words("The printer forgets me"));
  await panel.words.press("Control+Enter");
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
});

test("Escape closes the form, gives the keyboard back, and keeps the draft", async ({ tab, words }) => {
  const text = words("Not finished yet");
  const search = tab.getByRole("textbox", { name: "Search" });
  await search.focus();
  const panel = await openPanel(tab);
  await panel.words.pressSequentially(text);
  await closeByEscape(tab);
  await expect(panel.dialog).toBeHidden();
  await expect(search).toBeFocused();
  await openPanel(tab);
  await expect(panel.words).toHaveValue(text);
  await panel.words.fill("");
});

test("a form that closes late does not take the next one with it", async ({ tab, words }) => {
  const before = await openPanel(tab);
  const { session, nonce } = await before.dialog.evaluate(async () => {
    const joined = await globalThis.earshotJoining;
    return { session: joined?.session ?? "", nonce: joined?.nonce ?? "" };
  });
  await closeByEscape(tab);
  await expect(before.dialog).toBeHidden();
  const panel = await openPanel(tab);
  const text = words("Written meanwhile");
  await panel.words.pressSequentially(text);
  // As when a receipt closes by itself while somebody presses Escape: the second word comes after the next form.
  const frame = tab.frames().find((each) => each.url().includes("/panel.html"));
  await sendRaw(frame ?? tab, { message: "panel.close", input: { session, nonce } });
  await panel.words.press("End");
  await panel.words.pressSequentially("!");
  await expect(panel.words).toHaveValue(`${text}!`);
  await panel.words.fill("");
});

test("without words or a kind it says what is missing and stores nothing", async ({ tab, earshot }) => {
  const before = await countReports(earshot);
  const panel = await openPanel(tab);
  await panel.words.fill("   ");
  await panel.send.click();
  await expect(panel.words).toHaveAttribute("aria-invalid", "true");
  await expect(panel.words).toBeFocused();
  await expect(panel.dialog).toBeVisible();
  expect(await countReports(earshot)).toBe(before);
});

test("a kind alone is enough", async ({ tab }) => {
  const panel = await openPanel(tab);
  await panel.radio("What kind of annoyance is it?", "Slow").click();
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
});

test("4,001 characters are counted, kept whole and not sent", async ({ tab, earshot }) => {
  const before = await countReports(earshot);
  const panel = await openPanel(tab);
  const text = "x".repeat(4001);
  await panel.words.fill(text);
  await expect(panel.dialog).toContainText(/4,?001/);
  await panel.send.click();
  await expect(panel.words).toHaveAttribute("aria-invalid", "true");
  await expect(panel.words).toHaveValue(text);
  expect(await countReports(earshot)).toBe(before);
  await panel.words.fill(text.slice(1));
  await expect(panel.words).not.toHaveAttribute("aria-invalid", "true");
  await panel.words.fill("");
});

test("60 keys typed while the form is still coming up arrive whole", async ({ launch, folder, site }) => {
  const text = "the quick brown fox jumps over the lazy dog and keeps typing";
  expect(text).toHaveLength(60);
  const browser = await launch({ extension: withLateReact(join(folder, "late-react"), 30) });
  const tab = await browser.context.newPage();
  await tab.goto(site.url);
  await launcher(tab).click();
  const panel = panelIn(tab);
  // As soon as the textbox stands, long before React: no wait for anything else.
  await panel.words.focus();
  await tab.keyboard.type(text.slice(0, 29));
  await expect(panel.words).toHaveValue(text.slice(0, 29));
  await expect(panel.send).toHaveCount(0);
  // From the 30th on React comes, takes the box over and reads the draft, while the keys go on.
  await tab.keyboard.type(text.slice(29), { delay: 10 });
  await expect(panel.send).toBeVisible();
  await expect(panel.words).toHaveValue(text);
  await expect(panel.words).toBeFocused();
});

test("a panel that was forgotten says so, and goes when it is closed for good", async ({ tab, earshot, words }) => {
  const panel = await openPanel(tab);
  await panel.words.fill(words("Kept so far"));
  await expect.poll(async () => JSON.stringify(await readTable(earshot, "drafts"))).toContain("Kept so far");
  await (
    await earshot.worker()
  ).evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: { storage: { session: { clear(): Promise<void> } } } };
    return chrome.storage.session.clear();
  });
  const alert = panel.frame.getByRole("alert");
  await expect(alert).toHaveCount(0);
  await panel.words.press("End");
  await panel.words.pressSequentially(" and more");
  await expect(alert).toContainText("What was kept before is safe.");
  const before = await countReports(earshot);
  await panel.send.click();
  await expect(alert).toContainText("nothing is sent or kept from here any more");
  expect(await countReports(earshot)).toBe(before);
  await panel.cancel.click();
  await expect(panel.dialog).toBeHidden();
  await openPanel(tab);
  await expect(panel.words).toHaveValue(/Kept so far/);
  await panel.words.fill("");
});

for (const [width, height] of [
  [800, 600],
  [1280, 500],
] as const) {
  test(`the ways out stay in sight at ${width} x ${height}, however much is open`, async ({ tab }) => {
    await tab.setViewportSize({ width, height });
    const panel = await openPanel(tab);
    await panel.frame.getByText("What it costs you").click();
    const show = panel.frame.getByRole("button", { name: "Show what will be sent" });
    await show.click();
    await expect(panel.dialog).toContainText("127.0.0.1");
    await panel.words.focus();
    for (const button of [panel.send, panel.cancel, show]) await expect(button).toBeInViewport({ ratio: 1 });
    await panel.words.fill("");
  });
}

test("in a window of 320 x 256 the form scrolls as a whole", async ({ tab }) => {
  await tab.setViewportSize({ width: 320, height: 256 });
  const panel = await openPanel(tab);
  await expect(panel.send).toBeVisible();
  await expect(panel.send).not.toBeInViewport();
  await panel.send.focus();
  await expect(panel.send).toBeInViewport({ ratio: 1 });
});

test("the page learns of no key, and cannot take one away", async ({ tab, words }) => {
  const text = words("see/us: s and / are shortcuts here");
  await tab.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    for (const type of ["keydown", "keypress", "keyup", "beforeinput", "input", "compositionstart", "paste"]) {
      for (const target of [window, document, document.documentElement]) {
        target.addEventListener(
          type,
          (event) => {
            seen.push(`${type} ${(event as KeyboardEvent).key}`);
            event.preventDefault();
            event.stopImmediatePropagation();
          },
          true,
        );
      }
    }
  });
  const panel = await openPanel(tab);
  await panel.words.pressSequentially(text);
  await expect(panel.words).toHaveValue(text);
  expect(await tab.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
  await panel.words.fill("");
});

test("opening and closing moves nothing on the page by a pixel", async ({ tab, wiki }) => {
  await tab.goto(`${wiki.url}/#Printers`);
  const places = () =>
    tab.evaluate(() =>
      [...document.body.querySelectorAll("*")].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [element.tagName, x, y, width, height].join(" ");
      }),
    );
  await expect(launcher(tab)).toBeVisible();
  const scroll = () => tab.evaluate(() => [scrollX, scrollY, document.documentElement.scrollHeight, innerWidth]);
  const before = { places: await places(), scroll: await scroll() };
  const panel = await openPanel(tab);
  expect({ places: await places(), scroll: await scroll() }).toEqual(before);
  await closeByEscape(tab);
  await expect(panel.dialog).toBeHidden();
  expect({ places: await places(), scroll: await scroll() }).toEqual(before);
});

test("what will be sent is shown before it is sent, and is what arrives", async ({ tab, wiki, gate, words }) => {
  await tab.goto(`${wiki.url}/#Printers`);
  const text = words("Nobody knows which printer is mine");
  const panel = await openPanel(tab);
  await panel.words.fill(text);
  await panel.frame.getByRole("button", { name: "Show what will be sent" }).click();
  await expect(panel.dialog).toContainText("127.0.0.1");
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  const sent = gate.passed.find(({ method, body }) => method === "POST" && body.includes(text));
  expect(sent?.body).toContain("127.0.0.1");
  // The hash of a wiki is a page's name, but not a route: it stays here.
  expect(sent?.body).not.toContain("#Printers");
});

test("Cancel closes and sends nothing", async ({ tab, earshot, words }) => {
  const text = words("Never mind");
  const panel = await openPanel(tab);
  await panel.words.fill(text);
  await closeByCancel(tab);
  await expect(panel.dialog).toBeHidden();
  const popup = await openPopup(earshot);
  await showTab(popup, "My reports");
  await expect(reportItem(popup, text)).toHaveCount(0);
});

/** A copy of the extension whose panel loads its main script only after so many keys. */
function withLateReact(folder: string, keys: number): string {
  cpSync(process.env["EARSHOT_EXTENSION"] ?? "", folder, { recursive: true });
  const page = join(folder, "panel.html");
  const html = readFileSync(page, "utf8");
  const [main = "", source = ""] = html.match(/<script type="module"[^>]* src="([^"]+)"><\/script>/) ?? [];
  if (source === "") throw new Error("the panel has no main script");
  writeFileSync(
    page,
    html.replaceAll(/<link rel="modulepreload"[^>]*>/g, "").replace(main, '<script src="/late.js"></script>'),
  );
  const late = (count: number, script: string) => {
    let left = count;
    addEventListener("input", () => {
      if (--left === 0) void import(script);
    });
  };
  writeFileSync(join(folder, "late.js"), `(${late.toString()})(${keys}, ${JSON.stringify(source)});`);
  return folder;
}

async function countReports(earshot: EarshotBrowser): Promise<number> {
  return (await readTable(earshot, "outbox")).length;
}

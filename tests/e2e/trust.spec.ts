import type { Page } from "@playwright/test";
import { EXTENSION_ID } from "@/scripts/browser/launch";
import { readTable } from "@/tests/support/database";
import { ask, type ExtensionGlobal, sendRaw } from "@/tests/support/extension-page";
import { launcher, openPanel, RECEIVED, SAVED } from "@/tests/support/panel";
import { expect, test } from "./fixtures";

test("a content script reads neither settings nor tokens", async ({ tab, earshot, wiki, collector }) => {
  await tab.goto(wiki.url);
  await expect(launcher(tab)).toBeVisible();
  const page = await earshot.open("options.html");
  const readings = await page.evaluate(async (url) => {
    const { chrome } = globalThis as unknown as ExtensionGlobal;
    const [found] = await chrome.tabs.query({ url: `${url}/*` });
    const [outcome] = await chrome.scripting.executeScript({
      target: { tabId: found?.id ?? -1 },
      // Runs in the same isolated world as the launcher, with the launcher's rights.
      func: async () => {
        const inside = globalThis as unknown as ExtensionGlobal;
        const read: Record<string, string> = {};
        for (const area of ["managed", "sync", "session", "local"] as const) {
          read[area] = await inside.chrome.storage[area].get(null).then(
            (content) => JSON.stringify(content),
            () => "refused",
          );
        }
        return read;
      },
    });
    return outcome?.result as Record<string, string>;
  }, wiki.url);
  expect(readings["managed"]).toBe("refused");
  expect(readings["sync"]).toBe("refused");
  expect(readings["session"]).toBe("refused");
  // The launcher's own look; nothing else may be there.
  expect(readings["local"]).not.toContain(collector.ingestToken);
  expect(readings["local"]).not.toContain(collector.reviewerToken);
  expect(readings["local"]).not.toContain("endpoint");
});

test("unknown messages, wrong senders and wrong shapes are refused, and nothing is stored", async ({
  tab,
  earshot,
  wiki,
}) => {
  await tab.goto(wiki.url);
  await expect(launcher(tab)).toBeVisible();
  const before = await everything();
  const page = await earshot.open("options.html");
  const refused: unknown[] = [
    { message: "no.such.message", input: null },
    { message: "__proto__", input: null },
    { message: "settings.save", input: { endpoint: 7 } },
    { message: "mine.comment", input: { reportId: "not-an-id", text: "x".repeat(5000), lang: "en" } },
    // Only a panel may file a report, only the top frame's content script may open one.
    { message: "report.create", input: { session: "guess", form: {} } },
    { message: "launcher.open", input: null },
    "a text",
    null,
    [],
    { toString: "x" },
  ];
  for (const message of refused) expect(await sendRaw(page, message)).toEqual({ ok: false });

  const fromContent = await fromContentScript(page, wiki.url, [
    {
      message: "settings.save",
      input: { endpoint: "https://evil.example", ingestToken: "", sites: [], reviewers: { token: "" } },
    },
    { message: "popup.state", input: null },
    { message: "report.create", input: { session: "guess", form: {} } },
    { message: "review.answer", input: null },
  ]);
  expect(fromContent).toEqual([{ ok: false }, { ok: false }, { ok: false }, { ok: false }]);
  const { policy } = await ask(page, "popup.state", null);
  expect(policy.policy.endpoint).not.toContain("evil");
  expect(await everything()).toEqual(before);

  async function everything() {
    // What was heard of a report may change at any time; what there is may not.
    const [outbox, mine, drafts] = await Promise.all(
      ["outbox", "mine", "drafts"].map((table) => readTable<{ id?: string; key?: string }>(earshot, table)),
    );
    return [outbox, mine, drafts].map((rows) => rows?.map(({ id, key }) => id ?? key));
  }
});

test("a page cannot talk to the extension, nor open the form by itself", async ({ tab, wiki }) => {
  await tab.goto(wiki.url);
  await expect(launcher(tab)).toBeVisible();
  const reachable = await tab.evaluate((id) => {
    const inPage = globalThis as unknown as { chrome?: { runtime?: { sendMessage?: unknown } } };
    return { sendMessage: typeof inPage.chrome?.runtime?.sendMessage, id };
  }, EXTENSION_ID);
  expect(reachable.sendMessage).toBe("undefined");
  // A click that no person made.
  await launcher(tab).evaluate((button: HTMLElement) => button.click());
  await launcher(tab).dispatchEvent("click");
  const framed = await tab.evaluate(async (id) => {
    const frame = Object.assign(document.createElement("iframe"), { src: `chrome-extension://${id}/panel.html#guess` });
    frame.id = "guess";
    document.body.append(frame);
    await new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
    return frame.contentDocument === null;
  }, EXTENSION_ID);
  expect(framed).toBe(true);
  // Neither the click nor the guessed address brought a form up that takes words.
  await expect(tab.frameLocator("#guess").getByRole("button", { name: "Send to IT" })).toHaveCount(0);
  const opened = tab.frameLocator('iframe[src*="/panel.html"]:not(#guess)');
  await expect(opened.getByRole("dialog")).toHaveCount(0);
});

test("an anonymous report travels alone, without name, install, exact time or a v7 id", async ({
  launch,
  site,
  gate,
  words,
}) => {
  const browser = await launch();
  const tab = await browser.context.newPage();
  // Its title and its exact address tell whose order it is.
  await tab.goto(`${site.url}/orders/4711`);
  const named = words("With my name on it");
  const secret = words("Nobody should know that this was me");
  gate.passed.length = 0;
  let panel = await openPanel(tab);
  await panel.words.fill(named);
  await panel.send.click();
  await expect(panel.status.filter({ hasText: RECEIVED })).toBeVisible({ timeout: 15_000 });
  await tab.reload();
  panel = await openPanel(tab);
  await panel.words.fill(secret);
  await panel.checkbox("Send without my name").click();
  await panel.send.click();
  await expect(panel.status.filter({ hasText: SAVED })).toBeVisible();
  // Held back by up to 10 minutes, divided by 100 in this build.
  const sent = () => gate.passed.filter(({ body }) => body.includes(secret));
  await expect.poll(() => sent().length, { timeout: 30_000 }).toBe(1);
  const [request] = sent();
  if (!request) throw new Error("it was not sent");
  expect(request.path).toBe("/v1/anon/events");
  const events = JSON.parse(request.body) as {
    id: string;
    source: string;
    time: string;
    subject: string;
    data: object;
  }[];
  expect(new Set(events.map(({ subject }) => subject)).size).toBe(1);
  for (const event of events) {
    expect(event.source).toBe("urn:earshot:anon");
    expect(event.id[14]).toBe("4");
    expect(event.subject[14]).toBe("4");
    expect(event.time).toMatch(/T\d\d:00:00(\.000)?Z$/);
    expect(event.data).not.toHaveProperty("reporter");
    expect(event.data).not.toHaveProperty("context.title");
    expect(event.data).not.toHaveProperty("context.exactPath");
  }
  const installs = gate.passed.map(({ body }) => /urn:earshot:install:[0-9a-f-]{36}/.exec(body)?.[0]).filter(Boolean);
  expect(installs.length).toBeGreaterThan(0);
  expect(request.body).not.toContain("Ada");
  expect(JSON.stringify(request.headers)).not.toContain("Ada");
  expect(request.headers.cookie).toBeUndefined();
  for (const install of installs) expect(request.body).not.toContain(install);
  expect(request.body).not.toMatch(/4711|jane/);
  // What is asked and said about it later: collector/http/anonymous-traffic.test.ts.
  for (const [id] of request.body.matchAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) expect(id[14]).toBe("4");
});

async function fromContentScript(page: Page, url: string, messages: unknown[]): Promise<unknown> {
  return page.evaluate(
    async ([site, sent]) => {
      const { chrome } = globalThis as unknown as ExtensionGlobal & {
        chrome: { scripting: { executeScript(what: object): Promise<{ result: unknown }[]> } };
      };
      const [found] = await chrome.tabs.query({ url: `${site}/*` });
      const [outcome] = await chrome.scripting.executeScript({
        target: { tabId: found?.id ?? -1 },
        args: [sent],
        func: async (all: unknown[]) => {
          const inside = globalThis as unknown as ExtensionGlobal;
          const answers: unknown[] = [];
          for (const message of all) answers.push(await inside.chrome.runtime.sendMessage(message));
          return answers;
        },
      } as never);
      return outcome?.result;
    },
    [url, messages] as const,
  );
}

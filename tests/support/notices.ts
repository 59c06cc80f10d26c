import { expect, type Page } from "@playwright/test";
import type { Answered } from "@/lib/notice/answered";
import type { EarshotBrowser } from "@/scripts/browser/launch";
import type { Collector } from "@/scripts/services/collector";
import { makeEvent } from "@/tests/conformance/make";
import { colleaguesSay } from "./colleagues";
import { readTableIn } from "./database";
import { ask } from "./extension-page";
import { fileReport } from "./panel";

interface Mine {
  id: string;
  words: string;
  thread: { timeline: { text: string | null }[]; statusEvent: string | null } | null;
}

interface Global {
  chrome: {
    notifications: {
      create(id: string, what: { title: string; message: string }): Promise<string>;
      getAll(): Promise<Record<string, boolean>>;
    };
  };
  told: string[];
}

/** One person's browser, and what it tells them without being asked. `page`: one of the extension's, not My reports. */
export async function listenToNotices(browser: EarshotBrowser, page: Page, collector: Collector) {
  const worker = await browser.worker();
  // What a notification says cannot be read back: it is written down when it is made.
  await worker.evaluate(() => {
    const here = globalThis as unknown as Global;
    const { notifications } = here.chrome;
    const create = notifications.create.bind(notifications);
    here.told = [];
    notifications.create = (id, what) => {
      here.told.push(`${id}: ${what.title} ${what.message}`);
      return create(id, what);
    };
  });
  const rowOf = async (words: string) => {
    await ask(page, "popup.refresh", null);
    return (await readTableIn<Mine>(page, "mine")).find((row) => row.words === words);
  };
  /** IT says something of a report; settles when this browser has it. Gives the report's id. */
  async function isAnswered(words: string, text: string, status?: "asked" | "planned" | "done"): Promise<string> {
    const row = await rowOf(words);
    if (!row) throw new Error(`nobody here has said ${words}`);
    const basedOn = row.thread?.statusEvent ?? null;
    const source = { source: "urn:earshot:reviewer" };
    const event =
      status === undefined
        ? makeEvent("comment.added.v1", row.id, { text, lang: "en", visibility: "thread" }, source)
        : makeEvent("status.set.v1", row.id, { status, basedOn, note: text, lang: "en" }, source);
    await colleaguesSay(collector, [event], "reviewerToken");
    const isHere = async () => ((await rowOf(words))?.thread?.timeline ?? []).some((line) => line.text === text);
    await expect.poll(isHere, { timeout: 40_000 }).toBe(true);
    return row.id;
  }

  return {
    /** Everything that was told, the oldest first. */
    told: () => worker.evaluate(() => (globalThis as unknown as Global).told),
    /** What stands there now. */
    standing: () =>
      worker.evaluate(async () => Object.keys(await (globalThis as unknown as Global).chrome.notifications.getAll())),
    /** Files reports on the page of a tool, until IT has them. */
    async files(tab: Page, all: readonly string[]): Promise<void> {
      for (const words of all) {
        await fileReport(tab, words);
        await tab.reload();
      }
    },
    isAnswered,
    /** The same; settles when this browser also has looked whether there is something to tell of it. */
    async hears(...said: Parameters<typeof isAnswered>): Promise<void> {
      const id = await isAnswered(...said);
      await expect.poll(async () => (await readAnswered(page))?.told[id] !== undefined).toBe(true);
    },
  };
}

async function readAnswered(page: Page): Promise<Answered | undefined> {
  const rows = await readTableIn<{ key: string; value: Answered }>(page, "kv");
  return rows.find(({ key }) => key === "answered")?.value;
}

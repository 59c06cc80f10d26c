import { join } from "node:path";
import type { Page } from "@playwright/test";
import type { BlobRow, BodyRow, MineRow, OutboxRow, ReportRow } from "@/lib/database/rows";
import type { Created, Input, MessageName, Output, Refused, ReportForm } from "@/lib/messaging/messages";
import { EXTENSION_ID, type EarshotBrowser, launchBrowser } from "@/scripts/browser/launch";
import { readTableIn } from "@/tests/support/database";
import { ask } from "@/tests/support/extension-page";
import { stopWorker } from "@/tests/support/worker";
import { TooLate, within } from "./within";

/** A browser profile with the extension in it, whose worker and browser may be killed at any moment. */
export interface Profile {
  /** As the popup asks. Waits while the browser is being started again; rejects where it is killed meanwhile. */
  ask<N extends MessageName>(message: N, input: Input<N>): Promise<Output<N>>;
  /** As the form files. */
  file(form: ReportForm): Promise<Created | Refused>;
  /** false where no worker was running. */
  killWorker(): Promise<boolean>;
  /** SIGKILL, and a new start. Rejects where the browser does not come up again. */
  killBrowser(): Promise<void>;
  read<T extends keyof Tables>(table: T): Promise<Tables[T][]>;
  /** What the outbox has of one report. */
  readOutboxOf(reportId: string): Promise<OutboxRow[]>;
  close(): Promise<void>;
}

export interface ProfileOptions {
  name: string;
  folder: string;
  executable: string;
  extension: string;
}

/** The tables of the extension that hold what somebody said, or what is known of it. */
interface Tables {
  outbox: OutboxRow;
  bodies: BodyRow;
  mine: MineRow;
  reports: ReportRow;
  blobs: BlobRow;
  /** Without the bytes themselves. */
  blobBytes: Pick<BlobRow, "subject" | "sha256">;
  drafts: unknown;
}

interface Open {
  browser: EarshotBrowser;
  /** Speaks as the popup. */
  app: Page;
  /** Speaks as the form, with a session of its own. */
  panel: Page;
  session: string;
}

/**
 * Of the extension, and without a script: the popup itself would ask the collector all the time, and draw a list that
 * grows, while nobody looks.
 */
const BLANK_PAGE = "manifest.json";
/** An answer of the background needs milliseconds, and on a machine with too much to do seconds. */
const ANSWER_WITHIN_MS = 20_000;
const START_WITHIN_MS = 90_000;
const STARTS = 3;

export async function openProfile({ name, folder, executable, extension }: ProfileOptions): Promise<Profile> {
  const profile = join(folder, `profile-${name}`);
  let opening = start();
  await opening;

  async function start(): Promise<Open> {
    for (let tries = 1; ; tries++) {
      const browser = await launchBrowser({ executable, extension, profile, headless: true });
      try {
        return await within(openPages(browser), START_WITHIN_MS, "open");
      } catch (error) {
        await browser.kill();
        if (tries >= STARTS) throw error;
      }
    }
  }

  async function openPages(browser: EarshotBrowser): Promise<Open> {
    const app = await browser.open(BLANK_PAGE);
    const panel = await browser.context.newPage();
    // Without a nonce of its own the page says that it is of no use; it may speak as the form all the same.
    await panel.goto(`chrome-extension://${EXTENSION_ID}/panel.html#none`);
    const { url } = await ask(app, "popup.form", { tabId: null });
    const { session } = await ask(panel, "panel.hello", { nonce: new URL(url).hash.slice(1) });
    return { browser, app, panel, session };
  }

  /** Replaces what is open; a failure is told to everybody who asks from then on. */
  function reopen(next: Promise<Open>): Promise<Open> {
    opening = next;
    opening.catch(() => undefined);
    return opening;
  }

  async function using<T>(what: string, work: (open: Open) => Promise<T>): Promise<T> {
    const used = opening;
    const open = await used;
    try {
      return await within(work(open), ANSWER_WITHIN_MS, what);
    } catch (error) {
      // A page that does not answer any more is given up, unless somebody has done so already.
      if (error instanceof TooLate && used === opening)
        await reopen(within(openPages(open.browser), START_WITHIN_MS, "open"));
      throw error;
    }
  }

  return {
    ask: (message, input) => using(message, ({ app }) => ask(app, message, input)),
    file: (form) => using("filed", ({ panel, session }) => ask(panel, "report.create", { session, form, shown: null })),
    killWorker: () => using("killed", ({ browser }) => stopWorker(browser)),
    async killBrowser() {
      const { browser } = await opening;
      await reopen(browser.kill().then(start));
    },
    read: <T extends keyof Tables>(table: T) => using("read", ({ app }) => readTableIn<Tables[T]>(app, table)),
    readOutboxOf: (is) => using("read", ({ app }) => readTableIn<OutboxRow>(app, "outbox", { index: "subject", is })),
    async close() {
      const { browser } = await opening;
      await within(browser.close(), ANSWER_WITHIN_MS, "closed").catch(() => browser.kill());
    },
  };
}

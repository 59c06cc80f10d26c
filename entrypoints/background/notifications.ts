import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import type { NewAnswers } from "@/lib/notice/create-answered";
import type { CannotWork } from "@/lib/notice/create-notice";

/** One name for each, so that the next notification takes the place of the one before. */
const CANNOT_WORK = "cannot-work";
const ANSWERED = "answered";

export function showCannotWork(what: CannotWork | null): void {
  const { reportIds = [], site = null } = what ?? {};
  const message =
    site === null ? i18n.t("notice.cannotWork.text", reportIds.length) : i18n.t("notice.cannotWork.site", [site]);
  show(CANNOT_WORK, what && { title: i18n.t("notice.cannotWork.title"), message });
}

/** For the person who has said something: that IT has. */
export function showAnswers(what: NewAnswers | null): void {
  show(ANSWERED, what && { title: i18n.t(`notice.answered.title.${what.kind}`), message: answersText(what) });
}

function answersText({ count, kind, site }: NewAnswers): string {
  if (count > 1)
    return i18n.t(kind === "fixed" ? "notice.answered.fixedMany" : "notice.answered.many", [String(count)]);
  return site === null ? i18n.t(`notice.answered.one.${kind}`) : i18n.t(`notice.answered.site.${kind}`, [site]);
}

/** Without a sound, and without a word of what anybody wrote: it may come up on a screen that is being shown. */
function show(id: string, what: { title: string; message: string } | null): void {
  if (what === null) return void browser.notifications.clear(id);
  void browser.notifications.create(id, {
    type: "basic",
    iconUrl: browser.runtime.getURL("/icons/128.png"),
    ...what,
    // Firefox does not know the key, and refuses what it does not know.
    ...(import.meta.env.FIREFOX ? {} : { silent: true }),
  });
}

/** Whether one of the app's pages is before the person: a popup always is, a tab only where it is not behind another. */
export async function isInFront(pages: readonly (number | null)[]): Promise<boolean> {
  for (const tabId of pages) {
    if (tabId === null) return true;
    const tab = await browser.tabs.get(tabId).catch(() => null);
    if (tab?.active) return true;
  }
  return false;
}

/**
 * A press on one opens what it is about: the Inbox on its report, or on all that nobody has heard; My reports, where
 * the new answers are marked. `seenByIt` gives what it was about.
 */
export function onNotification(seenByIt: () => Promise<string[]>, seen: () => Promise<void>): void {
  browser.notifications.onClicked.addListener((id) => {
    if (id === CANNOT_WORK) void seenByIt().then(openInbox);
    else if (id === ANSWERED) void seen().then(() => openApp("part=mine"));
    else return;
    void browser.notifications.clear(id);
  });
  browser.notifications.onClosed.addListener((id, byUser) => {
    if (!byUser) return;
    if (id === CANNOT_WORK) void seenByIt();
    if (id === ANSWERED) void seen();
  });
}

async function openInbox(reportIds: string[]): Promise<void> {
  const [only, ...others] = reportIds;
  await openApp(only !== undefined && others.length === 0 ? `report=${only}` : "status=new");
}

async function openApp(query: string): Promise<void> {
  const url = browser.runtime.getURL(`/popup.html?view=tab&${query}`);
  // Where no window is open there is none to put a tab into.
  const tab = await browser.tabs.create({ url }).catch(() => null);
  if (tab === null) await browser.windows.create({ url });
  else await browser.windows.update(tab.windowId, { focused: true });
}

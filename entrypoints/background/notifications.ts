import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import type { CannotWork } from "@/lib/notice/create-notice";

/** One name, so that the next notification takes the place of the one before. */
const ID = "cannot-work";

/** Without a sound, and without a word of what anybody wrote: it may come up on a screen that is being shown. */
export function showCannotWork(what: CannotWork | null): void {
  if (what === null) return void browser.notifications.clear(ID);
  const { reportIds, site } = what;
  void browser.notifications.create(ID, {
    type: "basic",
    iconUrl: browser.runtime.getURL("/icons/128.png"),
    title: i18n.t("notice.cannotWork.title"),
    message:
      site === null ? i18n.t("notice.cannotWork.text", reportIds.length) : i18n.t("notice.cannotWork.site", [site]),
    // Firefox does not know the key, and refuses what it does not know.
    ...(import.meta.env.FIREFOX ? {} : { silent: true }),
  });
}

/** A press on it opens the Inbox on its report, or on all that nobody has heard. `seen` gives what it was about. */
export function onNotification(seen: () => Promise<string[]>): void {
  browser.notifications.onClicked.addListener((id) => {
    if (id !== ID) return;
    void browser.notifications.clear(ID);
    void seen().then(openInbox);
  });
  browser.notifications.onClosed.addListener((id, byUser) => {
    if (id === ID && byUser) void seen();
  });
}

async function openInbox(reportIds: string[]): Promise<void> {
  const [only, ...others] = reportIds;
  const query = only !== undefined && others.length === 0 ? `report=${only}` : "status=new";
  const url = browser.runtime.getURL(`/popup.html?view=tab&${query}`);
  // Where no window is open there is none to put a tab into.
  const tab = await browser.tabs.create({ url }).catch(() => null);
  if (tab === null) await browser.windows.create({ url });
  else await browser.windows.update(tab.windowId, { focused: true });
}

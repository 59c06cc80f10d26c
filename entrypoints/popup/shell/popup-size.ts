import { browser } from "wxt/browser";

const KEY = "popup.wide";

/** Whether this page is shown in the browser's popup, which is as large as the page asks for, and not in a tab. */
export function isInPopup(): boolean {
  return browser.extension.getViews({ type: "popup" }).includes(globalThis.window);
}

export function isTabView(): boolean {
  return new URLSearchParams(location.search).get("view") === "tab";
}

/** Whether it was a reviewer's the last time. */
export function isKnownWide(): boolean {
  return localStorage.getItem(KEY) === "yes";
}

/**
 * Sets the popup's size before the first paint: reviewers have two panes, and a popup that grows flickers. Gives whether
 * it is wide.
 */
export function recallWidth(): boolean {
  const wide = isKnownWide();
  setWidth(wide);
  return wide;
}

export function rememberWidth(wide: boolean): void {
  localStorage.setItem(KEY, wide ? "yes" : "no");
  setWidth(wide);
}

function setWidth(wide: boolean): void {
  if (!isInPopup()) return;
  document.documentElement.dataset["popup"] = wide ? "wide" : "narrow";
}

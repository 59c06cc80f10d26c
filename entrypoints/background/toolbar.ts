import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { badgeText, type Waiting } from "@/lib/notice/badge";

/** The accent of the light theme (components/theme.css), on which the browser writes in white. */
const BADGE_COLOR = "#0c5a58";

/** What waits for a reviewer, on the toolbar icon and in words; null for people who are no reviewers. */
export function showWaiting(waiting: Waiting | null): void {
  const { action } = browser;
  void action.setBadgeBackgroundColor({ color: BADGE_COLOR });
  void action.setBadgeText({ text: badgeText(waiting) });
  void action.setTitle({ title: waiting === null ? i18n.t("app.name") : titleOf(waiting) });
}

function titleOf({ fresh, attention }: Waiting): string {
  const parts = [
    ...(fresh > 0 ? [i18n.t("notice.new", fresh)] : []),
    ...(attention > 0 ? [i18n.t("notice.attention", attention)] : []),
  ];
  const [first, second] = parts;
  if (first === undefined) return i18n.t("notice.quiet");
  return second === undefined ? i18n.t("notice.one", [first]) : i18n.t("notice.both", [first, second]);
}

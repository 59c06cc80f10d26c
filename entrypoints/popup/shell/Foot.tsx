import MessageSquarePlus from "lucide-react/icons/message-square-plus";
import { useEffect, useState } from "react";
import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { Notice } from "@/components/Notice";
import { send } from "@/lib/messaging/client";
import type { AppState, SyncReason } from "@/lib/messaging/app-state";
import { siteOf } from "@/lib/policy/site-of";
import styles from "./Foot.module.css";
import { isTabView } from "./popup-size";

const WHY = {
  "no-endpoint": "popup.why.noEndpoint",
  offline: "popup.why.offline",
  captive: "popup.why.captive",
  auth: "popup.why.auth",
  config: "popup.why.config",
  busy: "popup.why.busy",
} as const satisfies Record<SyncReason, string>;

/** What waits to be sent and why, and the way to the form. */
export function Foot({ state, act }: { state: AppState; act: (work: Promise<unknown>) => void }) {
  const page = usePage();
  const [shown, setShown] = useState(false);
  const isSite = page !== null && siteOf(state.policy.policy, page.url) !== null;
  const isHidden = isSite && !shown && state.hiddenOn.includes(new URL(page.url).origin);

  async function openForm() {
    const { url } = await send("popup.form", { tabId: isSite ? page.id : null });
    location.assign(url);
  }

  async function showButton(origin: string) {
    await send("launcher.show", { origin });
    setShown(true);
  }

  return (
    <footer className={styles.foot}>
      {isHidden ? (
        <Notice
          actions={
            <Button onClick={() => act(showButton(new URL(page.url).origin))}>{i18n.t("popup.showAgain")}</Button>
          }
        >
          {i18n.t("popup.hiddenHere")}
        </Notice>
      ) : null}
      {shown ? <Notice live="polite">{i18n.t("popup.shownAgain")}</Notice> : null}
      <div className={styles.row}>
        <p className={styles.small}>
          <output>
            {state.sync.waiting > 0 ? i18n.t("popup.waiting", state.sync.waiting) : null}{" "}
            {state.sync.waiting > 0 && state.sync.reason ? i18n.t(WHY[state.sync.reason]) : null}
          </output>{" "}
          <a className={styles.sheet} href="/sheet.html" target="_blank" rel="noreferrer">
            {i18n.t("sheet.link")}
          </a>
        </p>
        <Button look="main" icon={<MessageSquarePlus />} onClick={() => act(openForm())}>
          {isSite ? i18n.t("popup.reportPage") : i18n.t("popup.tellElse")}
        </Button>
      </div>
    </footer>
  );
}

/** The page behind the popup; null in a tab of our own, which has none. */
function usePage(): { id: number; url: string } | null {
  const [page, setPage] = useState<{ id: number; url: string } | null>(null);
  useEffect(() => {
    if (isTabView()) return;
    browser.tabs.query({ active: true, currentWindow: true }).then(
      ([tab]) => {
        if (tab?.id !== undefined && tab.url) setPage({ id: tab.id, url: tab.url });
      },
      () => {},
    );
  }, []);
  return page;
}

import { Tabs } from "@base-ui/react/tabs";
import ExternalLink from "lucide-react/icons/external-link";
import Settings from "lucide-react/icons/settings";
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { browser } from "wxt/browser";
import { i18n } from "#i18n";
import { Button } from "@/components/Button";
import { ErrorBoundary } from "@/components/ErrorBoundary";
import { Notice } from "@/components/Notice";
import type { EarshotDatabase } from "@/lib/database/open";
import type { InboxList } from "@/lib/inbox/watch-inbox";
import type { AppState } from "@/lib/messaging/app-state";
import type { MyReport } from "@/lib/outbox/my-report";
import { watchMyReports } from "@/lib/outbox/watch-my-reports";
import styles from "./App.module.css";
import { OwnWords } from "./inbox/own-words";
import { firstInbox, startInbox } from "./inbox/start-inbox";
import { MyReports } from "./mine/MyReports";
import { businessPart, impactPart, inboxPart, undoPart } from "./parts";
import { AfterTabs } from "./shell/AfterTabs";
import { afterPaint } from "./shell/after-paint";
import { Foot } from "./shell/Foot";
import { firstNames } from "./shell/first-head";
import type { ShownFirst } from "./shell/known-state";
import { nameReport } from "./shell/name-report";
import { isInPopup, isKnownWide, isTabView, rememberWidth } from "./shell/popup-size";
import { useAhead } from "./shell/use-ahead";
import { useAppState } from "./shell/use-app-state";
import { forgetAnswers } from "./shell/use-kept-text";
import { useFresh } from "./shell/use-fresh";
import { useSame } from "./shell/use-same";
import { useWatched } from "./shell/use-watched";
import { sayNumber } from "./words/locale";

// Not before somebody looks: only reviewers need most of these, and an employee's popup opens without them.
const SetAside = lazy(async () => ({ default: (await import("./shell/SetAside")).SetAside }));
const SignIn = lazy(async () => ({ default: (await import("./shell/SignIn")).SignIn }));
const WhatChanged = lazy(async () => ({ default: (await import("./news/WhatChanged")).WhatChanged }));
const Empty = lazy(async () => ({ default: (await import("./mine/later")).Empty }));

export function App({ db, first }: { db: EarshotDatabase; first: ShownFirst }) {
  const { state, failed, refresh } = useAppState(first);
  const [actFailed, setActFailed] = useState(false);
  const act = useCallback(
    (work: Promise<unknown>) => {
      setActFailed(false);
      work.then(refresh, () => setActFailed(true));
    },
    [refresh],
  );

  if (!state) {
    return (
      <div className={styles.app}>
        <FirstHead />
        <main className={styles.main}>{failed ? <Broken onRetry={refresh} /> : <Loading />}</main>
      </div>
    );
  }
  return <Ready db={db} state={state} act={act} refresh={refresh} failed={actFailed} />;
}

/** With these the copies stay, and with them what was half typed. */
const MAY_COME_BACK: AppState["sessionProblem"][] = ["unreachable", "signedOut"];

interface ReadyProps {
  db: EarshotDatabase;
  state: AppState;
  act: (work: Promise<unknown>) => void;
  refresh: () => void;
  failed: boolean;
}

function Ready({ db, state, act, refresh, failed }: ReadyProps) {
  const reviewer = state.session?.name ?? null;
  const isReviewer = state.session !== null;
  const [tab, setTab] = useState(() => new URLSearchParams(location.search).get("part"));
  const mine = useWatched<MyReport[]>(
    useCallback(
      (onValue, onError) => {
        const start = () => watchMyReports(db, onValue, onError);
        // The Inbox is what IT opens the popup for.
        return isReviewer ? afterPaint(start) : start();
      },
      [db, isReviewer],
    ),
  );
  const inbox = useWatched<InboxList>(
    useCallback(
      (onValue, onError) => (isReviewer ? startInbox(db, reviewer, onValue, onError) : () => {}),
      [db, isReviewer, reviewer],
    ),
    isReviewer ? firstInbox() : null,
  );
  const opened = isReviewer ? inbox : mine;
  useFresh(opened.value !== null || opened.failed, refresh);

  const ownWords = useSame(state.policy.policy.answers.jargon);
  const rules = useSame(state.policy.policy.impact);
  useAhead(inbox.value, rules);
  useEffect(() => rememberWidth(isReviewer), [isReviewer]);
  // Half-typed answers quote what this person may not read any more.
  const isOver = !isReviewer && !MAY_COME_BACK.includes(state.sessionProblem);
  useEffect(() => {
    if (isOver) forgetAnswers();
  }, [isOver]);
  // What waits has changed, here or in the background.
  useEffect(() => (mine.value || inbox.value ? afterPaint(refresh) : undefined), [refresh, mine.value, inbox.value]);

  const unread = useMemo(() => countUnread(inbox.value), [inbox.value]);
  const active = tab ?? (isReviewer ? "inbox" : "mine");
  const isForAll = active === "mine" || active === "news";
  return (
    <Tabs.Root
      className={styles.app}
      value={isReviewer || isForAll ? active : "mine"}
      onValueChange={(value) => setTab(String(value))}
    >
      <header className={styles.head}>
        <h1 className="unseen">{i18n.t("popup.title")}</h1>
        <Tabs.List className={styles.tabs} aria-label={i18n.t("popup.parts")}>
          <Tab value="mine" label={i18n.t("popup.tab.mine")} />
          {isReviewer ? <Tab value="inbox" label={i18n.t("popup.tab.inbox")} count={unread} /> : null}
          {isReviewer ? <Tab value="impact" label={i18n.t("popup.tab.impact")} /> : null}
          <Tab value="news" label={i18n.t("popup.tab.news")} />
        </Tabs.List>
        {isTabView() ? null : <HeadButton name={i18n.t("popup.openInTab")} icon={<ExternalLink />} onClick={openTab} />}
        <HeadButton name={i18n.t("popup.settings")} icon={<Settings />} onClick={openOptions} />
      </header>
      <main className={styles.main}>
        <div className={styles.notices}>
          {state.sample ? <Notice>{i18n.t("popup.sample")}</Notice> : null}
          {failed ? (
            <Notice tone="error" live="assertive">
              {i18n.t("popup.failed")}
            </Notice>
          ) : null}
          {state.policy.policy.reviewers.signIn === "oidc" ? (
            <Screen until={null}>
              <SignIn problem={state.sessionProblem} isReviewer={isReviewer} act={act} />
            </Screen>
          ) : state.sessionProblem ? (
            <Notice tone="attention">
              {i18n.t(`popup.reviewer.${state.sessionProblem === "unreachable" ? "unreachable" : "unauthorized"}`)}
            </Notice>
          ) : null}
          {state.setAside > 0 ? (
            <Screen until={null}>
              <SetAside db={db} isReviewer={isReviewer} act={act} />
            </Screen>
          ) : null}
        </div>
        <div className={styles.body}>
          <AfterTabs>
            <Tabs.Panel className={styles.panel} value="mine">
              {mine.failed ? <Broken onRetry={reload} /> : null}
              <Screen>
                {state.policy.policy.sharedDevice ? (
                  <Empty why="shared" />
                ) : mine.value ? (
                  <MyReports db={db} reports={mine.value} act={act} away={state.sync.reason !== null} />
                ) : (
                  <Loading />
                )}
              </Screen>
            </Tabs.Panel>
            {isReviewer ? (
              <Tabs.Panel className={styles.panel} value="inbox">
                {inbox.failed ? <Broken onRetry={reload} /> : null}
                <Screen>
                  <OwnWords value={ownWords}>
                    {inbox.value ? (
                      <inboxPart.Part db={db} list={inbox.value} reviewer={reviewer} act={act} />
                    ) : (
                      <Loading />
                    )}
                  </OwnWords>
                </Screen>
              </Tabs.Panel>
            ) : null}
            {isReviewer ? (
              <Tabs.Panel className={styles.panel} value="impact">
                <Screen>
                  {inbox.value?.complete ? (
                    <div className={styles.impact}>
                      {inbox.value.items.length > 0 ? (
                        <businessPart.Part
                          db={db}
                          items={inbox.value.items}
                          rules={rules}
                          orgName={state.orgName}
                          canShare={state.session?.scope === null}
                          act={act}
                        />
                      ) : null}
                      <impactPart.Part
                        db={db}
                        items={inbox.value.items}
                        rules={rules}
                        onOpen={(id) => {
                          nameReport(id);
                          setTab("inbox");
                        }}
                      />
                    </div>
                  ) : (
                    <Loading />
                  )}
                </Screen>
              </Tabs.Panel>
            ) : null}
            <Tabs.Panel className={styles.panel} value="news">
              <Screen>
                <WhatChanged db={db} />
              </Screen>
            </Tabs.Panel>
          </AfterTabs>
        </div>
        {/* Below, where what was chosen had its bar: nothing that is being read moves. */}
        <div className={styles.notices}>
          {isReviewer && active !== "mine" ? (
            <Screen until={null}>
              <undoPart.Part act={act} />
            </Screen>
          ) : null}
        </div>
      </main>
      <Foot state={state} act={act} />
    </Tabs.Root>
  );
}

/** Not before all are there: a count that jumps says nothing. */
function countUnread(list: InboxList | null): number {
  return list?.complete ? list.items.filter((item) => item.unread).length : 0;
}

function Tab({ value, label, count = 0 }: { value: string; label: string; count?: number }) {
  return (
    <Tabs.Tab className={styles.tab} value={value} aria-label={label}>
      {label}
      {count > 0 ? <span className={styles.count} data-count={sayNumber(count)} aria-hidden="true" /> : null}
    </Tabs.Tab>
  );
}

function HeadButton({ name, icon, onClick }: { name: string; icon: ReactNode; onClick: () => void }) {
  return <Button look="quiet" className={styles.icon} icon={icon} onClick={onClick} aria-label={name} title={name} />;
}

/** Until it is known who looks, as the first script has drawn it. */
function FirstHead() {
  const names = firstNames(isKnownWide());
  return (
    <header className={styles.head} aria-hidden="true" data-first="">
      {names.map((name) => (
        <span key={name}>{name}</span>
      ))}
    </header>
  );
}

function Loading() {
  return <output className={styles.loading}>{i18n.t("popup.loading")}</output>;
}

/** What is behind one tab, or above all of them: the others stay where it cannot be shown. `until`: stands for it first. */
function Screen({ children, until = <Loading /> }: { children: ReactNode; until?: ReactNode }) {
  return (
    <ErrorBoundary fallback={<Broken onRetry={reload} />}>
      <Suspense fallback={until}>{children}</Suspense>
    </ErrorBoundary>
  );
}

function Broken({ onRetry }: { onRetry: () => void }) {
  return (
    <div className={styles.broken}>
      <Notice tone="error" live="assertive" actions={<Button onClick={onRetry}>{i18n.t("popup.tryAgain")}</Button>}>
        {i18n.t("popup.broken")}
      </Notice>
    </div>
  );
}

function reload() {
  location.reload();
}

function openTab() {
  // What is looked at is taken along.
  const params = new URLSearchParams(location.search);
  params.set("view", "tab");
  void browser.tabs.create({ url: `${browser.runtime.getURL("/popup.html")}?${params}` });
  if (isInPopup()) window.close();
}

function openOptions() {
  void browser.runtime.openOptionsPage();
}

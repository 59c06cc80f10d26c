import { useCallback, useEffect, useState } from "react";
import { i18n } from "#i18n";
import { Notice } from "@/components/Notice";
import { Page } from "@/components/Page";
import { onPush, send } from "@/lib/messaging/client";
import type { AppState } from "@/lib/messaging/app-state";
import { ManagedSettings } from "./ManagedSettings";
import { NameForm } from "./NameForm";
import styles from "./Options.module.css";
import { Notify } from "./Notify";
import { OwnSettingsForm } from "./OwnSettingsForm";
import { Refused } from "./Refused";
import { Shortcut } from "./Shortcut";
import { SignOut } from "./SignOut";
import { Works } from "./works/Works";

/** Settings where nobody manages this browser; otherwise what the organisation has in force. */
export function Options() {
  const [state, setState] = useState<AppState | null>(null);
  const [failed, setFailed] = useState(false);
  const refresh = useCallback(
    () =>
      send("popup.state", null).then(
        (next) => {
          setState(next);
          setFailed(false);
        },
        () => setFailed(true),
      ),
    [],
  );

  useEffect(() => {
    void refresh();
    // Asks the collector for the role anew, then shows it.
    send("popup.refresh", null).then(refresh, () => {});
    return onPush("policy.changed", () => void refresh());
  }, [refresh]);

  return (
    <Page title={i18n.t("options.title")} failed={failed} onRetry={() => void refresh()}>
      {state ? <Loaded state={state} refresh={refresh} /> : null}
    </Page>
  );
}

function Loaded({ state, refresh }: { state: AppState; refresh: () => Promise<void> }) {
  const isManaged = state.policy.source === "managed";
  return (
    <>
      {state.sample ? <Notice>{i18n.t("popup.sample")}</Notice> : null}
      <section className={styles.card}>
        <h2>{i18n.t("options.role")}</h2>
        <p>{roleText(state)}</p>
        {state.session && state.policy.policy.reviewers.signIn === "oidc" ? <SignOut onDone={refresh} /> : null}
        {state.orgName ? (
          <p className={styles.soft}>
            {i18n.t("options.organisation")}: {state.orgName}
          </p>
        ) : null}
      </section>
      <Notify state={state} />
      <NameForm name={state.name ?? ""} isUsed={state.policy.policy.identity.mode !== "anonymous"} />
      <Refused items={state.policy.refused} isManaged={isManaged} />
      {isManaged ? (
        <ManagedSettings policy={state.policy.policy} />
      ) : (
        <OwnSettingsForm own={state.own} onSaved={refresh} />
      )}
      <Works state={state} />
      <Shortcut />
      <section className={styles.card}>
        <h2>{i18n.t("options.stored")}</h2>
        <ul className={styles.points}>
          <li>{i18n.t("options.storedHere")}</li>
          <li>{i18n.t("options.storedThere")}</li>
          <li>{i18n.t("options.storedNever")}</li>
        </ul>
        <p>
          <a className={styles.link} href="/sheet.html">
            {i18n.t("sheet.link")}
          </a>
        </p>
      </section>
    </>
  );
}

function roleText({ session, sessionProblem, policy }: AppState): string {
  const isSignIn = policy.policy.reviewers.signIn === "oidc";
  if (sessionProblem === "unauthorized" && !isSignIn) return i18n.t("options.roleUnauthorized");
  if (sessionProblem === "signedOut") return i18n.t("options.roleSignedOut");
  if (session?.role === "reviewer") return i18n.t("options.roleReviewer", [session.name]);
  if (session?.role === "admin") return i18n.t("options.roleAdmin", [session.name]);
  return i18n.t(sessionProblem === "unreachable" ? "options.roleUnreachable" : "options.roleEmployee");
}

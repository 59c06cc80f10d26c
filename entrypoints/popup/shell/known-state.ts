import type { ReportRow } from "@/lib/database/rows";
import type { AppState } from "@/lib/messaging/app-state";
import { send } from "@/lib/messaging/client";
import { createSessionValue } from "@/lib/platform/session-value";

/** Until the browser closes; an update of the extension empties it too. */
const remembered = createSessionValue("popup.state");

/** What every screen needs to know first, asked for and remembered. Whoever shows it says that it failed. */
export interface FirstState {
  asked: Promise<AppState>;
  /**
   * What the popup was told the last time: the background mostly sleeps, and takes its time to wake. Nothing is shown by
   * it that may not be shown: what somebody may not read any more has been taken out of the database. null where nothing
   * is remembered.
   */
  remembered: Promise<AppState | null>;
}

/** The same when it is rendered, with what of it was there by then. */
export interface ShownFirst extends FirstState {
  known: AppState | null;
}

declare global {
  // `var`, because that is what makes a property of globalThis. The first script asks, React's takes it from there.
  var earshotState: FirstState | undefined;
  /** Where this is a reviewer's popup. null where they could not be read so early. */
  var earshotRows: Promise<ReportRow[] | null> | undefined;
}

export function askState(): Promise<AppState> {
  return send("popup.state", null);
}

export function rememberState(state: AppState): void {
  // Where it cannot be remembered, the next popup waits for the background.
  remembered.write(state).catch(() => {});
}

export function firstState(): FirstState {
  const asked = askState();
  asked.catch(() => {});
  return {
    asked,
    remembered: (remembered.read() as Promise<AppState | undefined>).then(
      (it) => it ?? null,
      () => null,
    ),
  };
}

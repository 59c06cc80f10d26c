import type { OwnSettings, PolicyState } from "@/lib/policy/policy";
import type { CollectorConfig, SessionInfo } from "@/lib/protocol/collector-config";

/** What every screen of the app needs to know first. */
export interface AppState {
  policy: PolicyState;
  /** null for people who are not reviewers here. */
  session: SessionInfo | null;
  /** Why the reviewer's token does not work, where it does not. */
  sessionProblem: SessionProblem | null;
  name: string | null;
  /** What this person wants to be told. */
  notify: Notify;
  /** What this person said as a reviewer, and what waits for their word since their role is gone. */
  setAside: number;
  orgName: string | null;
  /** What the collector says of how long it keeps things, and of itself; null where it is not known (yet). */
  collectorSays: Pick<CollectorConfig, "retention" | "privacyText"> | null;
  /** The collector says that all that is in it was made up. */
  sample: boolean;
  sync: SyncState;
  /** Origins on which the person has hidden the button. */
  hiddenOn: string[];
  /** The person's own settings (`policy.own`) as they typed them, refused items too; null where there are none. */
  own: OwnSettings | null;
}

/**
 * `unauthorized`: the collector does not take the token, or the role is gone. `unreachable`: what was known last counts.
 * Of who signs in also: `signedOut`, by time alone; `noRole`, known to the company and no reviewer.
 */
export type SessionProblem = "unauthorized" | "unreachable" | "signedOut" | "noRole";

/** Of which things a notification tells; policy may switch them off for all. */
export interface Notify {
  answers: boolean;
  cannotWork: boolean;
}

export interface SyncState {
  /** Items that wait, leased ones included. */
  waiting: number;
  /** Why they wait, in the order of what can be done about it. */
  reason: SyncReason | null;
}

export type SyncReason = "no-endpoint" | "offline" | "captive" | "auth" | "config" | "busy";

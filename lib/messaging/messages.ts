import type { NoPicture, Shot } from "@/lib/capture/picture/shot";
import type { Draft, ItemProblem } from "@/lib/database/rows";
import type { AskHere, KnownHere, KnownItem } from "@/lib/known/known-item";
import type { LikelyReport } from "@/lib/inbox/likely";
import type { Burden, MinutesNow } from "@/lib/protocol/burden";
import type { MonthSaid, SaidOfMany, SummarySaid, TriageSaid } from "@/lib/outbox/reviews";
import type { AskedNow } from "@/lib/outbox/verdicts";
import type { PageContext } from "@/lib/protocol/context";
import type { Check, HelpedAnswer, Kind, Status } from "@/lib/protocol/event";
import type { CaptureRules, Identity, OwnSettings, PolicyState } from "@/lib/policy/policy";
import type { CollectorCheck } from "@/lib/sync/check-collector";
import type { SignInOutcome } from "@/lib/sync/sign-in/came-back";
import type { AppState, Notify } from "./app-state";

/**
 * Every message that is sent to the background: its name, what goes in and what comes out. The server half
 * (`server.ts`) checks who sent it and its shape; the client half (`client.ts`) is thin enough for a page.
 */
interface Messages {
  // From the launcher (a content script of a site that policy names).
  /** Whether the sender's page has the button. Asked only where the browser's patterns name more pages than the policy. */
  "launcher.asks": (input: null) => { mayStand: boolean; corner: Corner | null };
  /**
   * Trusted hover or focus: the launcher has made a panel with this nonce, good for one use in the sender's tab. Has the
   * second script (drag, menu, hiding) injected.
   */
  "launcher.warm": (input: { nonce: string }) => null;
  /**
   * Trusted click: the panel may now have context and draft. `shown` is false where it cannot come
   * up (a sandboxed page) or did not in time: the popup has the form then.
   */
  "launcher.open": (input: null) => { shown: boolean };
  "launcher.hide": (input: { until: "tomorrow" | "always" }) => null;
  "launcher.move": (input: { corner: Corner }) => null;

  // From the picker (a content script, injected because a panel asked).
  "picker.picked": (input: { element: PointedElement }) => null;
  /** The person left without choosing, or the page went on. */
  "picker.left": (input: null) => null;

  // From the panel (an extension page in a frame of the tab, in the popup, or in a tab).
  "panel.hello": (input: { nonce: string }) => PanelHello;
  /** What a panel may know whose hello came after the click; rejects before the click. */
  "panel.read": (input: { session: string }) => PanelOpened;
  /** Rejects where there is no such panel (any more). `kept` is false where it could not be stored just now. */
  "panel.draft": (input: { session: string; draft: Draft }) => { kept: boolean };
  /** Asks the launcher to fold the panel; the draft is kept. */
  "panel.close": (input: { session: string; nonce: string }) => null;
  /** The panel's height has become this many CSS pixels; its width, unless it is the usual one. */
  "panel.resize": (input: { session: string; heightPx: number; widthPx?: number }) => null;
  /** "Point at it": hides the panel and lets the person choose in the page; `panel.pointed` follows. */
  "panel.point": (input: { session: string }) => { started: boolean };
  /** "Add a picture of the page": hides the panel for two frames and takes it. `element` is what was pointed at. */
  "panel.picture": (input: { session: string; element: PointedElement | null }) => PictureTaken;
  /** Known annoyances of this site that these words are likely about; `path` as the context has it. Three at most. */
  "panel.alike": (input: { session: string; words: string; lang: string; path: string | null }) => KnownItem[];
  /** "Show what will be sent": the very event, as it would be queued now. Nothing is stored. */
  "report.preview": (input: { session: string; form: ReportForm }) => { body: string };
  /** `shown`: the event that the person has looked at, where it is of this very form; another one is refused. */
  "report.create": (input: { session: string; form: ReportForm; shown: string | null }) => Created | Refused;
  /** The two quick questions after sending, or a change of mind later. */
  "report.burden": (input: { reportId: string; burden: Burden }) => Saved;

  // From the launcher's menu, and from the form.
  /** Opens the sheet that says what is collected and what is not, in a tab. */
  "sheet.show": (input: null) => null;

  // From the popup or its tab.
  /** A form session without a tab's launcher: with that tab's page context, or without any. */
  "popup.form": (input: { tabId: number | null }) => { url: string };
  "popup.state": (input: null) => AppState;
  /** The popup is open: pull now (at most every 5 s), and for reviewers keep pulling while the port stays open. */
  "popup.refresh": (input: null) => null;
  "mine.seen": (input: { reportId: string }) => null;
  "mine.comment": (input: { reportId: string; text: string; lang: string }) => Saved;
  /** Of one's own report, or of one that one joined; from the popup and from the form on the same page. */
  "mine.helped": (input: HelpedInput) => Saved;
  /** "Did this help?" was put before the person. */
  "mine.asked": (input: AskedNow) => null;
  /** A refused report, changed by the person, queued anew as a new report; the refused one leaves the list. */
  "mine.resend": (input: { reportId: string; words: string }) => Created | Refused;
  /** Deletes a report that never left this computer; false for one that may have. */
  "mine.discard": (input: { reportId: string }) => { discarded: boolean };
  /**
   * "deleted": nothing of it is left anywhere. "asked": the collector will be asked to erase it; nothing of it is shown
   * any more. "unknown": there is no such report of this person.
   */
  "mine.takeBack": (input: { reportId: string }) => { became: "deleted" | "asked" | "tooLate" | "unknown" };
  /** false where it is too late for that. */
  "mine.undoTakeBack": (input: { reportId: string }) => { undone: boolean };
  /** Takes a report that was taken back out of the list. */
  "mine.putAway": (input: { reportId: string }) => null;
  /** `ok` is false for what is the person's own. */
  "metoo.set": (input: { reportId: string; on: boolean; burden?: Burden }) => Saved;
  "review.answer": (input: AnswerInput) => Saved;
  /** Reports that are likely the same as this one; with words to search for those that have them. Eight at most. */
  "review.alike": (input: { reportId: string; search: string }) => LikelyReport[];
  /** The same as another report, or not after all. */
  "review.link": (input: { reportId: string; into: string | null }) => Undoable;
  /** For colleagues only. */
  "review.note": (input: { reportId: string; text: string; lang: string }) => Saved;
  /** Who looks after it, its labels, what other systems call it; each that is given takes the place of the one before. */
  "review.triage": (input: TriageSaid) => Saved;
  /** What everybody reads of it as a known annoyance; with a title of null, nobody any more. */
  "review.publish": (input: SummarySaid) => Undoable;
  "review.share": (input: MonthSaid) => Undoable;
  /** One thing of many reports; `eventIds` (of what was saved) undo it while none of it has left. */
  "review.all": (input: { said: SaidOfMany[] }) => { eventIds: string[] };
  /** false where some of it has left already: then all of it stays. */
  "review.undo": (input: { eventIds: string[] }) => { undone: boolean };
  /** The report is open now: the collector keeps a trail of who reads what has a name on it. */
  "review.opened": (input: { reportId: string }) => null;
  "review.read": (input: { reportId: string }) => null;
  /** The bytes of a picture that a report of the Inbox names; asked of the collector each time. */
  "review.picture": (input: { reportId: string; sha256: string }) => ReviewPicture;
  /** Opens the report's page in a new tab, or what is left of its address, and highlights what was pointed at. */
  "review.openPage": (input: { reportId: string }) => { opened: boolean };
  /** What was set aside when a role was lost: to be sent now (by a reviewer), or to be deleted. */
  "review.setAside": (input: { send: boolean }) => null;
  "launcher.show": (input: { origin: string }) => null;

  /** Where reviewers sign in (policy `reviewers.signIn`): opens the browser's window for it, and waits for its end. */
  "session.signIn": (input: null) => { outcome: SignInOutcome };
  /** What the reviewer has copied goes, and what was not sent is set aside. */
  "session.signOut": (input: null) => null;

  // From the options page; the name from the panel too.
  /** Whether this person is told that IT has answered, and this reviewer of people who cannot work. */
  "settings.notify": (input: { what: keyof Notify; on: boolean }) => null;
  /** Asks the collector who it is, now. */
  "settings.check": (input: null) => CollectorCheck;
  "settings.save": (input: OwnSettings) => { policy: PolicyState };
  /** Gives the name as it is kept; null where there is none, so that reports go without. */
  "settings.name": (input: { name: string }) => { name: string | null };
}

export type MessageName = keyof Messages;
export type Input<N extends MessageName> = Parameters<Messages[N]>[0];
export type Output<N extends MessageName> = ReturnType<Messages[N]>;

export type Corner = "bottom-right" | "bottom-left" | "top-right" | "top-left";

/** The element that the person pointed at, as a report carries it. */
export type PointedElement = NonNullable<PageContext["element"]>;

interface PanelHello {
  session: string;
  /** false for a warmed panel that nobody has clicked yet; `panel.opened` follows then. */
  isOpen: boolean;
}

export interface PanelOpened {
  /** Policy's name of the site, or null for the form without a page. */
  siteName: string | null;
  context: PageContext | null;
  /** The page's address without query and fragment, for "Add the exact address of this page". */
  exactPath: string | null;
  draft: Draft | null;
  /** The person's name as IT would see it; null means that reports go without a name, where policy lets them. */
  name: string | null;
  /** What the organisation says of names and of pictures, and which words it wants to be marked. */
  identity: Identity;
  picture: CaptureRules["picture"];
  patterns: string[];
  /** What IT has published for this page and site. */
  known: KnownHere;
  /** A fix of this page of which the person has not said yet whether it helped, or is still good. */
  ask: AskHere | null;
  /** false where no endpoint is configured: reports are kept here. */
  hasEndpoint: boolean;
  /** Nothing of what is said stays on this computer. */
  isShared: boolean;
  /** The organisation is made up. */
  isSample: boolean;
}

export interface ReportForm {
  words: string;
  lang: string;
  goal: string;
  kind: Kind | null;
  burden: Burden;
  /** What the person left in of what was shown; null without a page. */
  context: PageContext | null;
  anonymous: boolean;
  /** The name that the form shows to go with it; null where it goes without, or none is known yet. */
  name: string | null;
  picture: Picture | null;
}

/** A picture of the page as the person has seen and left it: black where it was blacked out, without metadata. */
export interface Picture {
  /** The WebP file, at most 2 MiB when decoded; messages are JSON, which knows no bytes. */
  base64: string;
  type: "image/webp";
  /** Pixels of the file. */
  w: number;
  h: number;
}

/** A picture that was just taken, or why there is none. It is kept in memory only, and only by the panel. */
export type PictureTaken = { ok: true; shot: Shot } | { ok: false; reason: NoPicture };

export interface Created {
  ok: true;
  reportId: string;
  /** Set where the report was stored without its picture: 64 MiB of pictures wait here already. */
  withoutPicture?: true;
}

/** Nothing was stored; `reason` says why. */
export interface Refused {
  ok: false;
  /**
   * Of the picture: "picture-broken" is no WebP file, "picture-large" has more than 2 MiB. Of the policy: "name-needed"
   * takes no report without a name, "picture-off" none with a picture.
   */
  reason:
    | "empty"
    | "too-long"
    | "full"
    | "storage"
    | "changed"
    | "gone"
    | "picture-broken"
    | "picture-large"
    | "name-needed"
    | "picture-off";
}

interface Saved {
  ok: boolean;
}

interface HelpedInput {
  reportId: string;
  answer: HelpedAnswer;
  forEvent: string;
  /** The first time where it is missing. */
  check?: Check;
  minutesNow?: MinutesNow;
  text?: string;
}

/** `eventId` undoes it while it has not left. */
type Undoable = { ok: true; eventId: string } | { ok: false };

interface AnswerInput {
  reportId: string;
  /** null leaves the status as it is. */
  status: Status | null;
  /** The status event that the reviewer saw. */
  basedOn: string | null;
  text: string;
  lang: string;
  /** Of a `declined`: the day on which IT looks again, `YYYY-MM-DD`. */
  lookAgain?: string | undefined;
}

type ReviewPicture =
  | { ok: true; base64: string; type: "image/webp" | "image/jpeg" | "image/png" }
  /** "gone": the collector does not have it (any more); "away": no usable answer just now. */
  | { ok: false; reason: "gone" | "away" };

/** What the background says unasked. `report.delivery`, `name.changed` and those of the panel go to extension pages, the rest to a tab. */
export interface Pushes {
  "panel.opened": { session: string; opened: PanelOpened };
  /** null where the person left without choosing. */
  "panel.pointed": { session: string; element: PointedElement | null };
  /** The person's name has changed, wherever that was said. */
  "name.changed": { name: string | null };
  /** Other settings are in force, or what follows from them is known by now: `popup.state` has both. */
  "policy.changed": null;
  "report.delivery": { reportId: string; delivery: Delivery };
  /** Only the panel that was made with this nonce: another may have come up since. */
  "launcher.fold": { nonce: string };
  /** CSS lengths; "" for the usual width. */
  "launcher.size": { height: string; width: string };
}
export type PushName = keyof Pushes;

/** How far a report has come: here, acknowledged, or refused. */
export type Delivery =
  | { state: "saved" }
  | { state: "received" }
  | { state: "refused"; problem: ItemProblem | null }
  | { state: "parked" };

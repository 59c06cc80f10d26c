import type { MessageName } from "./messages";

/** From where a message may come: a content script, the panel's page (in whatever frame), or another page of ours. */
export type SenderKind = "content" | "panel" | "app";

/** Who sent a message, as far as the browser vouches for it. */
export interface Sender {
  kind: SenderKind;
  tabId: number | null;
  frameId: number | null;
  /** One document of one frame; null in Firefox, which does not tell. */
  documentId: string | null;
  /** The sender's address: for a content script the page's. */
  url: string;
  /** Set where the page's origin is opaque (CSP `sandbox`): what is pushed does not reach our frames in it. */
  isOpaque?: true;
}

/** What the browser says of a sender (the part of `runtime.MessageSender` that counts here). */
export interface RawSender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  tab?: { id?: number | undefined } | undefined;
}

const LAUNCHER = ["content"] as const;
const PANEL = ["panel"] as const;
const APP = ["app"] as const;
const LAUNCHER_OR_PANEL = ["content", "panel"] as const;
const PANEL_OR_APP = ["panel", "app"] as const;

/** Who may send what. A captured page process speaks as a content script: it gets nothing but the launcher's. */
export const MAY_SEND: Record<MessageName, readonly SenderKind[]> = {
  "launcher.asks": LAUNCHER,
  "launcher.warm": LAUNCHER,
  "launcher.open": LAUNCHER,
  "launcher.hide": LAUNCHER,
  "launcher.move": LAUNCHER,
  "picker.picked": LAUNCHER,
  "picker.left": LAUNCHER,
  "panel.hello": PANEL,
  "panel.read": PANEL,
  "panel.draft": PANEL,
  "panel.close": PANEL,
  "panel.resize": PANEL,
  "panel.point": PANEL,
  "panel.picture": PANEL,
  "panel.alike": PANEL,
  "report.preview": PANEL,
  "report.create": PANEL,
  "report.burden": PANEL_OR_APP,
  "sheet.show": LAUNCHER_OR_PANEL,
  "popup.form": APP,
  "popup.state": APP,
  "popup.refresh": APP,
  "session.signIn": APP,
  "session.signOut": APP,
  "mine.seen": APP,
  "mine.comment": APP,
  "mine.helped": PANEL_OR_APP,
  "mine.asked": PANEL_OR_APP,
  "mine.resend": APP,
  "mine.discard": PANEL,
  "mine.takeBack": APP,
  "mine.undoTakeBack": APP,
  "mine.putAway": APP,
  "metoo.set": PANEL_OR_APP,
  "review.answer": APP,
  "review.alike": APP,
  "review.link": APP,
  "review.publish": APP,
  "review.share": APP,
  "review.note": APP,
  "review.triage": APP,
  "review.all": APP,
  "review.undo": APP,
  "review.opened": APP,
  "review.read": APP,
  "review.picture": APP,
  "review.openPage": APP,
  "review.setAside": APP,
  "launcher.show": APP,
  "settings.check": APP,
  "settings.save": APP,
  "settings.notify": APP,
  "settings.name": PANEL_OR_APP,
};

/**
 * Reads the sender, or null for one that is not ours. A page of ours is known by its scheme and path alone: with
 * `use_dynamic_url` the host of the panel's address is not the extension's id. A content script must be in the top frame.
 */
export function readSender(raw: RawSender, ownId: string): Sender | null {
  if (raw.id !== ownId || raw.url === undefined || !URL.canParse(raw.url)) return null;
  const url = new URL(raw.url);
  const tabId = raw.tab?.id ?? null;
  const rest = { tabId, frameId: raw.frameId ?? null, documentId: raw.documentId ?? null, url: raw.url };
  if (/^(chrome|moz|safari-web)-extension:$/.test(url.protocol)) {
    return { kind: url.pathname === "/panel.html" ? "panel" : "app", ...rest };
  }
  const opaque = raw.origin === "null" ? { isOpaque: true as const } : {};
  return tabId !== null && raw.frameId === 0 ? { kind: "content", ...rest, ...opaque } : null;
}

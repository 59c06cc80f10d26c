import type { Corner } from "@/lib/messaging/messages";

/** What the launcher lets its second script (drag, menu, hiding) touch. Lives in the content script's own world. */
export interface LauncherHandle {
  /** false once the extension was updated or removed under the page. */
  alive(): boolean;
  remove(): void;
  /** Opens the panel without a click on the button; false where the page is inert and could not show it. */
  open(): boolean;
  root: ShadowRoot;
  button: HTMLButtonElement;
  /** Where the person wants the button. */
  corner: Corner;
  place(corner: Corner): void;
  /** Set while a drag ends and while the menu is there: a click then is not one that opens the panel. */
  busy: boolean;
}

declare global {
  // `var`, because that is what makes a property of globalThis.
  var earshot: LauncherHandle | undefined;
}

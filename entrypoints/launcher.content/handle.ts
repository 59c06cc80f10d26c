import type { Corner } from "@/lib/messaging/messages";

/** Whatever had the focus; a document or a window has no such function. */
export type Focusable = Partial<HTMLOrSVGElement>;

/** What the launcher lets its second script (drag, menu, hiding) and the background touch. Lives in the content script's own world. */
export interface LauncherHandle {
  /** false once the extension was updated or removed under the page. */
  alive(): boolean;
  remove(): void;
  /** Puts right what the page did to it: gone with the extension (then false), back where it was taken away. */
  again(): boolean;
  /** Into a modal dialog or what is in full screen; without one, back to the page's root. */
  hangIn(home?: Element): void;
  /** Opens the panel, or gives it the keyboard; `from` gets the focus back. */
  open(from: Focusable | null): Promise<void>;
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
  /** Where policy wants the button on this site; set by the script in `public/corners`. */
  var earshotCorner: Corner | undefined;
}

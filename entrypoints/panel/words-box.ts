/** What React does to the textbox that stands outside of it: small writes, never a new box. */
export function writeBox(box: HTMLTextAreaElement, text: string): void {
  box.value = text;
  box.setSelectionRange(text.length, text.length);
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * A frame that was focused while it loaded holds the page's focus and has none itself (Chromium 156), and a page that
 * holds on to the focus has pulled it back. Taken from in here, the page hears of no focus that it could pull.
 */
export function takeKeyboard(box: HTMLTextAreaElement): void {
  if (!document.hasFocus()) box.focus({ preventScroll: true });
}

export function invite(box: HTMLTextAreaElement, placeholder: string): void {
  box.placeholder = placeholder;
}

export function showAsk(ask: HTMLElement, isShown: boolean): void {
  ask.hidden = !isShown;
}

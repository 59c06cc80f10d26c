/** What React does to the textbox that stands outside of it: small writes, never a new box. */
export function writeBox(box: HTMLTextAreaElement, text: string): void {
  box.value = text;
  box.setSelectionRange(text.length, text.length);
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

export function invite(box: HTMLTextAreaElement, placeholder: string): void {
  box.placeholder = placeholder;
}

export function showAsk(ask: HTMLElement, isShown: boolean): void {
  ask.hidden = !isShown;
}

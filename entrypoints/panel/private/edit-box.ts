/**
 * Puts `text` in place of [start, end) as if the person had typed it, so that the browser's own undo takes it back.
 * The caret stays where it stood in the words. Gives the keyboard to the box.
 */
export function replaceIn(box: HTMLTextAreaElement, start: number, end: number, text: string): void {
  const shift = text.length - (end - start);
  const moved = (at: number) => (at >= end ? at + shift : Math.min(at, start + text.length));
  const caret = [moved(box.selectionStart), moved(box.selectionEnd)] as const;
  box.focus({ preventScroll: true });
  box.setSelectionRange(start, end);
  // Old, and the only way into the undo list of a textbox.
  if (!document.execCommand("insertText", false, text)) {
    box.setRangeText(text, start, end, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  box.setSelectionRange(...caret);
}

import type { KeyboardEvent } from "react";

/** Ctrl+Enter, or Command+Enter on a Mac; a key that is held down sends once. */
export function isSendKey({ key, ctrlKey, metaKey, repeat }: KeyboardEvent): boolean {
  return key === "Enter" && (ctrlKey || metaKey) && !repeat;
}

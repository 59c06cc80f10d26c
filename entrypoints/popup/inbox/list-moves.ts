/** What a key does to the Inbox; `SHORTCUTS` is what people read of it. */
export type InboxKey = "down" | "up" | "back" | "choose" | "heard" | "answer" | "status" | "same" | "search" | "help";

/** Each single key, in the order in which they are explained. */
export const SHORTCUTS: readonly { keys: readonly string[]; does: InboxKey | "open" }[] = [
  { keys: ["j", "↓"], does: "down" },
  { keys: ["k", "↑"], does: "up" },
  { keys: ["Enter"], does: "open" },
  { keys: ["Esc"], does: "back" },
  { keys: ["x"], does: "choose" },
  { keys: ["e"], does: "heard" },
  { keys: ["r"], does: "answer" },
  { keys: ["s"], does: "status" },
  { keys: ["m"], does: "same" },
  { keys: ["/"], does: "search" },
  { keys: ["?"], does: "help" },
];

const LETTERS: Record<string, InboxKey> = {
  j: "down",
  k: "up",
  x: "choose",
  e: "heard",
  r: "answer",
  s: "status",
  m: "same",
  "/": "search",
  "?": "help",
};

export interface KeyPlace {
  /** The focus is in the list: arrows scroll everywhere else. */
  inList: boolean;
  /** The focus is where letters are typed, or chosen by. */
  isTyping: boolean;
  /** Whether the reviewer wants single letters to do things. */
  hasLetters: boolean;
}

export function inboxKeyOf(key: string, { inList, isTyping, hasLetters }: KeyPlace): InboxKey | null {
  if (key === "Escape") return "back";
  if (isTyping) return null;
  if (inList && key === "ArrowDown") return "down";
  if (inList && key === "ArrowUp") return "up";
  return hasLetters && Object.hasOwn(LETTERS, key) ? (LETTERS[key] ?? null) : null;
}

/** The row to go to; from nowhere the first. -1 where there is none. */
export function nextRow(current: number, count: number, move: "down" | "up"): number {
  if (current < 0) return Math.min(0, count - 1);
  return Math.min(count - 1, Math.max(0, current + (move === "down" ? 1 : -1)));
}

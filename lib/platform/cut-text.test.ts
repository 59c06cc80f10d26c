import fc from "fast-check";
import { expect, test } from "vitest";
import { cutText } from "./cut-text";

test.each([
  ["short", 10, "short"],
  ["a long word", 6, "a long…"],
  ["ab👍🏽cd", 4, "ab…"],
  ["ab👩‍👩‍👧‍👦cd", 7, "ab…"],
  ["cafe\u0301 con leche", 4, "caf…"],
  ["🇧🇷🇩🇪🇯🇵", 6, "🇧🇷…"],
  ["नमस्ते दुनिया", 4, "नम…"],
])("%s at %i is %s", (text, max, cut) => {
  expect(cutText(text, max)).toBe(cut);
});

test("a heap of marks longer than the room is cut, and is still well formed", () => {
  const heap = `z${"\u0300".repeat(400)}`;
  expect(cutText(heap, 100)).toBe(`${heap.slice(0, 100)}…`);
  expect(cutText(`${"\u{1f469}\u200d".repeat(90)}x`, 100).isWellFormed()).toBe(true);
});

test("it is a beginning, within the length, and well formed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.integer({ min: 1, max: 50 }), (text, max) => {
      const cut = cutText(text, max);
      if (text.length <= max) return cut === text;
      return cut.endsWith("…") && text.startsWith(cut.slice(0, -1)) && cut.length <= max + 1 && cut.isWellFormed();
    }),
  );
});

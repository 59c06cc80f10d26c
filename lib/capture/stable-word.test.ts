import { expect, it } from "vitest";
import { isStableWord } from "./stable-word";

it.each([
  "invoice-table",
  "btnSave",
  "tc-tiddler-frame",
  "step-2",
  "approve_all",
  "HTMLView",
  "nav",
  "col6",
  "mainContent",
])("%s may be in a selector", (word) => expect(isStableWord(word)).toBe(true));

const MADE_UP = [
  ["css-1x2y3z", "sc-bdVaJa", "jss12", "Button_root__kGhTz", "styles_btn__x7Gh2", "_ngcontent-abc", "svelte-xyz"],
  ["radix-:r1:", "ember482", "customer-4711", "u1234567", "a8f3c2", "is-open", "active", "hover", "", "9lives"],
  ["x".repeat(41), "jane@corp", "ext-gen1024", "bcdfghjkl"],
];

it.each(MADE_UP.flat())("%s may not", (word) => {
  expect(isStableWord(word)).toBe(false);
});

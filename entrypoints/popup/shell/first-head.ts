import { text } from "@/lib/platform/text";

/** What the popup's parts are called, in their order. */
export function firstNames(isReviewers: boolean): string[] {
  const parts = isReviewers ? (["mine", "inbox", "impact", "news"] as const) : (["mine", "news"] as const);
  return parts.map((part) => text(`popup_tab_${part}`));
}

/**
 * The names where the tabs will stand, before React is there: the popup comes up with words in it, and what the browser
 * needs to draw its first letters it has when the rows come.
 */
export function drawFirstHead(isReviewers: boolean): void {
  const head = document.createElement("header");
  head.dataset["first"] = "";
  head.ariaHidden = "true";
  for (const name of firstNames(isReviewers)) {
    const word = document.createElement("span");
    word.textContent = name;
    head.append(word);
  }
  document.querySelector("#root")?.append(head);
}

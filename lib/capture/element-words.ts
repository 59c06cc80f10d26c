import type { ElementWords } from "./describe-element";
import { readPlaces } from "./place";

/** A text of the catalogue by its joined key, its places filled in. */
export type Say = (key: string, ...values: string[]) => string;

/** Roles that have a word of their own; the others share one, or are "a part of the page". */
const WITH_A_WORD = new Set(
  (
    "button link checkbox radio switch textbox searchbox combobox listbox slider spinbutton menuitem tab option " +
    "treeitem heading columnheader rowheader cell row listitem img table list paragraph dialog progressbar video frame"
  ).split(" "),
);
const SAME_WORD: Record<string, string> = {
  gridcell: "cell",
  menuitemcheckbox: "menuitem",
  menuitemradio: "menuitem",
  alertdialog: "dialog",
  grid: "table",
  treegrid: "table",
  figure: "img",
};

/** What was pointed at, as a person would say it: "button Approve, in the table Invoices". */
export function sayElement({ role, name, within }: ElementWords, say: Say): string {
  const word = SAME_WORD[role] ?? role;
  const what = say(`picker_role_${WITH_A_WORD.has(word) ? word : "other"}`);
  const named = name ? say("picker_named", what, name) : what;
  // From the inside out, as one says it.
  return readPlaces(within ?? "").reduceRight(
    (words, place) => (place.name ? say(`picker_in_${place.kind ?? "other"}`, words, place.name) : words),
    named,
  );
}

import { getRole } from "dom-accessibility-api";

const roles = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** What a person can work with. Only these and headings are called by name in a report. */
const CONTROLS = roles(
  "button link checkbox radio switch textbox searchbox combobox listbox slider spinbutton menuitem " +
    "menuitemcheckbox menuitemradio tab",
);
const HEADINGS = roles("heading columnheader");
/** Where records live: of these the role and the column are told, never what is in them. */
const RECORDS = roles("cell gridcell row rowheader listitem option treeitem");
const TABLES = roles("table grid treegrid");
const OTHERS = roles(
  "alert alertdialog application article banner complementary contentinfo definition dialog document " +
    "feed figure form frame generic group img list log main math menu menubar meter navigation note " +
    "paragraph progressbar radiogroup region rowgroup scrollbar search separator status tablist tabpanel " +
    "term timer toolbar tooltip tree video",
);
/** Where a person types or chooses; its text is a value. */
const VALUES = roles("textbox searchbox combobox listbox spinbutton slider progressbar meter scrollbar");

export const isControl = (role: string): boolean => CONTROLS.has(role);
export const isHeading = (role: string): boolean => HEADINGS.has(role);
export const isTable = (role: string): boolean => TABLES.has(role);
/** Controls and headings: a report may call them by name. */
export const mayBeNamed = (role: string): boolean => isControl(role) || isHeading(role);

/** Elements for which the library knows no role, by what they are to a person. */
const BY_TAG: Record<string, string> = {
  p: "paragraph",
  canvas: "img",
  svg: "img",
  picture: "img",
  video: "video",
  audio: "video",
  iframe: "frame",
  frame: "frame",
  object: "frame",
  embed: "frame",
  legend: "generic",
  search: "search",
};
/** Inputs without a role of their own that are buttons to a person; the other kinds are fields. */
const BUTTON_INPUTS = /^(file|color)$/;

/** The element's ARIA role; one that we do not know is `generic`, so that a page cannot put words in here. */
export function roleOf(element: Element): string {
  const { localName } = element;
  if (localName === "input") {
    const { type } = element as HTMLInputElement;
    if (type === "hidden") return "generic";
    if (!element.hasAttribute("role"))
      return known(getRole(element)) ?? (BUTTON_INPUTS.test(type) ? "button" : "textbox");
  }
  if (localName === "th" && !element.hasAttribute("role")) return isRowHeader(element) ? "rowheader" : "columnheader";
  // Several roles are a wish list; the first that is known counts.
  const wished = element
    .getAttribute("role")
    ?.slice(0, 200)
    .toLowerCase()
    .split(/\s+/)
    .find((role) => isKnown(role));
  return wished ?? known(BY_TAG[localName] ?? implicit(element)) ?? "generic";
}

function implicit(element: Element): string | null {
  const role = getRole(element);
  return role ?? (isEditable(element) ? "textbox" : null);
}

function known(role: string | null | undefined): string | undefined {
  return role && isKnown(role) ? role : undefined;
}

function isKnown(role: string): boolean {
  return CONTROLS.has(role) || HEADINGS.has(role) || RECORDS.has(role) || TABLES.has(role) || OTHERS.has(role);
}

/** A `th` beside data cells heads its row, unless it says otherwise. */
function isRowHeader(th: Element): boolean {
  const scope = th.getAttribute("scope");
  if (scope) return /^row/i.test(scope);
  return th.closest("thead") === null && th.parentElement?.querySelector(":scope > td") != null;
}

function isEditable(element: Element): boolean {
  const value = element.getAttribute("contenteditable");
  return value !== null && value.toLowerCase() !== "false";
}

/** Whether its text is something that a person typed or chose: never read. */
export function holdsValue(element: Element): boolean {
  switch (element.localName) {
    case "select":
    case "textarea":
    case "datalist":
    case "option":
    case "output":
      return true;
    case "input":
      return !/^(submit|button|reset|image)$/.test((element as HTMLInputElement).type);
    case "button":
      // A button that opens a list shows what was chosen from it.
      return element.getAttribute("aria-haspopup") === "listbox" || hasValueRole(element);
    default:
      return isEditable(element) || hasValueRole(element);
  }
}

function hasValueRole(element: Element): boolean {
  return element.hasAttribute("role") && VALUES.has(roleOf(element));
}

/** Whether the element is a record, or a part of one. Tables for layout alone are none. */
export function isRecord(element: Element): boolean {
  if (!RECORDS.has(roleOf(element))) return false;
  if (/^t[dhr]$/.test(element.localName) && !element.hasAttribute("role")) {
    const table = element.closest("table");
    return table !== null && isDataTable(table);
  }
  // An entry of a menu is no record of anybody.
  return element.localName !== "li" || element.closest("nav,[role=navigation],[role=menu],[role=tablist]") === null;
}

function isDataTable(table: HTMLTableElement): boolean {
  const role = table.getAttribute("role");
  if (role !== null) return TABLES.has(role);
  return table.matches("[aria-label],[aria-labelledby],[summary]") || table.querySelector("th,caption,thead") !== null;
}

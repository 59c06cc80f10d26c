import { IDS, isCard, PHONE, PHONE_IN_ONE_PIECE } from "./number-forms";
import type { PrivateKind, PrivateSpan } from "./private-span";
import { followsNumberSign, isAmount, namesAThing, standsAlone } from "./surroundings";

/**
 * Cards, telephones and persons' numbers that are all digits. The text is read as groups of digits; from each group on
 * the longest row of groups that has one of the forms of `number-forms.ts` is taken, and what stands around it has
 * its say. At most eight groups are read from each one: linear.
 */
const MOST_GROUPS = 8;
const MOST_DIGITS = 19;
const SEPARATOR = /^[ .\-/()]{1,3}$/;
const EXTENSION = / ?(?:x|ext\.?|ramal|dw) ?\d{1,6}(?!\d)/iy;

interface Group {
  start: number;
  end: number;
  /** One character for what stands before it, "" where that is more than a separator. */
  separator: string;
}

/** A row of groups in its canonical form. */
interface Row {
  form: string;
  digits: string;
  start: number;
  end: number;
  /** In the same rhythm before or after it: the row is a piece of something longer. */
  goesOn: boolean;
}

export function findNumbers(text: string, locale = ""): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  const groups = groupsOf(text);
  for (let first = 0; first < groups.length; first++) {
    const rows = rowsFrom(text, groups, first);
    for (let last = rows.length - 1; last >= 0; last--) {
      const row = rows[last];
      const kind = row && kindOf(text, row, locale);
      if (!kind) continue;
      EXTENSION.lastIndex = row.end;
      const extension = kind === "phone" ? (EXTENSION.exec(text)?.[0].length ?? 0) : 0;
      spans.push({ start: row.start, end: row.end + extension, kind });
      first += last;
      break;
    }
  }
  return spans;
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  const digits = /\d+/g;
  let end = 0;
  for (let match = digits.exec(text); match; match = digits.exec(text)) {
    const between = match.index - end < 4 ? text.slice(end, match.index) : "";
    const separator = SEPARATOR.test(between) ? (between.trim()[0] ?? "-") : "";
    end = digits.lastIndex;
    groups.push({ start: match.index, end, separator });
  }
  return groups;
}

/** The rows that begin with this group, the shorter ones first; the index of a row is that of its last group. */
function rowsFrom(text: string, groups: readonly Group[], first: number): Row[] {
  const rows: Row[] = [];
  const head = groups[first];
  if (!head || head.end - head.start > MOST_DIGITS) return rows;
  const lead = /\+ ?$|\($/.exec(text.slice(Math.max(0, head.start - 2), head.start))?.[0] ?? "";
  let form = "";
  let digits = "";
  for (let last = first; last < first + MOST_GROUPS; last++) {
    const group = groups[last];
    if (!group || (last > first && !group.separator)) break;
    const piece = text.slice(group.start, group.end);
    form += (last > first ? group.separator : "") + piece;
    digits += piece;
    if (digits.length > MOST_DIGITS) break;
    // A bracket counts where it holds the first group alone: "(030) 1234", not "(030 1234)".
    const opening = lead === "(" && (last === first || text[head.end] !== ")") ? "" : lead;
    const goesOn = last > first && !opening && isInRhythm(groups, first, last);
    rows.push({ form: opening.trim() + form, digits, start: head.start - opening.length, end: group.end, goesOn });
  }
  return rows;
}

function isInRhythm(groups: readonly Group[], first: number, last: number): boolean {
  const length = (index: number) => (groups[index]?.end ?? 0) - (groups[index]?.start ?? 0);
  const separator = (index: number) => groups[index]?.separator;
  const before = first > 0 && separator(first) !== "" && separator(first) === separator(first + 1);
  const after = separator(last + 1) === separator(last) && length(last + 1) === length(last);
  return after || (before && (length(first) === 3 || length(first) === length(first - 1)));
}

function kindOf(text: string, row: Row, locale: string): PrivateKind | null {
  const { form, digits, start, end } = row;
  if (digits.length < 8) return null;
  // The 14 of "14:30" and the 3 of "3,5" are not the row's own; letters make it a part of a name.
  if (/^(?:[a-wyz_%]|[:,]\d)/i.test(text.slice(end, end + 2))) return null;
  if (/[a-z]$|\d[.,]$/i.test(text.slice(Math.max(0, start - 2), start))) return null;
  const isBare = /^\d+$/.test(form);
  const isOwn = () =>
    standsAlone(text, start, end) &&
    !namesAThing(text, start) &&
    !isAmount(text, start, end) &&
    !(isBare && followsNumberSign(text, start));
  for (const id of IDS[digits.length] ?? []) {
    if (id.form.test(form) && id.valid(digits) && (!id.weak || (!row.goesOn && isOwn()))) return "person-id";
  }
  if (isCard(form, digits) && !(isBare && namesAThing(text, start))) return "card";
  const country = isBare && PHONE_IN_ONE_PIECE[countryOf(locale)];
  if (!PHONE.test(form) && !(country && country.test(form))) return null;
  if (form.startsWith("+")) return /[\w+)]/.test(text[start - 1] ?? "") ? null : "phone";
  return (row.goesOn && !form.startsWith("0")) || !isOwn() ? null : "phone";
}

/** Of a BCP 47 tag: its region, or its language where that is spoken in one such country. */
function countryOf(locale: string): string {
  return (/-([a-z]{2})\b/i.exec(locale)?.[1] ?? locale.slice(0, 2)).toUpperCase();
}

import { luhn } from "./check-digits";
import { CARD, CARD_FORM, IDS, PHONE } from "./number-forms";
import type { PrivateKind, PrivateSpan } from "./private-span";
import { followsNumberSign, isAmount, namesAThing, standsAlone } from "./surroundings";

/**
 * Cards, telephones and persons' numbers that are all digits. The text is read as rows of groups of digits; from each
 * group on, the longest piece of its row that has one of the forms of `number-forms.ts` is taken, and what stands
 * around it has its say. At most eight groups are read from each one: linear.
 */
const ROW = /[+(]? ?\d+(?:[ .\-/()]{1,3}\d+)*/g;
const MOST_GROUPS = 8;
const EXTENSION = / ?(?:x|ext\.?|ramal|dw) ?\d{1,6}(?!\d)/iy;
/** On `before|piece|after`: thousands, fours and pairs that go on in the same rhythm are a longer number. */
const GOES_ON = /\d\|([-.])\d{3}\1\d{3}|\d{4}\|-\d{4}-|[-.](?:\d\d\|[-.]\d\d|\d{3}\|[-.]\d{3}|\d{4}\|[-.]\d{4})(?!\d)/;
const IP_ADDRESS = /^(?!0)(?:(?:1?\d?\d|2[0-5]\d)(?:\.|$)){4}$/;
/** Plain digits are a telephone number only for a reader from a country that writes them so. */
const NINE_DIGITS = /^(?:ES|PT|PL)$/i;
const TEN_DIGITS = /^(?:US|CA|BR|IT|IN)$/i;

/** A row's groups of digits, each with one character for what stands before it (`-` for blanks). */
interface Row {
  groups: string[];
  /** Where each group's digits begin and end in the text. */
  places: [start: number, end: number][];
}

export function findNumbers(text: string, locale = ""): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  // Of a BCP 47 tag: the region, or the language where that is spoken in one such country.
  const country = /-([a-z]{2})\b/i.exec(locale)?.[1] ?? locale.slice(0, 2);
  for (const match of text.matchAll(ROW)) {
    const row = readRow(match[0], match.index);
    for (let first = 0; first < row.groups.length; first++) {
      for (let last = Math.min(row.groups.length, first + MOST_GROUPS) - 1; last >= first; last--) {
        const span = judge(text, row, first, last, country);
        if (!span) continue;
        spans.push(span);
        first = last;
      }
    }
  }
  return spans;
}

function readRow(text: string, offset: number): Row {
  const row: Row = { groups: [], places: [] };
  let done = 0;
  for (const { 0: digits, index } of text.matchAll(/\d+/g)) {
    row.groups.push((text.slice(done, index).trim()[0] ?? (done ? "-" : "")) + digits);
    done = index + digits.length;
    row.places.push([offset + index, offset + done]);
  }
  return row;
}

function judge(
  text: string,
  { groups, places }: Row,
  first: number,
  last: number,
  country: string,
): PrivateSpan | null {
  const piece = groups.slice(first, last + 1).join("");
  const digits = piece.replace(/\D/g, "");
  if (digits.length < 8 || digits.length > 19 || /^(.)\1*$/.test(digits)) return null;
  // A bracket counts where it holds the first group alone: "(030) 1234", not "(030 1234)".
  const form = piece.replace(/^(?:[-./)]|\((?!\d+\)\d))/, "");
  const isBare = form === digits;
  let start = places[first]?.[0] ?? 0;
  if (/^\D/.test(form)) start = text.lastIndexOf(form.charAt(0), start);
  let end = places[last]?.[1] ?? 0;

  // Letters make it a part of a name; the 14 of "14:30" and the 3 of "3,5" are not its own.
  if (/[a-z]$|\d\.$/i.test(text.slice(Math.max(0, start - 2), start))) return null;
  if (/^[a-wyz_%]|^[:,]\d/i.test(text.slice(end, end + 2)) || IP_ADDRESS.test(form)) return null;
  const goesOn = GOES_ON.test([groups[first - 1], piece, groups[last + 1]].join("|")) && form[0] !== "0";
  const isOwn =
    !goesOn &&
    standsAlone(text, start, end) &&
    !namesAThing(text, start) &&
    !isAmount(text, start, end) &&
    !(isBare && followsNumberSign(text, start));

  let kind: PrivateKind | null = null;
  if (IDS[digits.length]?.some(([shape, valid, isWeak]) => shape.test(form) && valid(digits) && (isOwn || !isWeak))) {
    kind = "person-id";
  } else if (CARD_FORM.test(form) && CARD.test(digits) && luhn(digits)) {
    kind = isBare && namesAThing(text, start) ? null : "card";
  } else if (
    PHONE.test(form) ||
    (isBare && (digits.length < 10 ? NINE_DIGITS : TEN_DIGITS).test(country) && digits.length < 11)
  ) {
    if (form[0] === "+" ? !/[\w+)]/.test(text[start - 1] ?? "") : isOwn) kind = "phone";
    EXTENSION.lastIndex = end;
    end += EXTENSION.exec(text)?.[0].length ?? 0;
  }
  return kind && { start, end, kind };
}

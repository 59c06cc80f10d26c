import { luhn } from "./check-digits";
import { CARD, CARD_FORM, IDS, PHONE } from "./number-forms";
import { collect, type PrivateKind, type PrivateSpan } from "./private-span";
import { followsNumberSign, hasUnit, isSegment, namesAThing, standsAlone } from "./surroundings";

/**
 * Cards, telephones and persons' numbers that are all digits. The text is read as rows of groups of digits; from each
 * group on, the longest piece of its row that has one of the forms of `number-forms.ts` is taken, and what stands
 * around it has its say. At most seven groups are read from each one: linear.
 */
const ROW = /[+(]? ?\d+(?:[ .\-/()]{1,3}\d+)*/g;
const MOST_GROUPS = 7;
const EXTENSION = / ?(?:x|ext\.?) ?\d{1,6}(?!\d)/iy;
/** On `before|piece|after`: thousands and fours that go on in the same rhythm are a longer number. */
const GOES_ON = /\d\|([-.])[1-9]\d\d\1\d{3}|\d{4}\|-[1-9]\d{3}-|[-.](?:\d{3}\|[-.]\d{3}|\d{4}\|[-.]\d{4})$/;
/** BR: a place for the long-distance carrier's digits, as printed on cards and letterheads: (0xx11) 91262-9827 */
const WITH_CARRIER = /\(?(?<![a-z\d])0[ -]?(?:xx|\*\*)[ -]?[1-9]\d\)?[ .-]{0,2}9?\d{4}[ .-]?\d{4}(?!\w)/gi;
const IP_ADDRESS = /^(?!0)(?:(?:1?\d?\d|2[0-5]\d)(?:\.|$)){4}$/;
/** Nine or ten plain digits are a telephone number only for a reader from a country that writes them so. */
const PLAIN_DIGITS = /^[2-9]\d{8,9}$/;
const COUNTRIES = /^(?:US|CA|BR|ES|PT|PL|IT|IN)$/i;

export function findNumbers(text: string, locale = ""): PrivateSpan[] {
  const spans = collect(text, WITH_CARRIER, "phone");
  // Of a BCP 47 tag: the region, or the language where that is spoken in one such country.
  const country = /-([a-z]{2})\b/i.exec(locale)?.[1] ?? locale.slice(0, 2);
  for (const { 0: row, index: offset } of text.matchAll(ROW)) {
    // Each group with one character for what stands before it (`-` for blanks), and where its digits end in the text.
    const groups: string[] = [];
    const ends: number[] = [];
    let done = 0;
    for (const { 0: digits, index } of row.matchAll(/\d+/g)) {
      groups.push((row.slice(done, index).trim()[0] ?? (done ? "-" : "")) + digits);
      done = index + digits.length;
      ends.push(offset + done);
    }
    for (let first = 0; first < groups.length; first++) {
      for (let last = Math.min(groups.length, first + MOST_GROUPS) - 1; last >= first; last--) {
        const span = judge(text, groups, first, last, ends[first] ?? 0, ends[last] ?? 0, country);
        if (!span) continue;
        spans.push(span);
        first = last;
      }
    }
  }
  return spans;
}

function judge(
  text: string,
  groups: readonly string[],
  first: number,
  last: number,
  headEnd: number,
  tailEnd: number,
  country: string,
): PrivateSpan | null {
  // Cheap first: most pieces are too short or too long.
  if (tailEnd - headEnd > 45) return null;
  const piece = groups.slice(first, last + 1).join("");
  if (piece.length < 8 || piece.length > 30) return null;
  // A bracket counts where it holds the first group alone: "(030) 1234", not "(030 1234)".
  const form = piece.replace(/^(?:[-./)]|\((?!\d+\)\d))/, "");
  const digits = form.replace(/\D/g, "");
  if (digits.length < 8) return null;
  const isBare = form === digits;
  const ids = IDS[digits.length]?.filter(([shape, valid]) => shape.test(form) && valid(digits)) ?? [];
  const isCard = CARD_FORM.test(form) && CARD.test(digits) && luhn(digits);
  const isPhone = PHONE.test(form) || (PLAIN_DIGITS.test(form) && COUNTRIES.test(country));
  if (!(ids.length > 0 || isCard || isPhone) || /^(.)\1*$/.test(digits) || IP_ADDRESS.test(form)) return null;

  const lead = /^\D/.exec(form)?.[0] ?? "";
  const digitsStart = headEnd - (groups[first] ?? "").replace(/^\D/, "").length;
  const start = lead ? text.lastIndexOf(lead, digitsStart) : digitsStart;
  // Letters make it a part of a name; the 14 of "14:30" and the 3 of "3,5" are not its own.
  if (/[a-z]$|\d\.$/i.test(text.slice(Math.max(0, start - 2), start))) return null;
  if (/^[a-wyz_%]|^[:,]\d/i.test(text.slice(tailEnd, tailEnd + 2))) return null;
  const isThing = namesAThing(text, start);
  const isOwn =
    !isThing &&
    !GOES_ON.test([groups[first - 1], piece, groups[last + 1]].join("|")) &&
    (standsAlone(text, start, tailEnd) || (!isBare && ids.length > 0 && isSegment(text, start, tailEnd))) &&
    !hasUnit(text, tailEnd) &&
    !(isBare && followsNumberSign(text, start));

  let kind: PrivateKind | undefined;
  let end = tailEnd;
  if (ids.some(([, , isWeak]) => isOwn || !isWeak)) kind = "person-id";
  else if (isCard && !(isBare && isThing)) kind = "card";
  else if (isPhone && (lead === "+" ? !/[\w+)]/.test(text[start - 1] ?? "") : isOwn)) {
    kind = "phone";
    EXTENSION.lastIndex = end;
    end += EXTENSION.exec(text)?.[0].length ?? 0;
  }
  return kind ? { start, end, kind } : null;
}

import { luhn } from "./check-digits";
import { CARD, CARD_FORM, IDS, PHONE, PHONE_IN_ONE_PIECE } from "./number-forms";
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
/** On `before<piece>after`: thousands, fours and pairs that go on in the same rhythm are a longer number. */
const GOES_ON = /\d([-.])<\d{3}\1\d{3}|\d{4}-<\d{4}-|[-.](?:\d\d>[-.]\d\d|\d{3}>[-.]\d{3}|\d{4}>[-.]\d{4})(?!\d)/;

/** A group's place in the text, and in its row's canonical form. */
interface Group {
  start: number;
  end: number;
  from: number;
  to: number;
}

export function findNumbers(text: string, locale = ""): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  // Of a BCP 47 tag: the region, or the language where that is spoken in one such country.
  const country = /-([a-z]{2})\b/i.exec(locale)?.[1] ?? locale.slice(0, 2);
  const inOnePiece = PHONE_IN_ONE_PIECE[country.toUpperCase()];
  for (const match of text.matchAll(ROW)) {
    const { form, groups } = readRow(match[0], match.index);
    for (let first = 0; first < groups.length; first++) {
      for (let last = Math.min(groups.length, first + MOST_GROUPS) - 1; last >= first; last--) {
        const span = judge(text, form, groups[first], groups[last], inOnePiece);
        if (!span) continue;
        spans.push(span);
        first = last;
      }
    }
  }
  return spans;
}

function readRow(row: string, offset: number): { form: string; groups: Group[] } {
  const groups: Group[] = [];
  let form = "";
  let done = 0;
  for (const { 0: digits, index } of row.matchAll(/\d+/g)) {
    form += row.slice(done, index).trim()[0] ?? (done ? "-" : "");
    done = index + digits.length;
    groups.push({ start: offset + index, end: offset + done, from: form.length, to: form.length + digits.length });
    form += digits;
  }
  return { form, groups };
}

function judge(text: string, row: string, head?: Group, tail?: Group, inOnePiece?: RegExp): PrivateSpan | null {
  if (!head || !tail || tail.to - head.from < 8 || tail.to - head.from > 30) return null;
  let { start } = head;
  let form = row.slice(head.from, tail.to);
  const digits = form.replace(/\D/g, "");
  const lead = row[head.from - 1] ?? "";
  // A bracket counts where it holds the first group alone: "(030) 1234", not "(030 1234)".
  if (lead === "+" || (lead === "(" && /^\d+\)\d/.test(form))) {
    form = lead + form;
    start = text.lastIndexOf(lead, start);
  }
  const kind = kindOf(text, start, tail.end, form, digits, inOnePiece, () =>
    GOES_ON.test(`${row.slice(Math.max(0, head.from - 5), head.from)}<${form}>${row.slice(tail.to, tail.to + 6)}`),
  );
  if (!kind) return null;
  EXTENSION.lastIndex = tail.end;
  return { start, end: tail.end + ((kind === "phone" && EXTENSION.exec(text)?.[0].length) || 0), kind };
}

function kindOf(
  text: string,
  start: number,
  end: number,
  form: string,
  digits: string,
  inOnePiece: RegExp | undefined,
  goesOn: () => boolean,
): PrivateKind | null {
  const isBare = form === digits;
  // Letters make it a part of a name; the 14 of "14:30" and the 3 of "3,5" are not its own.
  if (
    /[a-z]$|\d\.$/i.test(text.slice(Math.max(0, start - 2), start)) ||
    /^[a-wyz_%]|^[:,]\d/i.test(text.slice(end, end + 2))
  )
    return null;
  if (/^(.)\1*$/.test(digits) || /^(?!0)(?:(?:1?\d?\d|2[0-5]\d)(?:\.|$)){4}$/.test(form)) return null;
  const isOwn = () =>
    !(goesOn() && !form.startsWith("0")) &&
    standsAlone(text, start, end) &&
    !namesAThing(text, start) &&
    !isAmount(text, start, end) &&
    !(isBare && followsNumberSign(text, start));
  for (const [shape, valid, isWeak] of IDS[digits.length] ?? []) {
    if (shape.test(form) && (valid?.(digits) ?? true) && (!isWeak || isOwn())) return "person-id";
  }
  if (CARD_FORM.test(form) && CARD.test(digits) && luhn(digits))
    return isBare && namesAThing(text, start) ? null : "card";
  if (!PHONE.test(form) && !(isBare && inOnePiece?.test(form))) return null;
  return (form.startsWith("+") ? !/[\w+)]/.test(text[start - 1] ?? "") : isOwn()) ? "phone" : null;
}

import { mod97 } from "./check-digits";
import type { PrivateSpan } from "./private-span";

/**
 * IBANs: ISO 13616; country codes and lengths from the SWIFT IBAN Registry (release 100), followed by the countries
 * that use the form without being registered. In one piece or in groups, in either case of letters; mod 97 right,
 * or the word IBAN before it (a slip of the pen hides nothing).
 */
const COUNTRIES_BY_LENGTH =
  "15NO16BE18DKFIAXFKFOGLNLSD19MKSI20ATBAEEKZLTLUMNXK21CHHRLILV22GGIMJEBGBHCRDEGBGEIEMERSVA23AEGIILIQOMSOTL24ADCZESMDPK" +
  "ROSASESKTNVG25AOCVGWLYMZPTST26DZIRISTR27BLGFGPMFMQNCPFPMRETFWFYTBICFCGCMDJFRGAGQGRITKMMCMGMRSMTD28ALAZBFBJBYCICYDOGTHNHULBMAMLNENIPL" +
  "SNSVTG29BREGPSQAUA30JOKWMUYE31MTSC32LC33RU";
const LENGTHS = new Map<string, number>();
for (const [, length, countries = ""] of COUNTRIES_BY_LENGTH.matchAll(/(\d+)(\D+)/g)) {
  for (const country of countries.match(/../g) ?? []) LENGTHS.set(country, Number(length));
}
const BEGINNING = /(?:(?<![a-z0-9])|(?<=iban))[a-z]{2} ?\d{2}/gi;
const NAMED = /iban\W*(?:nr|no|is|ist)?\W*$/i;

export function findIbans(text: string): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  for (const { index: start } of text.matchAll(BEGINNING)) {
    const length = LENGTHS.get(text.slice(start, start + 2).toUpperCase());
    const read = length ? readAlphanumerics(text, start, length) : null;
    if (!read) continue;
    if (mod97(read.value) || NAMED.test(text.slice(Math.max(0, start - 20), start))) {
      spans.push({ start, end: read.end, kind: "iban" });
    }
  }
  return spans;
}

/** So many letters and digits, with at most one separator between two of them, and none after them. */
function readAlphanumerics(text: string, start: number, length: number): { value: string; end: number } | null {
  let value = "";
  let index = start;
  while (value.length < length) {
    if (/[ .-]/.test(text[index] ?? "") && value) index++;
    const character = text[index] ?? "";
    if (!/^[a-z0-9]$/i.test(character)) return null;
    value += character;
    index++;
  }
  return /[a-z0-9]/i.test(text[index] ?? "") ? null : { value: value.toUpperCase(), end: index };
}

import { mod97 } from "./check-digits";
import type { PrivateSpan } from "./private-span";

/**
 * IBANs: ISO 13616; country codes and lengths from the SWIFT IBAN Registry (release 100), followed by the countries
 * that use the form without being registered. In one piece or in groups, in either case of letters; mod 97 right.
 */
const COUNTRIES_BY_LENGTH =
  "15NO16BE18DKFIFKFOGLNLSD19MKSI20ATBAEEKZLTLUMNXK21CHHRLILV22BGBHCRDEGBGEIEMERSVA23AEGIILIQOMSOTL24ADCZESMDPK" +
  "ROSASESKTNVG25AOCVGWLYMZPTST26DZIRISTR27BICFCGCMDJFRGAGQGRITKMMCMGMRSMTD28ALAZBFBJBYCICYDOGTHNHULBMAMLNENIPL" +
  "SNSVTG29BREGPSQAUA30JOKWMUYE31MTSC32LC33RU";
const REST = new Map<string, RegExp>();
for (const [, length = "", countries = ""] of COUNTRIES_BY_LENGTH.matchAll(/(\d+)(\D+)/g)) {
  const rest = new RegExp(`^(?:[ .-]?[a-z0-9]){${length}}(?![a-z0-9])`, "i");
  for (const country of countries.match(/../g) ?? []) REST.set(country, rest);
}
const BEGINNING = /(?:(?<![a-z0-9])|(?<=iban))[a-z]{2} ?\d{2}/gi;
const LONGEST = 80;

export function findIbans(text: string): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  for (const { index: start } of text.matchAll(BEGINNING)) {
    const piece = text.slice(start, start + LONGEST);
    const found = REST.get(piece.slice(0, 2).toUpperCase())?.exec(piece)?.[0] ?? "";
    if (found && mod97(found.replace(/[ .-]/g, ""))) {
      spans.push({ start, end: start + found.length, kind: "iban" });
    }
  }
  return spans;
}

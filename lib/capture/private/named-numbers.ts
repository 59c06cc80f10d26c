import type { PrivateKind, PrivateSpan } from "./private-span";
import { isDate, namesAThing } from "./surroundings";

/**
 * Numbers that a word before them makes private, whatever their form: any digits after "Tel.", a passport's (ICAO
 * 9303: up to nine letters and digits) or an insurance number. Folded words; see `foldText`.
 */
const NAMED: readonly [kind: PrivateKind, words: RegExp, number: RegExp, digits: number][] = [
  [
    "phone",
    /(?<![a-z])(?:tel|fon|fax|gsm|(?:tele[fp]|handy|mobil|cel|movil|ruf|erreich)\w*|phone|whats ?app|(?:call|ring|text|reach) (?:me|us|him|her|back))(?![a-z])/gi,
    /[+(]{0,2}\d[\d ().\-/]{4,22}\d/,
    6,
  ],
  [
    "person-id",
    /(?<![a-z])(?:(?:reisepass|paszport|paspoort|pas+[ae]?p|(?:personal)?ausweis|aadh|sozialv|rentenv|steuer-?(?:id|n)|tax ?id)\w*|ssn|nino|nhs|cpf|cnpj|rg|dni|nif|bsn|ahv|pesel|personnummer|(?:social|national) (?:security|insurance))(?![a-z])/gi,
    /(?<![a-z0-9])(?:[a-z]{1,3}[ -])?(?=[a-z]*\d)[\da-z]{2,}(?:[ ./-]\d[\da-z]*){0,6}/i,
    2,
  ],
];
const REACH = 26;

export function findNamedNumbers(text: string): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  for (const [kind, words, number, digits] of NAMED) {
    for (const match of text.matchAll(words)) {
      const from = match.index + match[0].length;
      const line = text.slice(from, from + REACH + 40).replace(/\n[^]*/, "");
      const { 0: found = "", index = REACH } = number.exec(line) ?? {};
      const start = from + index;
      if (index >= REACH || isDate(found) || namesAThing(text, start)) continue;
      if (/^(?:[a-wyz]|[:,]\d|%)/i.test(line.slice(index + found.length))) continue;
      if (found.replace(/\W/g, "").length > 5 && found.replace(/\D/g, "").length >= digits) {
        spans.push({ start, end: start + found.length, kind });
      }
    }
  }
  return spans;
}

import type { PrivateKind, PrivateSpan } from "./private-span";
import { isDate, namesAThing } from "./surroundings";

/**
 * Numbers that a word before them makes private, whatever their form: any digits after "Tel.", a passport's (ICAO
 * 9303: up to nine letters and digits) or an insurance number, a PIN. Folded words; see `foldText`.
 */
const NAMED: readonly [kind: PrivateKind, words: RegExp, number: RegExp, digits: number][] = [
  [
    "phone",
    /(?<![a-z])(?:tel|fon|fax|mob|cel|gsm|(?:telef|teleph|handy|mobil|cell|movil|komork|rufn|durchw|erreich|ligue|llama|appel|chiam)\w*|phone|whats ?app|(?:call|ring|text|reach) (?:me|us|him|her|back))(?![a-z])/gi,
    /[+(]{0,2}\d[\d ().\-/]{4,22}\d/,
    6,
  ],
  [
    "person-id",
    /(?<![a-z])(?:(?:reise|paszport|paspoort|passep|pass?ap|passport|(?:personal)?ausweis|aadh|fuhrersch|sozialv|rentenv|versicher|burgers|steuer-?(?:id|n)|tax ?(?:id|n)|id[- ]card)\w*|ssn|nino|nhs|cpf|cnpj|rg|dni|nif|bsn|ahv|pesel|pan|nir|personnummer|(?:social|national) (?:security|insurance))(?![a-z])/gi,
    /(?<![a-z0-9])(?:[a-z]{1,3}[ -])?(?=[a-z]*\d)[\da-z]{2,}(?:[ ./-]\d[\da-z]*){0,6}(?:[ -][a-z](?![a-z]))?/i,
    2,
  ],
];
const REACH = 26;
/** Short codes stand directly behind their word: PIN, card security code, one-time codes. */
const CODE =
  /(?<![a-z])(?:(?:pin|puk|otp|cvv|cvc)2?(?:[- ]?(?:code|nummer|nr))?|\w{3,12}[- ]?code)(?![a-z])(?: (?:is|ist|e|es))?["']?\s?[:=]?\s?["']?(\d(?: ?\d){2,7})(?![\d.,:%-])/gi;

export function findNamedNumbers(text: string): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  const add = (start: number, found: string, kind: PrivateKind) =>
    spans.push({ start, end: start + found.length, kind });
  for (const [kind, words, number, digits] of NAMED) {
    for (const match of text.matchAll(words)) {
      const from = match.index + match[0].length;
      const line = text.slice(from, from + REACH + 40).split("\n", 1)[0] ?? "";
      const found = number.exec(line);
      if (!found || found.index > REACH || isDate(found[0]) || namesAThing(text, from + found.index)) continue;
      if (/^(?:[a-wyz]|[:,]\d|%)/i.test(line.slice(found.index + found[0].length))) continue;
      if (found[0].replace(/\W/g, "").length > 5 && found[0].replace(/\D/g, "").length >= digits) {
        add(from + found.index, found[0], kind);
      }
    }
  }
  for (const match of text.matchAll(CODE)) {
    const code = match[1] ?? "";
    add(match.index + match[0].length - code.length, code, "password");
  }
  return spans;
}

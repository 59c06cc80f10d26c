import type { PrivateKind, PrivateSpan } from "./private-span";
import { hasUnit, isDate, namesAThing } from "./surroundings";

/**
 * Numbers that a word makes private, whatever their form: any digits after "Tel.", a passport's (ICAO 9303: up to nine
 * letters and digits) or an insurance number. The word may follow, too: "513034412 as my SSN". Folded words; see
 * `foldText`.
 */
interface Named {
  kind: PrivateKind;
  words: RegExp;
  /** The first piece that may be the number. */
  number: RegExp;
  /** At least so many digits. */
  digits: number;
  /** The word may also follow the number. */
  before?: boolean;
}
const PHONE_NUMBER = /[+(]{0,2}\d[\d ().\-/]{4,22}\d/;
const NAMED: readonly Named[] = [
  {
    kind: "phone",
    words:
      /(?<![a-z\d])(?:tel|fone?|fax|gsm|sms|festnetz|durchwahl|landline|ramal|call ?back|(?:tele[fp]|handy|mobil|cel|movil|ruf|erreich)\w*|phone|whats ?app|zap|(?:my|our|meine?r?|unsere?|meu|nosso) (?:num\w+|nummer|no|nr)|(?:call|ring|text|reach|contact) (?:me|us|him|her|back|them))(?![a-z])/gi,
    number: PHONE_NUMBER,
    digits: 6,
    before: true,
  },
  // Words that mean more than telephones: the number is a long one, and two words off at most.
  {
    kind: "phone",
    words:
      /(?<![a-z\d])(?:call(?:ed|ing)?|dial(?:ed)?|ring|text|lig(?:a|ar|ue|uei)|cham[ae]r?|anruf\w*|[ck]onta[ck]?t[eo]?|llam[ae]\w*|appel\w*|bel(?:len)?)(?![a-z])/gi,
    number: /(?<=^:?(?: [a-z.]{1,12}:?){0,2} )[+(]{0,2}\d(?:[ ().\-/]{0,2}\d){8,12}(?!\d)/i,
    digits: 9,
  },
  {
    kind: "person-id",
    words:
      /(?<![a-z\d])(?:(?:reisepass|pas+[azs]?po|pas+[ae]?p|(?:personal)?ausweis|aadh|uidai|sozialv|rentenv|versichertenn|fuhrersch|steuer-?(?:id|n)|tax ?(?:id|payer)|person(?:al)?numm|personn|samordn|burgers|sofin)\w*|(?:s[sv]|id|av)-?n(?:r|ummer)|ss[nv]|i?tin|nino|nhs|cpf|cnpj|cnh|pis|nis|rg(?=[ :])|dni|ni[efrs]|bsn|ahv|pesel|codice fiscale|(?:social|national) (?:security|insurance)|se(?:gur|curi)\w+ social\w*)(?![a-z])/gi,
    number: /(?<![a-z0-9])(?:[a-z]{1,3}[ -])?(?=[a-z]*\d)[\da-z]{2,}(?:[ ./-]\d[\da-z]*){0,6}/i,
    digits: 2,
    before: true,
  },
];
/** A number, before a word that names it; at most four short words between: "as my", "ist meine", "no campo". */
const NUMBER_BEFORE =
  /(?<![\w.,/-])[+(]{0,2}\d(?:[ ().\-/]{0,2}\d){6,14}(?:[ -]?[A-Z]\d{0,3})?(?![a-z])(?=["')]?[ ,(]{0,3}["']?(?:[a-z]{1,5} {1,2}){0,4}["'(]?$)/i;
/** How far from the word the number may begin; how far from it one may before. */
const REACH = 26;
const LOOK_BACK = 64;

export function findNamedNumbers(text: string): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  if (!/\d/.test(text)) return spans;
  for (const named of NAMED) {
    for (const { 0: word, index } of text.matchAll(named.words)) {
      const span =
        numberAfter(text, index + word.length, named) ?? (named.before ? numberBefore(text, index, named.kind) : null);
      if (span) spans.push(span);
    }
  }
  return spans;
}

function numberAfter(text: string, from: number, { kind, number, digits }: Named): PrivateSpan | null {
  const line = text.slice(from, from + REACH + 40).replace(/\n[^]*/, "");
  const { 0: found = "", index = REACH } = number.exec(line) ?? {};
  const start = from + index;
  // A date may be the beginning of a number: 19581023-5142
  const [first = ""] = found.split(" ");
  if (index >= REACH || (isDate(first) && first.length < 12) || namesAThing(text, start)) return null;
  if (/^(?:[a-wyz]|[:,]\d|%)/i.test(line.slice(index + found.length))) return null;
  if (found.replace(/\W/g, "").length < 6 || found.replace(/\D/g, "").length < digits) return null;
  return { start, end: start + found.length, kind };
}

function numberBefore(text: string, end: number, kind: PrivateKind): PrivateSpan | null {
  const from = Math.max(0, end - LOOK_BACK);
  const line = text.slice(from, end).replace(/[^]*\n/, (gone) => " ".repeat(gone.length));
  const match = NUMBER_BEFORE.exec(line);
  const found = match?.[0] ?? "";
  const start = from + (match?.index ?? 0);
  const stop = start + found.length;
  if (!found || isDate(found) || namesAThing(text, start) || hasUnit(text, stop)) return null;
  return { start, end: stop, kind };
}

import type { PrivateKind, PrivateSpan } from "./private-span";
import { isDate, namesAThing } from "./surroundings";

/**
 * Numbers that a word before them makes private, whatever their form: any digits after "Tel.", a passport's (ICAO
 * 9303: up to nine letters and digits) or an insurance number, a PIN. Folded words; see `foldText`.
 */
interface Named {
  kind: PrivateKind;
  words: RegExp;
  /** How many characters may stand between the word and the number. */
  reach: number;
  number: RegExp;
  fits(number: string): boolean;
}

const NAMED: readonly Named[] = [
  {
    kind: "phone",
    words:
      /(?<![a-z])(?:(?:tel|fon|fax|mob|cel|gsm|tlf)(?![a-z])|tele[fp]\w*|phone|mobile?|handy\w*|mobil\w*|cell\w*|celular|movil|komork\w*|whats ?app|durchwahl|rufnummer|hotline|(?:call|ring|phone|text|reach) (?:me|us|him|her|back)|(?:ruf|erreich|ligue|llama|appel|chiam|zadzwon)\w*)(?![a-z])/gi,
    reach: 24,
    number: /[+(]{0,2}\d[\d ().\-/]{4,22}\d/,
    fits: (number) => {
      const digits = number.replace(/\D/g, "").length;
      return digits > 5 && digits < 16 && !isDate(number);
    },
  },
  {
    kind: "person-id",
    words:
      /(?<![a-z])(?:(?:passport|passaporte|pasaporte|passeport|passaporto|aadha+r|ssn|itin|nino|nhs|cpf|cnpj|cnh|dni|nif|niss|bsn|ahv|avs|svnr|idnr|curp|pesel|uidai|rg|pan|nip|nir|driv\w+ licen[cs]e|codice fiscale|personnummer|(?:social|seguridad|national|securite) (?:security|social|insurance|sociale))(?![a-z])|(?:reisepass|paspoort|paszport|(?:personal)?ausweis|fuhrerschein|sozialv|rentenv|versicher\w*n|burgerservice|sofi|steuer-?(?:id|n)|steuerliche|tax(?:payer)? ?(?:id|n)|id[- ]card|identity card)\w*)/gi,
    reach: 26,
    number: /(?<![a-z0-9])[a-z]{0,5}[ -]?\d[\da-z]*(?:[ ./-]\d[\da-z]*){0,6}(?:[ -][a-z](?![a-z]))?/i,
    fits: (number) => {
      const solid = number.replace(/[^a-z0-9]/gi, "");
      return solid.length > 5 && solid.length < 21 && solid.replace(/\D/g, "").length > 3 && !isDate(number);
    },
  },
  {
    kind: "password",
    words:
      /(?<![a-z])(?:(?:pin|puk|otp|mtan|cvv2?|cvc2?)(?:[- ]?(?:code|nummer|nr))?|(?:sms|einmal|verification|security|bestatigungs|sicherheits)[- ]?code|codigo de (?:seg|ver|acesso)\w*)(?![a-z])(?: (?:is|ist|e|es|lautet|est))?["']?\s?[:=]?\s?["']?/gi,
    reach: 0,
    number: /^\d(?: ?\d){2,7}(?![\d.,:%-])/,
    fits: () => true,
  },
];

export function findNamedNumbers(text: string): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  for (const { kind, words, reach, number, fits } of NAMED) {
    for (const match of text.matchAll(words)) {
      const from = match.index + match[0].length;
      const line = text.slice(from, from + reach + 40).split("\n", 1)[0] ?? "";
      const found = number.exec(line);
      if (!found || found.index > reach || !fits(found[0])) continue;
      const start = from + found.index;
      const end = start + found[0].length;
      if (/^(?:[a-wyz]|[:,]\d|%)/i.test(text.slice(end, end + 2)) || namesAThing(text, start)) continue;
      spans.push({ start, end, kind });
    }
  }
  return spans;
}

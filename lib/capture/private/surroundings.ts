/**
 * What stands around a number decides what it is: "order 0171 1234567" is no telephone. Each looks at a bounded piece
 * of text, so that a scan stays linear. Texts are folded (no accents), see `foldText`.
 */
const REACH = 40;

/** Beginnings of words for things that carry a number and are nobody's: en, de, pt, es, fr, it, nl, pl. */
const THINGS =
  "order|bestell|auftr|invoice|rechnung|ticket|case|vorg|ref|arti[gk]|item|sku|part|seri|isbn|ean|gtin|pedido|" +
  "fa[ck]?tur|commande|ordin|version|build|port|track|batch|charge|lot|proje[ck]t|do[ck]ument|liefer|produ[ck]t|kundenn|" +
  "code|bar-?code|strichc|codigo de barr|upc";
const NUMBER = "(?:number|nummer|numero|nr|no|id)";
const MONEY = "[€$£¥]|eur|usd|chf|gbp|brl";
const THING_BEFORE = new RegExp(
  `(?:(?<![a-z])(?:po|[ps]/?n|art|(?:${THINGS})\\w*)(?:-1[34])?[\\s_.-]*${NUMBER}?[\\s_:#./\\u00ba"'()-]*|(?:${MONEY}) ?)$`,
  "i",
);
const NUMBER_SIGN_BEFORE = /(?:#|(?<![a-z])(?:id|no|nr)[.:\u00ba]?) ?$/i;
/** What is counted by the million (beginnings): "551.875.609 Datensätze". */
const COUNTED =
  "datens|rec|row|zeil|lin[eh]|eintr|entr|item|user|view|visit|file|datei|arquiv|regist|stuck|byte|pixel|people|einw|habit";
const UNIT_AFTER = new RegExp(`^ ?(?:(?:${MONEY}|%|[kmg]?b)(?![a-z])|(?:${COUNTED}))`, "i");

function before(text: string, start: number): string {
  return text.slice(Math.max(0, start - REACH), start);
}

/** "Order 4711", "Rechnungsnr.: 4711", "SKU-4711": the number of a thing; "USD 912 345 678": an amount. */
export function namesAThing(text: string, start: number): boolean {
  return THING_BEFORE.test(before(text, start));
}

/** "# 4711", "ID 4711", "No. 4711": some number, not said of what. */
export function followsNumberSign(text: string, start: number): boolean {
  return NUMBER_SIGN_BEFORE.test(before(text, start));
}

/** "912 345 678 bytes", "912.345.678 €". */
export function hasUnit(text: string, end: number): boolean {
  return UNIT_AFTER.test(text.slice(end, end + 12));
}

/**
 * False for a part of something longer: "INC0012345", "a-0123456789", "/orders/0123456789", "10.0123456789",
 * "0123456789.js". A number that ends a sentence stands alone.
 */
export function standsAlone(text: string, start: number, end: number): boolean {
  const left = text.slice(Math.max(0, start - 2), start);
  return !/\w$|\w[-/@\\]$|\d[.,:+]$/.test(left) && !/^(?!x\d)[\w@\\%]|^[-/.]\w|^[,:]\d/.test(text.slice(end, end + 2));
}

/** The whole of a segment of a path or of a hash route: "/customers/12345678Z/edit". */
export function isSegment(text: string, start: number, end: number): boolean {
  return text[start - 1] === "/" && /^(?:[/?#&\s"')>]|$)/.test(text.slice(end, end + 1));
}

/** Calendar dates by their shape: 2024-11-21, 21.11.2024, 11/21/24, 20241121. */
export function isDate(text: string): boolean {
  return /^(?:(?:19|20)\d\d([-/. ]?)[01]?\d\1[0-3]?\d|\d\d?([-/.])\d\d?\2(?:19|20)?\d\d)(?!\d)/.test(text);
}

/**
 * A text as the detectors read it: compatibility forms, other scripts' digits, every kind of dash, space and quote
 * folded to ASCII, accents and invisible characters gone. Positions lead back to the text as it was.
 *
 * Folding (UAX #15, NFKD) instead of wider patterns, because a card number in full-width digits, with thin spaces or
 * with a zero-width joiner in it is still a card number, and because "contraseña" is typed in two ways.
 */
export interface FoldedText {
  text: string;
  /** Where the folded piece [start, end) stands in the text as it was. */
  original(start: number, end: number): { start: number; end: number };
}

// eslint-disable-next-line no-control-regex
const ASCII = /^[\0-\x7f]*$/;
/** First digits of the scripts that our countries' people type with: Arabic, Persian, Devanagari, Bengali. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6];
const DASH = /[\p{Pd}\u2212]/u;
const DOUBLE_QUOTE = /[\u201c-\u201f\u00ab\u00bb]/;
const SINGLE_QUOTE = /[\u2018-\u201b\u2039\u203a]/;
const INVISIBLE = /[\p{M}\p{Cf}]/gu;

export function foldText(source: string): FoldedText {
  if (ASCII.test(source)) return { text: source, original: (start, end) => ({ start, end }) };
  const seen = new Map<string, string>();
  const origins: number[] = [];
  let text = "";
  let index = 0;
  for (const character of source) {
    let folded = seen.get(character);
    if (folded === undefined) {
      folded = fold(character);
      seen.set(character, folded);
    }
    text += folded;
    for (let unit = 0; unit < folded.length; unit++) origins.push(index);
    index += character.length;
  }
  return {
    text,
    original(start, end) {
      // A ligature folds to several letters: a piece that ends within it takes all of it.
      let next = end;
      while (next < origins.length && origins[next] === origins[end - 1]) next++;
      return { start: origins[start] ?? source.length, end: origins[next] ?? source.length };
    },
  };
}

function fold(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return character;
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  if (zero !== undefined) return String(code - zero);
  if (DASH.test(character)) return "-";
  if (DOUBLE_QUOTE.test(character)) return '"';
  if (SINGLE_QUOTE.test(character)) return "'";
  if (character === "\u3002") return ".";
  return character.normalize("NFKD").replace(INVISIBLE, "");
}

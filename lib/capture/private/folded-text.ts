/**
 * A text as the detectors read it: compatibility forms (full-width digits), every kind of dash, space and quote
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

const ASCII = /^\p{ASCII}*$/u;
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
  return character
    .replace(/[\p{Pd}\u2212]/u, "-")
    .replace("\u2019", "'")
    .replace(/[\p{Pi}\p{Pf}\u201e]/u, '"')
    .replace("\u3002", ".")
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "");
}

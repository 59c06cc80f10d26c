/**
 * Tells what a machine made up from what people wrote. Random letters and digits change between capitals, small
 * letters and digits about every second character (base62: 2.2 on average, capitals that begin a word not counted);
 * camelCase, paths, slugs and class names change once a word. Hexadecimal and base32 need to be long instead.
 */
const RUN = /[A-Z]?[a-z]+|[A-Z]+|\d+/g;

export function looksRandom(piece: string): boolean {
  // Groups of a few characters are serial numbers and SKUs.
  const solid = piece.replace(/[^A-Za-z0-9]+/g, "");
  if (!/[A-Za-z0-9]{10}/.test(piece) && (solid.length < 32 || /[-_]/.test(piece))) return false;
  // "YYYY0MM0DD0hh0mm0ss0XXX"
  if (/^\D*(\d)(?:\D*\1){3,}\D*$/.test(solid)) return false;
  const runs = solid.match(RUN)?.length ?? 1;
  const digitRuns = solid.match(/\d+/g)?.length ?? 0;
  if (solid.length < 24 && !(solid.length > 19 && digitRuns)) return false;
  if (/[a-z]/.test(solid) && /[A-Z]/.test(solid)) return solid.length / runs <= (digitRuns ? 3.6 : 3);
  return solid.length > 23 && /[A-Za-z0-9]{16}/.test(piece) && digitRuns > 1 && runs > 4;
}

/** Four changes or more between capitals and small letters, about every third letter: "FNYupkWFVElxpPN". */
export function looksScrambled(word: string): boolean {
  const runs = word.match(RUN)?.length ?? 0;
  return runs > 3 && word.length / runs < 3.6;
}

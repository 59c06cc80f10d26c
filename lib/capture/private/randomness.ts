/**
 * Tells what a machine made up from what people wrote. Random letters and digits change between capitals, small
 * letters and digits about every second character (base62: 2.2 on average, capitals that begin a word not counted);
 * camelCase, paths, slugs and class names change once a word. Hexadecimal and base32 need to be long instead.
 */
const RUN = /[A-Z]?[a-z]+|[A-Z]+|\d+/g;
const SHORTEST = 20;
const SHORTEST_ONE_CASE = 24;

export function looksRandom(piece: string): boolean {
  const solid = piece.replace(/[^A-Za-z0-9]+/g, "");
  const longest = Math.max(...piece.split(/[^A-Za-z0-9]+/).map((part) => part.length));
  // Groups of a few characters are serial numbers and SKUs.
  if (solid.length < SHORTEST || longest < 10) return false;
  const runs = solid.match(RUN)?.length ?? 1;
  const digitRuns = solid.match(/\d+/g)?.length ?? 0;
  if (/[a-z]/.test(solid) && /[A-Z]/.test(solid)) {
    const perRun = solid.length / runs;
    return digitRuns > 0 ? perRun <= 3.6 : perRun <= 3 && solid.length >= SHORTEST_ONE_CASE;
  }
  return /[a-z]/i.test(solid) && longest >= 16 && solid.length >= SHORTEST_ONE_CASE && digitRuns >= 2 && runs >= 5;
}

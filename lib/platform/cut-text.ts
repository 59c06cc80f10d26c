/** What a person sees as one character: a family of emoji and a letter with its marks are one. */
const CHARACTERS = new Intl.Segmenter(undefined, { granularity: "grapheme" });
/** UTF-16 code units that are looked at behind the cut, to see whether it goes through a character. */
const AHEAD = 64;

/** The beginning of a text with "…" where more follows. */
export function cutText(text: string, max: number): string {
  const start = startOf(text, max);
  return start.length < text.length ? `${start}…` : text;
}

/**
 * The beginning of a text: at most `max` UTF-16 code units, and never half a character. Takes time for `max` of them,
 * however long the text is.
 */
export function startOf(text: string, max: number): string {
  if (text.length <= max) return text;
  const at = CHARACTERS.segment(text.slice(0, max + AHEAD)).containing(max)?.index ?? max;
  // A heap of marks upon one letter can be longer than all that there is room for.
  return at > 0 ? text.slice(0, at) : text.slice(0, max).replace(/[\ud800-\udbff]$/, "");
}

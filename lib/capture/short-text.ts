import { redact } from "./private/black-out";

/** Read ahead of the cut, so that a mail address or number at the cut is still seen whole and hidden whole. */
const AHEAD = 200;
// Control characters and bidi overrides as the protocol drops them; private-use glyphs are icon fonts, not words.
const UNWANTED = /[\p{Cc}\p{Co}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A page's text as one clean line of at most `max` UTF-16 code units, with what looks private hidden. Takes time for
 * `max` characters, however long the text is.
 */
export function shortText(text: string, max: number): string {
  return cutStart(redact(cleanLine(text.slice(0, max * 2 + AHEAD))), max);
}

/** As `shortText`, but keeps the end: what stands before something. */
export function shortEnd(text: string, max: number): string {
  const line = redact(cleanLine(text.slice(-(max * 2 + AHEAD))));
  return line.slice(Math.max(0, line.length - max)).replace(/^[\udc00-\udfff]/, "");
}

/** One line without what the protocol drops. Clean before looking for what is private: a control could hide it. */
export function cleanLine(text: string): string {
  return text.toWellFormed().normalize("NFC").replace(/\s+/g, " ").replace(UNWANTED, "").trim();
}

export function cutStart(line: string, max: number): string {
  // Half of a surrogate pair is no character.
  return line.length <= max ? line : line.slice(0, max).replace(/[\ud800-\udbff]$/, "");
}

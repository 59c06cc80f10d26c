/**
 * Blacks out what looks private in a page's title or address, on the person's own machine, before anybody sees it.
 * It errs on the side of hiding: a report without a number is still a report. Order matters: the narrow patterns
 * come first, so that a wide one cannot leave half of an address behind.
 */
export const HIDDEN = "•••";

const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Two letters, two check digits, 11 to 30 more, in groups of four or in one piece. */
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g;
/** Three base64url parts: a JSON web token. */
const JWT = /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g;
/** 16 characters and more in one piece; a token only where letters and digits are mixed (see `isToken`). */
const LONG_PIECE = /[A-Za-z0-9_-]{16,}/g;
/** Phone, card and account numbers: digits with the separators that people put between them. */
const NUMBER = /\+?\d(?:[ ()/.-]{0,2}\d){5,}/g;
const DATE = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}[/.]\d{1,2}[/.]\d{1,2})$/;

export function redactText(text: string): string {
  return text
    .replace(EMAIL, HIDDEN)
    .replace(JWT, HIDDEN)
    .replace(IBAN, HIDDEN)
    .replace(LONG_PIECE, (piece) => (isToken(piece) ? HIDDEN : piece))
    .replace(NUMBER, (number) => (DATE.test(number) ? number : HIDDEN));
}

/** A word of a sentence or a slug has no digits in its middle; what a machine made up has. */
function isToken(piece: string): boolean {
  const digits = piece.replace(/\D/g, "").length;
  return digits >= 4 && /[A-Za-z]/.test(piece);
}

import { z } from "zod";

// Control characters except line feed and tab; also the bidi overrides that make text lie about its order.
const UNWANTED = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Plain text as the protocol keeps it: NFC, line feeds only, no control characters, no bidi overrides, no half of a
 * surrogate pair (no database takes one).
 */
export function cleanText(text: string): string {
  return text.toWellFormed().normalize("NFC").replace(/\r\n?/g, "\n").replace(UNWANTED, "");
}

/** A plain-text field of at most `max` UTF-16 code units; it is cleaned, never cut. */
export function plainText(max: number) {
  return z.string().transform(cleanText).pipe(z.string().max(max));
}

/** As `plainText`, but something other than white space must be in it. */
export function filledText(max: number) {
  return z.string().transform(cleanText).pipe(z.string().max(max).regex(/\S/));
}

/** A BCP 47 language tag, such as `en`, `de` or `pt-BR`. */
export const languageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/);

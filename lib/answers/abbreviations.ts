import type { Finding } from "./finding";

/** What every employee knows: things of everyday life, and what stands on their own screens and badges. */
const KNOWN = new Set(
  `A4 AG AM BR CD CEO CPF CNPJ CV DE DVD EC ERP CRM EU EUA FAQ GB GPS HR HTML ID IT JPG KG KM LTDA MB MEZ MP3 MP4 NF OK PC
   PDF PIN PM PNG PUK QR RG RH SA SIM SMS SP TAN TI TV UE UK USA USB VIP WC WG WI WLAN XL XXL ZIP`.split(/\s+/),
);

/** Two to six signs, mostly capitals; a plural "s" may follow. With digits: `2FA`, `M365`. With small letters: `IaaS`. */
const SHORT =
  /(?<![\p{L}\p{N}])(?:\d?\p{Lu}[\p{Lu}\d]{1,5}|\p{Lu}\d{2,3}|\p{Lu}\p{Ll}{1,2}\p{Lu}{1,2})(?:s)?(?![\p{L}\p{N}])/gu;

/** Short forms that are not spelled out in the same message. */
export function abbreviations(text: string): Finding[] {
  // Whoever shouts has no abbreviations.
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = letters.filter((letter) => /\p{Lu}/u.test(letter));
  if (letters.length > 20 && capitals.length > letters.length * 0.6) return [];
  const seen = new Set<string>();
  return [...text.matchAll(SHORT)].flatMap(({ 0: found, index }): Finding[] => {
    const short = /[\p{Lu}\d]s$/u.test(found) ? found.slice(0, -1) : found;
    if (KNOWN.has(short) || seen.has(short) || isNumberOfThings(text, index) || isExplained(text, short)) return [];
    seen.add(short);
    return [{ type: "abbreviation", from: index, to: index + found.length, say: null }];
  });
}

/** `Room B12`, `order A4711`: a name of one thing, not a short form. */
function isNumberOfThings(text: string, index: number): boolean {
  return /^\p{Lu}\d/u.test(text.slice(index)) && !/^[A-Z]\d{3}(?!\d)/.test(text.slice(index));
}

/** In brackets behind what it stands for, or followed by it, or its letters begin the words of a name in the message. */
function isExplained(text: string, short: string): boolean {
  const word = short.replaceAll(/[^\p{L}\p{N}]/gu, "");
  const inBrackets = new RegExp(String.raw`\p{L}{3,}[^.!?]{0,40}\(\s*"?${word}s?"?\s*\)`, "u");
  const withBrackets = new RegExp(String.raw`${word}s?\s*\([^)]*\p{L}{3,}[^)]*\)`, "u");
  return inBrackets.test(text) || withBrackets.test(text) || initialsOf(text).includes(word.toLowerCase());
}

/** The first letters of all words, those behind hyphens too; words without a vowel are short forms themselves. */
function initialsOf(text: string): string {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map((word) => (/\p{Ll}/u.test(word) ? (word[0] ?? "").toLowerCase() : " ")).join("");
}

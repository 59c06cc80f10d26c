/*
 * Check digits by the public definition of each format, written without a look at the detector: a mistake that both
 * had in common would hide itself. check-digits.test.ts holds them against published examples.
 */

const digitsOf = (text: string) => text.split("").map(Number);

function weighted(text: string, weights: readonly number[]): number {
  return digitsOf(text).reduce((sum, digit, index) => sum + digit * (weights[index] ?? 0), 0);
}

/** ISO/IEC 7812: payment cards; also the Swedish personnummer over its nine digits. */
export function luhn(body: string): string {
  const sum = digitsOf(body)
    .toReversed()
    .reduce((total, digit, index) => {
      const value = index % 2 === 0 ? digit * 2 : digit;
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** ISO 13616 by ISO 7064 MOD 97-10: the two digits after the country code. */
export function ibanCheck(country: string, account: string): string {
  const digits = `${account}${country}00`
    .split("")
    .map((character) => Number.parseInt(character, 36))
    .join("");
  return String(98n - (BigInt(digits) % 97n)).padStart(2, "0");
}

/** ISO 7064 MOD 11,10: the German Steuer-ID. */
export function steuerIdCheck(body: string): string {
  const product = digitsOf(body).reduce((carry, digit) => {
    const sum = (digit + carry) % 10 || 10;
    return (sum * 2) % 11;
  }, 10);
  return String((11 - product) % 10);
}

/** Deutsche Rentenversicherung: `area birthdate letter serial` without the check digit, e.g. `15070649C10`. */
export function sozialversicherungCheck(body: string): string {
  const digits = body.replace(/[A-Z]/, (letter) => String(letter.charCodeAt(0) - 64).padStart(2, "0"));
  const sum = digitsOf(digits).reduce((total, digit, index) => {
    const product = digit * ([2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1][index] ?? 0);
    return total + Math.floor(product / 10) + (product % 10);
  }, 0);
  return String(sum % 10);
}

/** CPF and CNPJ: modulo 11, two digits; letters of the CNPJ of 2026 count as their ASCII code less 48. */
function brazilian(body: string, weightAt: (fromRight: number) => number): string {
  let all = body;
  for (let round = 0; round < 2; round++) {
    const sum = all
      .split("")
      .toReversed()
      .reduce((total, character, index) => total + (character.charCodeAt(0) - 48) * weightAt(index), 0);
    all += sum % 11 < 2 ? "0" : String(11 - (sum % 11));
  }
  return all.slice(body.length);
}

export const cpfCheck = (body: string) => brazilian(body, (fromRight) => fromRight + 2);
export const cnpjCheck = (body: string) => brazilian(body, (fromRight) => (fromRight % 8) + 2);

/** INSEE: 97 less the number modulo 97; Corsica's 2A and 2B count as 19 and 18. */
export function nirCheck(body: string): string {
  const digits = body.replace("2A", "19").replace("2B", "18");
  return String(97n - (BigInt(digits) % 97n)).padStart(2, "0");
}

/** The letter of DNI and NIE; a NIE's X, Y, Z count as 0, 1, 2. */
export function dniLetter(body: string): string {
  const digits = body.replace(/^[XYZ]/, (letter) => String("XYZ".indexOf(letter)));
  return "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Number(digits) % 23);
}

/** Decreto 12.3.1974: characters on odd places count by this table (digits as the letters A to J). */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

export function codiceFiscaleCheck(body: string): string {
  const sum = body.split("").reduce((total, character, index) => {
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65;
    return total + (index % 2 === 0 ? (ODD[value] ?? 0) : value);
  }, 0);
  return String.fromCharCode(65 + (sum % 26));
}

export function peselCheck(body: string): string {
  return String((10 - (weighted(body, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10);
}

/** EAN-13: the Swiss AHV number, ISBN-13 and bar codes. */
export function ean13Check(body: string): string {
  return String((10 - (weighted(body, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10)) % 10);
}

export function isbn10Check(body: string): string {
  const rest = (11 - (weighted(body, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return rest === 10 ? "X" : String(rest);
}

/** Elfproef: undefined where no last digit fits, so that the caller draws again. */
export function bsnCheck(body: string): string | undefined {
  const rest = weighted(body, [9, 8, 7, 6, 5, 4, 3, 2]) % 11;
  return rest < 10 ? String(rest) : undefined;
}

/** Verhoeff over the dihedral group D5: Aadhaar. */
const PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
const INVERSE = [0, 4, 3, 2, 1, 5, 6, 7, 8, 9];

function dihedral(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((a - b + 5) % 5) : (a - b + 5) % 5;
}

function permuted(digit: number, times: number): number {
  return times === 0 ? digit : permuted(PERMUTATION[digit] ?? 0, times - 1);
}

export function verhoeff(body: string): string {
  const carry = digitsOf(body)
    .toReversed()
    .reduce((total, digit, index) => dihedral(total, permuted(digit, (index + 1) % 8)), 0);
  return String(INVERSE[carry] ?? 0);
}

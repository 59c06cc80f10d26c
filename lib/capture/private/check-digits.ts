/** Check-digit algorithms. All take digits (or letters) without separators, of the length that the format has. */

function digit(text: string, index: number): number {
  return text.charCodeAt(index) - 48;
}

function weighted(text: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * digit(text, index), 0);
}

/** Luhn, ISO/IEC 7812-1 annex B: payment cards; also the Swedish personnummer (SKV 704). */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const value = digit(digits, digits.length - 1 - place) * (place % 2 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** ISO 7064 MOD 97-10 as ISO 13616 uses it for IBANs: the first four characters go last, A is 10, Z is 35. */
export function mod97(iban: string): boolean {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** ISO 7064 MOD 11,10: the German tax id (BZSt, "Steuer-Identifikationsnummer"). */
export function mod11of10(digits: string): boolean {
  let product = 10;
  for (let index = 0; index < digits.length - 1; index++) {
    product = (((digit(digits, index) + product) % 10 || 10) * 2) % 11;
  }
  return (11 - product) % 10 === digit(digits, digits.length - 1);
}

/** The Brazilian two digits (CPF, CNPJ; Receita Federal, and IN RFB 2.229/2024 for letters: their ASCII code less 48). */
export function brazilian(text: string, highestWeight: number): boolean {
  const body = text.length - 2;
  return [body, body + 1].every((length) => {
    let sum = 0;
    for (let index = 0; index < length; index++) {
      sum += digit(text, index) * (((length - 1 - index) % (highestWeight - 1)) + 2);
    }
    return (sum % 11 < 2 ? 0 : 11 - (sum % 11)) === digit(text, length);
  });
}

/** Weights 10 to 2, modulus 11: the NHS number (NHS Data Dictionary). A check value of 10 is never given out. */
export function nhsNumber(digits: string): boolean {
  return weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 && !/^(\d)\1*$/.test(digits);
}

/** "Elfproef" with -1 for the last digit: the Dutch BSN (Logisch Ontwerp BSN, RvIG). */
export function bsn(digits: string): boolean {
  return weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 && !/^0{3}/.test(digits);
}

/** Weights 1 3 7 9: the Polish PESEL (ustawa o ewidencji ludności). The month carries the century. */
export function pesel(digits: string): boolean {
  const month = Number(digits.slice(2, 4)) % 20;
  const day = Number(digits.slice(4, 6));
  const valid = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return valid && weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0;
}

/** EAN-13 (GS1 General Specifications): the Swiss AHV number, whose prefix 756 no product has. */
export function ean13(digits: string): boolean {
  return weighted(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0;
}

/** Cross sums of weights 2 1 2 5 7 1 2 1 2 1 2 1, the letter as two digits: German social insurance number (VKVV § 2). */
export function germanInsurance(text: string): boolean {
  const letter = String(text.charCodeAt(8) - 64).padStart(2, "0");
  const digits = text.slice(0, 8) + letter + text.slice(9, 11);
  const sum = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1].reduce((total, weight, index) => {
    const value = weight * digit(digits, index);
    return total + (value % 10) + Math.floor(value / 10);
  }, 0);
  return sum % 10 === digit(text, 11);
}

/** 97 less the remainder of the first 13 digits: the French NIR (INSEE); Corsica's 2A counts as 19, 2B as 18. */
export function frenchNir(text: string): boolean {
  const number = Number(text.slice(0, 13).replace("2A", "19").replace("2B", "18"));
  return 97 - (number % 97) === Number(text.slice(13));
}

/** The letter at number mod 23: Spanish DNI, and NIE with X, Y, Z as 0, 1, 2 (Real Decreto 1553/2005). */
export function spanishLetter(text: string): boolean {
  const number = text.slice(0, -1).replace(/^[XYZ]/, (first) => String("XYZ".indexOf(first)));
  return "TRWAGMYFPDXBNJZSQVHLCKE"[Number(number) % 23] === text.at(-1);
}

const ODD_PLACES = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/** Sum by odd and even places, modulus 26: the Italian codice fiscale (DM 23/12/1976). */
export function codiceFiscale(text: string): boolean {
  let sum = 0;
  for (let index = 0; index < 15; index++) {
    const value = parseInt(text[index] ?? "", 36);
    const rank = value > 9 ? value - 10 : value;
    sum += index % 2 ? rank : (ODD_PLACES[rank] ?? 0);
  }
  return String.fromCharCode(65 + (sum % 26)) === text[15];
}

/** Verhoeff (1969): the Indian Aadhaar (UIDAI). Multiplication in the dihedral group D5, worked out instead of tabled. */
export function verhoeff(digits: string): boolean {
  let check = 0;
  for (let place = 0; place < digits.length; place++) {
    let value = digit(digits, digits.length - 1 - place);
    for (let turn = place % 8; turn > 0; turn--) value = Number("1576283094"[value]);
    const turned = check < 5 ? check + value : check - value + 10;
    const flipped = check < 5 !== value < 5;
    check = (turned % 5) + (flipped ? 5 : 0);
  }
  return check === 0;
}

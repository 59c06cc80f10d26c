/** Check-digit algorithms. Each takes digits (and capitals) without separators, of the length that its number has. */

/** Sum of digit times weight; weights in base 36 (`a` is ten). A letter counts as its ASCII code less 48. */
function weighted(text: string, weights: string): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index++) {
    sum += parseInt(weights.charAt(index), 36) * (text.charCodeAt(index) - 48);
  }
  return sum;
}

const divides = (weights: string, modulus: number) => (digits: string) => weighted(digits, weights) % modulus === 0;

/** NHS Data Dictionary, "NHS number": weights 10 to 2, modulus 11. */
export const nhsNumber = divides("a987654321", 11);
/** The Dutch "elfproef" with -1 (10, modulo 11) for the last digit (RvIG, Logisch Ontwerp BSN). */
export const bsn = divides("98765432a", 11);
/** Polish PESEL (ustawa o ewidencji ludności). */
export const pesel = divides("13791379131", 10);
/** EAN-13 (GS1 General Specifications): the Swiss AHV number, whose prefix 756 no product has. */
export const ean13 = divides("1313131313131", 10);

/** Both digits by modulus 11, ten counting as 0: Brazilian CPF and CNPJ (Receita Federal; letters: IN RFB 2.229/2024). */
const brazilian = (weights: string) => (text: string) =>
  [weights.slice(1), weights].every(
    (some) => ((weighted(text, some) * 10) % 11) % 10 === Number(text.charAt(some.length)),
  );
export const cpf = brazilian("ba98765432");
export const cnpj = brazilian("6543298765432");

/** Luhn, ISO/IEC 7812-1 annex B: payment cards; also the Swedish personnummer (SKV 704). */
export function luhn(digits: string): boolean {
  const weights = digits.length % 2 ? "12" : "21";
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const value = Number(digits[index]) * Number(weights[index % 2]);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** ISO 7064 MOD 97-10 as ISO 13616 uses it for IBANs: the first four characters go last, A is 10, Z is 35. */
export function mod97(iban: string): boolean {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) rest = Number(`${rest}${parseInt(character, 36)}`) % 97;
  return rest === 1;
}

/** ISO 7064 MOD 11,10: the German tax id (BZSt; § 139b AO). */
export function mod11of10(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, 10)) product = (((Number(digit) + product) % 10 || 10) * 2) % 11;
  return (11 - product) % 10 === Number(digits[10]);
}

/** Cross sums of the weighted digits, the letter as two digits: German social insurance number (VKVV § 2). */
export function germanInsurance(text: string): boolean {
  const digits = text.replace(/[A-Z]/, (letter) => String(parseInt(letter, 36) + 91).slice(1));
  let sum = 0;
  for (let index = 0; index < 12; index++) {
    const value = Number(digits[index]) * Number("212571212121"[index]);
    sum += (value % 10) + Math.floor(value / 10);
  }
  return sum % 10 === Number(digits[12]);
}

/** 97 less the remainder of the first 13 digits: the French NIR (INSEE). Corsica's 2A counts as 19, its 2B as 18. */
export function frenchNir(text: string): boolean {
  const digits = text.replace("2A", "19").replace("2B", "18");
  return (Number(digits.slice(0, 13)) + Number(digits.slice(13))) % 97 === 0;
}

/** The letter at number mod 23: Spanish DNI, and NIE with X, Y, Z as 0, 1, 2 (Real Decreto 1553/2005). */
export function spanishLetter(text: string): boolean {
  const number = text.slice(0, -1).replace(/[XYZ]/, (first) => String("XYZ".indexOf(first)));
  return "TRWAGMYFPDXBNJZSQVHLCKE"[Number(number) % 23] === text.at(-1);
}

/** Values at odd places of 0 to 9 and of A to J, then of K to Z, in base 36. */
const ODD_PLACES = "10579dfhjl24ikb368cegampon";

/** Sum by odd and even places, modulus 26: the Italian codice fiscale (DM 23/12/1976). */
export function codiceFiscale(text: string): boolean {
  let sum = 0;
  for (let index = 0; index < 15; index++) {
    const value = parseInt(text.charAt(index), 36);
    const rank = value > 9 ? value - 10 : value;
    sum += index % 2 ? rank : parseInt(ODD_PLACES.charAt(rank), 36);
  }
  return (sum % 26) + 65 === text.charCodeAt(15);
}

/** Verhoeff (1969): the Indian Aadhaar (UIDAI). Multiplication in the dihedral group D5, worked out instead of tabled. */
export function verhoeff(digits: string): boolean {
  let check = 0;
  for (let place = 0; place < digits.length; place++) {
    let value = Number(digits.at(-1 - place));
    for (let turn = place % 8; turn > 0; turn--) value = Number("1576283094"[value]);
    const turned = check < 5 ? check + value : check - value + 10;
    check = (turned % 5) + (check < 5 === value < 5 ? 0 : 5);
  }
  return check === 0;
}

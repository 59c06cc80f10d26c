import * as check from "./check-digits";

/**
 * Forms of numbers, as tests on a canonical form: digits with one character for what stands between two groups
 * (`-` also for blanks), a leading `+`, and `(` before an area code: `(030)123-45`.
 */

/**
 * Telephone numbers, whose digits say little: their groups say it. ITU-T E.164 (`+` or `00`, at most 15 digits) and
 * E.123; national numbers with a trunk 0 (BNetzA, RTR, BAKOM, Ofcom, ARCEP, ACM …) and, by their groups, without one
 * (NANPA, ANATEL, CNMC, ANACOM, UKE, AGCOM, DoT). After a 0 and one digit, dates and times look alike: fewer forms.
 */
export const PHONE = new RegExp(
  "^(?:" +
    [
      "\\+(?=(?:\\D?\\d){8,16}$)[1-9][^+]*",
      "00-?(?:[2-9](?:\\D?\\d){9,13}|[17](?:\\D?\\d){10})",
      "\\(?0[1-9]\\d{8,10}",
      "\\(?0[1-9][-./)](?:\\d{6,10}|\\d{3,4}[-.]\\d{3,4}|\\d\\d([-.])\\d\\d\\1\\d\\d\\1\\d\\d|\\d{3}[-.]\\d{2,3}[-.]\\d\\d|\\d{4,8}-\\d)",
      "(?=(?:\\D?\\d){9,13}$)\\(?0[1-9]\\d{1,4}(?:[-./()]\\d{2,9}){1,4}(?:-\\d)?(?<![./](?:19|20)\\d\\d)",
      // US, CA; an area code in brackets
      "(?:1[-.])?\\(?[2-9]\\d\\d[-.)]\\d{3}[-.]\\d{4}",
      "(?=(?:\\D?\\d){8,12}$)\\((?!(?:19|20)\\d\\d)\\d{2,5}\\)\\d+(?:-\\d+){0,3}",
      // BR
      "[1-9]{2}-(?:9-?[1-9]\\d{3}[-.]?|(?!20\\d\\d-20)[2-5]\\d{3}-)\\d{4}|[1-9]{2}9[6-9]\\d{7}",
      // ES, PT, PL; dots would also be those of an amount
      "[2-9]\\d\\d-\\d{3}-\\d{3}|[5-9]\\d\\d\\.\\d{3}\\.\\d{3}|[5-9]\\d\\d([-.])\\d\\d\\2\\d\\d\\2\\d\\d",
      "[1-9]\\d[-.]\\d{3}[-.]\\d\\d[-.]\\d\\d|2\\d-\\d{3}-\\d{4}|[6-9]\\d\\d-\\d{6}|9\\d-\\d{7}",
      // IT and IN mobile
      "3[2-9]\\d[-.](?:\\d{6,7}|\\d{3,4}[-.]\\d{3,4}|\\d\\d-\\d\\d-\\d{2,3})|[6-9]\\d{4}-\\d{5}",
    ].join("|") +
    ")$",
);

/** In one piece these look like any number; the reader's country says that they are telephones. */
export const PHONE_IN_ONE_PIECE: Readonly<Record<string, RegExp>> = {
  US: /^[2-9]\d\d[2-9]\d{6}$/,
  BR: /^[1-9]{2}[2-5]\d{7}$/,
  ES: /^[6-9]\d{8}$/,
  PT: /^[29]\d{8}$/,
  PL: /^[4-8]\d{8}$/,
  IT: /^3[2-9]\d{7,8}$/,
  IN: /^[6-9]\d{9}$/,
};

/**
 * Payment cards: ISO/IEC 7812, the issuers' ranges and lengths (Wikipedia, "Payment card number"), Luhn, and whole or
 * in groups that begin with four digits. One number in ten passes Luhn by chance.
 */
const CARD_SHAPE = /^(?:\d{12,19}|\d{4}(?:[-.]\d{1,7})+|\d{6}-\d+)$/;
const MAESTRO = /^(?:50[123]8|5893|6304|6759|676[1-3]).{8,15}$/;
const CARD =
  /^(?:(?:[456]|2[2-7]|3[0568]|8[126]|9[78]).{14,15}(?:.{3})?|4.{12}|(?:2131|1800).{11}|3(?:[47].{13}|[0689].{12}))$/;

export function isCard(form: string, digits: string): boolean {
  if (!CARD_SHAPE.test(form) || !(CARD.test(digits) || MAESTRO.test(digits))) return false;
  return check.luhn(digits) && isVaried(digits);
}

export interface IdForm {
  form: RegExp;
  valid(digits: string): boolean;
  /** One number in fifty or more passes by chance: the words around it are asked as well. */
  weak?: boolean;
}

/** Numbers of persons by how many digits they have; the sources of check digits stand in `check-digits.ts`. */
export const IDS: Readonly<Record<number, readonly IdForm[]>> = {
  9: [
    // US SSN (SSA: no 000, 666, 9xx; no 00; no 0000) and ITIN (IRS: 9xx with middles of its own)
    {
      form: /^(?:(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)|9\d\d-(?:5\d|6[0-5]|[78]\d|9[0-24-9])-)\d{4}$/,
      valid: () => true,
      weak: true,
    },
    { form: /^(?:\d{4}([-.])\d\d\1|\d{3}([-.])\d{3}\2)\d{3}$/, valid: check.bsn, weak: true },
  ],
  10: [
    { form: /^\d{3}-\d{3}-\d{4}$/, valid: check.nhsNumber, weak: true },
    { form: /^\d{6}-\d{4}$/, valid: isSwedish, weak: true },
  ],
  11: [
    {
      form: /^\d{3}[-.]?\d{3}[-.]?\d{3}[-./]?\d\d$/,
      valid: (digits) => isVaried(digits) && check.brazilian(digits, 11),
    },
    // DE tax id (§ 139b AO). Its rule on repeated digits is left out: test numbers seldom keep it.
    { form: /^[1-9]\d[-./]?\d{3}[-./]?\d{3}[-./]?\d{3}$/, valid: check.mod11of10, weak: true },
    { form: /^\d+$/, valid: check.pesel, weak: true },
  ],
  12: [
    { form: /^(?:19|20)\d{6}-?\d{4}$/, valid: (digits) => isSwedish(digits.slice(2)) && !isTime(digits), weak: true },
    { form: /^[2-9]\d{3}-?\d{4}-?\d{4}$/, valid: check.verhoeff, weak: true },
  ],
  13: [{ form: /^756[-.]?\d{4}[-.]?\d{4}[-.]?\d\d$/, valid: check.ean13 }],
  14: [
    {
      form: /^(?!20[0-3]\d[01])\d\d[-.]?\d{3}[-.]?\d{3}[-./]?\d{4}-?\d\d$/,
      valid: (digits) => isVaried(digits) && check.brazilian(digits, 9),
    },
  ],
  15: [
    {
      form: /^[12378][-.]?\d\d[-.]?(?:0[1-9]|1[0-2]|[2-9]\d)[-.]?\d\d[-.]?\d{3}[-.]?\d{3}[-./]?\d\d$/,
      valid: check.frenchNir,
    },
  ],
};

function isVaried(digits: string): boolean {
  return !/^(.)\1*$/.test(digits);
}

/** Personnummer (SKV 704): YYMMDD, Luhn; a samordningsnummer has 60 added to the day. */
function isSwedish(digits: string): boolean {
  return /^\d\d(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])/.test(digits) && check.luhn(digits);
}

/** Twelve digits may also be a time to the minute, and are then taken for one. */
function isTime(digits: string): boolean {
  return /(?:[01]\d|2[0-3])[0-5]\d$/.test(digits);
}

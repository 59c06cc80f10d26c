import * as check from "./check-digits";

/**
 * Forms of numbers, as tests on a canonical form: digits with one character for what stands between two groups
 * (`-` also for blanks), a leading `+`, and `(` before an area code: `(030)123-45`.
 */

/**
 * Telephone numbers, whose digits say little: their groups say it. ITU-T E.164 (`+` or `00`, at most 15 digits) and
 * E.123; national numbers with a trunk 0 (BNetzA, RTR, BAKOM, Ofcom, ARCEP, ACM …) and, by their groups, without one
 * (NANPA, ANATEL, CNMC, ANACOM, UKE, AGCOM, DoT). After a 0 and one digit, dates and times look alike: fewer forms.
 * Two dots are also those of an amount.
 */
const PHONES = [
  /\+(?=(?:\D?\d){8,16}$)[1-9][^+]*/,
  /00-?(?:[2-9](?:\D?\d){9,13}|[17](?:\D?\d){10})/,
  /0[1-9]\d{8,10}/,
  /\(?0[1-9][-./)](?:\d{6,10}|\d{3,5}[-.]\d{3,5}|\d\d([-.])\d\d\1\d\d\1\d\d|\d{3}[-.]\d{2,3}[-.]\d\d)/,
  /(?=(?:\D?\d){9,13}$)\(?0-?[1-9]\d{1,4}(?:[-./()]\d{2,9}){1,4}(?:-\d)?(?<![./](?:19|20)\d\d)/,
  // US, CA; an area code in brackets
  /(?:1[-.])?\(?[2-9]\d\d[-.)]\d{3}[-.]\d{4}/,
  /(?=(?:\D?\d){8,12}$)\((?!(?:19|20)\d\d)\d{2,5}\)\d+(?:-\d+){0,3}/,
  // BR; ES, PT, PL; IT and IN mobile
  /[1-9]{2}(?:-9-?[1-9]\d{3}[-.]?|9[6-9]\d{3}|-(?!20\d\d-20)[2-5]\d{3}-)\d{4}/,
  /[2-9]\d\d-\d{3}-\d{3}|[5-9]\d\d(?:\.\d{3}\.\d{3}|[-.]\d\d[-.]\d\d[-.]\d\d)/,
  /[1-9]\d[-.]\d{3}[-.]\d\d[-.]\d\d|2\d-\d{3}-\d{4}|[6-9]\d\d-\d{6}|9\d-\d{7}/,
  /3[2-9]\d[-.](?:\d{6,7}|\d{3,4}[-.]\d{3,4})|[6-9]\d{4}-\d{5}/,
];
export const PHONE = new RegExp(`^(?:${PHONES.map(({ source }) => source).join("|")})$`);

/** Payment cards: whole, or in groups that begin with four digits. */
export const CARD_FORM = /^\d{4}(?:\d{8,15}|(?:[-.]\d{1,7})+)$/;
/** The issuers' ranges and lengths in use (ISO/IEC 7812; collected in Wikipedia, "Payment card number"). */
export const CARD =
  /^(?:(?=.{16}(?:...)?$)(?:[456]|2[2-7]|3[0568]|8[126]|9[78])|(?:4.{12}|3(?:[47].{13}|[0689].{12})|(?:50[123]8|5893|6304|6759|676[1-3]).{8,15})$)/;

/**
 * Numbers of persons by how many digits they have. Where one number in fifty or more would pass by chance, the last
 * member is true, and the words around it are asked as well. What may be a time (20241121224310) is none.
 */
export type IdForm = readonly [form: RegExp, valid: (digits: string) => boolean, isWeak?: boolean];
export const IDS: Readonly<Record<number, readonly IdForm[]>> = {
  9: [
    // US SSN and ITIN (SSA: no 000, 666; no 00; no 0000. IRS: 9xx)
    [/^(?!000|666)\d{3}-(?!00)\d\d-(?!0000)\d{4}$/, () => true, true],
    [/^\d{3}\d?([-.])\d\d\d?\1\d{3}$/, check.bsn, true],
  ],
  10: [
    [/^\d{3}-\d{3}-\d{4}$/, check.nhsNumber, true],
    // SE: YYMMDD-NNNN; a samordningsnummer has 60 added to the day
    [/^\d\d[01]\d[0-36-9]\d-\d{4}$/, check.luhn, true],
  ],
  11: [
    [/^\d{3}[-.]?\d{3}[-.]?\d{3}[-./]?\d\d$/, check.cpf],
    // DE tax id. Its rule on repeated digits is left out: numbers made for a test seldom keep it
    [/^[1-9]\d[-./]?\d{3}[-./]?\d{3}[-./]?\d{3}$/, check.mod11of10, true],
    [/^\d\d[0-35-9]\d[0-3]\d{6}$/, check.pesel, true],
  ],
  12: [
    [/^(?!20\d\d[01]\d{7})[2-9]\d{3}-?\d{4}-?\d{4}$/, check.verhoeff, true],
    [/^(?:19|20)\d\d[01]\d[0-36-9]\d-\d{4}$/, (digits) => check.luhn(digits.slice(2)), true],
  ],
  13: [[/^756[-.]?\d{4}[-.]?\d{4}[-.]?\d\d$/, check.ean13]],
  14: [[/^(?!20[0-3]\d[01])\d\d[-.]?\d{3}[-.]?\d{3}[-./]?\d{4}-?\d\d$/, check.cnpj]],
  15: [[/^[12378][-.]?\d\d[-.]?[0-9]\d[-.]?\d\d[-.]?\d{3}[-.]?\d{3}[-./]?\d\d$/, check.frenchNir]],
};

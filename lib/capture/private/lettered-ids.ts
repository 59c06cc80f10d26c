import * as check from "./check-digits";
import { collect, type PrivateSpan } from "./private-span";
import { isSegment, namesAThing, standsAlone } from "./surroundings";

/** Numbers of persons that have letters in them. The sources of check digits stand in `check-digits.ts`. */
const FORMS: readonly [form: RegExp, valid: (value: string) => boolean][] = [
  // UK National Insurance number (HMRC NIM39110)
  [/(?!BG|GB|[KT]N|N[KT]|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?(?:\d\d[ -]?){3}[A-D]/gi, () => true],
  // DE social insurance number
  [/\d\d[ -]?\d{6}[ -]?[A-Z][ -]?\d\d ?\d/gi, check.germanInsurance],
  // ES DNI and NIE
  [/(?:\d\d[. ]?\d{3}[. ]?\d{3}|[XYZ][ -]?\d{7})[ -]?[A-Z]/gi, check.spanishLetter],
  // IT codice fiscale; letters L to V may stand for digits (omocodia)
  [/[A-Z]{6}[ -]?[\dL-V]{2}[A-EHLMPR-T][\dL-V]{2}[ -]?[A-Z][\dL-V]{3}[A-Z]/gi, check.codiceFiscale],
  // BR CNPJ with letters; FR NIR of Corsica
  [/[\dA-Z]{2}\.?[\dA-Z]{3}\.?[\dA-Z]{3}\/?[\dA-Z]{4}-?\d\d/gi, check.cnpj],
  [/[1-478][ .-]?\d\d[ .-]?[0-9]\d[ .-]?2[AB][ .-]?\d{3}[ .-]?\d{3}[ ./-]{0,3}\d\d/gi, check.frenchNir],
];

export function findLetteredIds(text: string): PrivateSpan[] {
  return FORMS.flatMap(([form, valid]) =>
    collect(text, form, "person-id", (found, start, end) => {
      // "at 414823d": a word and a number. All digits are read elsewhere.
      if (/^(?=[^ ]* [^ ]*$).*[a-z]/.test(found) || /^[^a-z]*$/i.test(found) || namesAThing(text, start)) return false;
      if (!standsAlone(text, start, end) && !isSegment(text, start, end)) return false;
      return valid(found.replace(/[^a-z0-9]/gi, "").toUpperCase());
    }),
  );
}

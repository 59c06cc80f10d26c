import * as check from "./check-digits";
import type { PrivateSpan } from "./private-span";
import { namesAThing, standsAlone } from "./surroundings";

/** Numbers of persons that have letters in them. The sources of check digits stand in `check-digits.ts`. */
const FORMS: readonly [shape: string, valid: (value: string) => boolean][] = [
  // UK National Insurance number (HMRC NIM39110)
  ["(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?(?:\\d\\d[ -]?){3}[A-D]", () => true],
  // DE social insurance number
  ["\\d\\d[ -]?\\d{6}[ -]?[A-Z][ -]?\\d\\d[ -]?\\d", check.germanInsurance],
  // ES DNI and NIE
  ["(?:\\d\\d[. ]?\\d{3}[. ]?\\d{3}|[XYZ][ -]?\\d{7})[ -]?[A-Z]", check.spanishLetter],
  // IT codice fiscale; letters L to V may stand for digits (omocodia)
  ["[A-Z]{3} ?[A-Z]{3} ?[\\dL-V]{2}[A-EHLMPR-T][\\dL-V]{2} ?[A-Z][\\dL-V]{3} ?[A-Z]", check.codiceFiscale],
  // BR CNPJ with letters, from July 2026 on
  ["[A-Z\\d]{2}\\.[A-Z\\d]{3}\\.[A-Z\\d]{3}/[A-Z\\d]{4}-?\\d\\d", (value) => check.brazilian(value, 9)],
  // FR NIR of those born on Corsica
  ["[12] ?\\d\\d ?\\d\\d ?2[AB] ?\\d{3} ?\\d{3} ?\\d\\d", check.frenchNir],
];
const MATCHERS = FORMS.map(([shape, valid]) => ({
  matcher: new RegExp(`(?<![a-z0-9])(?:${shape})(?![a-z0-9])`, "gi"),
  valid,
}));

export function findLetteredIds(text: string): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  for (const { matcher, valid } of MATCHERS) {
    for (const { index: start, 0: found } of text.matchAll(matcher)) {
      const end = start + found.length;
      if (!valid(found.replace(/[^a-z0-9]/gi, "").toUpperCase())) continue;
      if (standsAlone(text, start, end) && !namesAThing(text, start)) spans.push({ start, end, kind: "person-id" });
    }
  }
  return spans;
}

import * as check from "./check-digits";
import type { PrivateSpan } from "./private-span";
import { namesAThing, standsAlone } from "./surroundings";

/** Numbers of persons that have letters in them. The sources of check digits stand in `check-digits.ts`. */
const FORMS: readonly [shape: RegExp, valid: ((value: string) => boolean) | null][] = [
  // UK National Insurance number (HMRC NIM39110)
  [/(?!BG|GB|[KT]N|N[KT]|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?(?:\d\d[ -]?){3}[A-D]/, null],
  // DE social insurance number
  [/\d\d[ -]?\d{6}[ -]?[A-Z][ -]?\d\d ?\d/, check.germanInsurance],
  // ES DNI and NIE
  [/(?:\d\d[. ]?\d{3}[. ]?\d{3}|[XYZ][ -]?\d{7})[ -]?[A-Z]/, check.spanishLetter],
  // IT codice fiscale; letters L to V may stand for digits (omocodia)
  [/[A-Z]{3} ?[A-Z]{3} ?[\dL-V]{2}[A-EHLMPR-T][\dL-V]{2} ?[A-Z][\dL-V]{3} ?[A-Z]/, check.codiceFiscale],
];
const MATCHERS = FORMS.map(
  ([shape, valid]) => [new RegExp(`(?<![a-z0-9])(?:${shape.source})(?![a-z0-9])`, "gi"), valid] as const,
);

export function findLetteredIds(text: string): PrivateSpan[] {
  const spans: PrivateSpan[] = [];
  for (const [matcher, valid] of MATCHERS) {
    for (const { index: start, 0: found } of text.matchAll(matcher)) {
      const end = start + found.length;
      // "at 414823d": a word and a number.
      if (/^(?=.* ).*[a-z]/.test(found) || !standsAlone(text, start, end) || namesAThing(text, start)) continue;
      if (valid?.(found.replace(/[^a-z0-9]/gi, "").toUpperCase()) ?? true)
        spans.push({ start, end, kind: "person-id" });
    }
  }
  return spans;
}

import { expect, test } from "vitest";
import {
  bsnCheck,
  cnpjCheck,
  codiceFiscaleCheck,
  cpfCheck,
  dniLetter,
  ean13Check,
  ibanCheck,
  isbn10Check,
  luhn,
  nirCheck,
  peselCheck,
  sozialversicherungCheck,
  steuerIdCheck,
  verhoeff,
} from "./check-digits";

// Published examples of the issuing bodies and of the formats' articles; a generator that is wrong would measure nothing.
test.each([
  ["Visa", luhn, "411111111111111", "1"],
  ["American Express", luhn, "37828224631000", "5"],
  ["personnummer", luhn, "811228987", "4"],
  ["Steuer-ID", steuerIdCheck, "8609574271", "9"],
  ["Steuer-ID with a digit three times", steuerIdCheck, "6592997048", "9"],
  ["Sozialversicherungsnummer", sozialversicherungCheck, "15070649C10", "3"],
  ["CPF", cpfCheck, "529982247", "25"],
  ["CNPJ", cnpjCheck, "112223330001", "81"],
  ["CNPJ with letters", cnpjCheck, "12ABC34501DE", "35"],
  ["NIR", nirCheck, "2550814168025", "38"],
  ["DNI", dniLetter, "12345678", "Z"],
  ["NIE", dniLetter, "X1234567", "L"],
  ["codice fiscale", codiceFiscaleCheck, "MRTMTT25D09F205", "Z"],
  ["PESEL", peselCheck, "4405140135", "9"],
  ["AHV", ean13Check, "756921707698", "5"],
  ["ISBN-13", ean13Check, "978316148410", "0"],
  ["ISBN-10", isbn10Check, "030640615", "2"],
  ["BSN", bsnCheck, "11122233", "3"],
  ["Aadhaar", verhoeff, "23412341234", "6"],
])("%s has the published check digit", (_, check, body, expected) => {
  expect(check(body)).toBe(expected);
});

test.each([
  ["DE", "370400440532013000", "89"],
  ["GB", "WEST12345698765432", "82"],
  ["NO", "86011117947", "93"],
])("the IBAN of %s has the published check digits", (country, account, expected) => {
  expect(ibanCheck(country, account)).toBe(expected);
});

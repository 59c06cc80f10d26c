import { describe, expect, it } from "vitest";
import {
  bsn,
  cnpj,
  codiceFiscale,
  cpf,
  ean13,
  frenchNir,
  germanInsurance,
  luhn,
  mod11of10,
  mod97,
  nhsNumber,
  pesel,
  spanishLetter,
  verhoeff,
} from "./check-digits";

const check = {
  bsn,
  cnpj,
  codiceFiscale,
  cpf,
  ean13,
  frenchNir,
  germanInsurance,
  luhn,
  mod11of10,
  mod97,
  nhsNumber,
  pesel,
  spanishLetter,
  verhoeff,
};

/** Numbers that authorities, standards or Wikipedia print as examples; none is a living person's. */
const EXAMPLES: readonly [name: keyof typeof check, number: string][] = [
  ["luhn", "4111111111111111"],
  ["luhn", "378282246310005"],
  ["luhn", "8112289874"],
  ["mod97", "DE89370400440532013000"],
  ["mod97", "MT84MALT011000012345MTLCAST001S"],
  ["mod11of10", "86095742719"],
  ["mod11of10", "47036892816"],
  ["cpf", "52998224725"],
  ["cpf", "11144477735"],
  ["cnpj", "11222333000181"],
  ["cnpj", "12ABC34501DE35"],
  ["nhsNumber", "9434765919"],
  ["bsn", "111222333"],
  ["pesel", "44051401359"],
  ["ean13", "7569217076985"],
  ["germanInsurance", "15070649C103"],
  ["germanInsurance", "65170839J003"],
  ["frenchNir", "255081416802538"],
  ["frenchNir", "184127645108946"],
  ["frenchNir", "184122A45108933"],
  ["spanishLetter", "12345678Z"],
  ["spanishLetter", "X1234567L"],
  ["codiceFiscale", "RSSMRA85T10A562S"],
  ["codiceFiscale", "MRTMTT91D08F205J"],
  ["verhoeff", "234123412346"],
  ["verhoeff", "2363"],
];

describe("check digits", () => {
  it.each(EXAMPLES)("%s accepts %s", (name, number) => {
    expect(check[name](number)).toBe(true);
  });

  it.each(EXAMPLES)("%s refuses %s with one of its digits changed", (name, number) => {
    for (const [index, digit] of number.split("").entries()) {
      if (!/\d/.test(digit)) continue;
      const changed = number.slice(0, index) + ((Number(digit) + 1) % 10) + number.slice(index + 1);
      expect(check[name](changed), changed).toBe(false);
    }
  });

  it("refuses two neighbours exchanged, where the algorithm promises it", () => {
    expect(check.verhoeff("234123412364")).toBe(false);
    expect(check.mod97("DE89370400440532013000".replace("37", "73"))).toBe(false);
    expect(check.mod11of10("68095742719")).toBe(false);
    expect(check.luhn("4111111111111111".replace("41", "14"))).toBe(false);
  });
});

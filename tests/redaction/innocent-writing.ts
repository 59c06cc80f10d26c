import { allFakers, fakerEN } from "@faker-js/faker";
import { DIGITS, HEX, LOWER, patterns, type Random } from "@/tests/support/random";

/* Addresses, paths, codes and prose that nobody would black out. */

const two = (value: number) => String(value).padStart(2, "0");
const word = () => fakerEN.word.noun().replaceAll(/[^a-z]/gi, "");
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** A date such as 2024-03-09. */
const day = (random: Random) => `${random.int(2015, 2029)}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`;

const address = (random: Random) => [10, random.int(0, 255), random.int(0, 255), random.int(1, 254)].join(".");

function host(random: Random): string {
  return random.pick([
    `${address(random)}:${random.int(80, 65_535)}`,
    address(random),
    `192.168.${random.int(0, 255)}.0/24`,
    `localhost:${random.int(1024, 65_535)}`,
    `127.0.0.1:${random.int(1024, 65_535)}`,
    `fe80::${random.text(4, HEX)}:${random.text(4, HEX)}`,
  ]);
}

function url(random: Random): string {
  return random.pick([
    `https://intranet.example.com/${word()}/${random.fill("!####")}?page=${random.int(1, 40)}&sort=asc`,
    `https://${word()}.example.org/docs/v${random.int(1, 9)}/${word()}.html#${word()}`,
    `http://${address(random)}:8080/status?format=json`,
    `https://jira.example.com/browse/${random.fill("???-####")}`,
    `https://shop.example.de/artikel/${word()}-${word()}-${random.fill("!#####")}`,
    `https://git.example.com/${word()}/${word()}/-/merge_requests/${random.fill("!##")}`,
    `/${word()}/${random.fill("!###")}/${word()}?tab=${word()}&from=${day(random)}`,
  ]);
}

function file(random: Random): string {
  return random.pick([
    `C:\\Users\\Public\\Documents\\${word()}_${random.int(2015, 2029)}.xlsx`,
    `/var/log/${word()}/${word()}-${day(random)}.log`,
    `\\\\server${random.int(1, 9)}\\${word()}\\${word()} ${random.int(1, 30)}.docx`,
    `./src/${word()}/${word()}-${word()}.test.ts:${random.int(1, 300)}:${random.int(1, 80)}`,
    `assets/${word()}.${random.text(8, HEX)}.js`,
    `${word()}@2x.png`,
    `IMG_${day(random).replaceAll("-", "")}_${random.text(6, DIGITS)}.jpg`,
    `/usr/lib/x86_64-linux-gnu/lib${word()}.so.${random.int(1, 9)}.${random.int(0, 30)}`,
  ]);
}

/** Rows of the table: name and maker. */
export const INNOCENT_WRITING: Record<string, (random: Random) => string> = {
  "hosts and ports": host,
  addresses: url,
  "file paths": file,
  "errors and codes": (random) =>
    random.pick([
      patterns(
        "ORA-0#### | HTTP 4## | 0x8007#### | SQLSTATE 42P## | E!### | Fehler -!### | exit code 1## | KB50##### | ERR!###",
        "CVE-20##-!####",
      ),
      () => `ERR_${word().toUpperCase()}_${word().toUpperCase()}`,
      () => `0x${random.text(8, HEX.toUpperCase())}`,
      () => `at ${word()}.${word()} (main.js:${random.int(1, 9)}:${random.int(1000, 99_999)})`,
    ])(random),
  "code and slugs": (random) =>
    random.pick([
      `#${random.text(6, HEX)}`,
      `${word()}-${word()}-${random.int(2015, 2029)}-final-v${random.int(1, 9)}`,
      `get${capital(word())}By${capital(word())}Id`,
      `${word().toUpperCase()}_${word().toUpperCase()}_TIMEOUT_MS`,
      `rgb(${random.int(0, 255)}, ${random.int(0, 255)}, ${random.int(0, 255)})`,
      `css-${random.text(7, LOWER + DIGITS)}`,
      `SELECT ${word()} FROM ${word()}_${random.int(1, 99)} WHERE id = ${random.fill("!###")}`,
      `application/vnd.${word()}.${word()}+json`,
      `*/${random.int(2, 30)} ${random.int(0, 23)} * * 1-5`,
      `<div class="${word()}-${random.int(1, 12)}">`,
    ]),
  places: patterns(
    "Raum !.## | Gebäude ?!, Etage # | Room ?-!## | Sala !## | Halle !, Tor ## | Gleis !# | Regal ##-##-## | desk !?##",
    "Zelle ??!##",
  ),
  prose: (random) =>
    random.pick([
      () => fakerEN.hacker.phrase(),
      () => fakerEN.company.buzzPhrase(),
      () => allFakers.de.commerce.productName(),
      () => allFakers.de.lorem.sentence(),
      () => allFakers.pt_BR.lorem.sentence(),
      () => fakerEN.commerce.productDescription(),
      () => `${allFakers.pt_BR.commerce.department()} – ${fakerEN.word.words(4)}`,
      () => `${capital(word())} ${random.pick(["Müller", "São Paulo", "Nord", "2.0", "AG"])}`,
    ])(),
};

import { allFakers, fakerEN } from "@faker-js/faker";
import { CAPITALS, DIGITS, HEX, patterns, type Random } from "@/tests/support/random";
import { ean13Check, isbn10Check } from "./check-digits";

/* The numbers that pages and reports are full of and nobody would black out. */

const two = (value: number) => String(value).padStart(2, "0");
const day = (random: Random) => two(random.int(1, 28));
const month = (random: Random) => two(random.int(1, 12));
const year = (random: Random) => String(random.int(1990, 2031));
const clock = (random: Random) => `${two(random.int(0, 23))}:${two(random.int(0, 59))}`;

function thousands(random: Random, mark: string): string {
  return (
    random.fill(random.pick(["!##", "!#", "!"])) +
    Array.from({ length: random.int(1, 3) }, () => mark + random.text(3, DIGITS)).join("")
  );
}

function price(random: Random): string {
  const german = `${thousands(random, ".")},${random.text(2, DIGITS)}`;
  const english = `${thousands(random, ",")}.${random.text(2, DIGITS)}`;
  const french = `${thousands(random, " ")},${random.text(2, DIGITS)}`;
  const small = random.fill("!#,##");
  const ways = [
    `${german} €`,
    `€ ${german}`,
    `R$ ${german}`,
    `$${english}`,
    `USD ${english}`,
    `£${english}`,
    `${french} €`,
  ];
  return random.pick([...ways, `CHF ${english.replaceAll(",", "'")}`, `${small} EUR`, `${small} €/Monat`]);
}

function isbn(random: Random): string {
  const body = random.pick(["978", "979"]) + random.text(9, DIGITS);
  const all = body + ean13Check(body);
  const short = random.text(9, DIGITS);
  return random.pick([
    `ISBN ${all}`,
    all.replace(/^(...)(.)(..)(......)(.)$/, "$1-$2-$3-$4-$5"),
    `ISBN-13: ${all.replace(/^(...)(.)(....)(....)(.)$/, "$1-$2-$3-$4-$5")}`,
    `ISBN ${short.replace(/^(.)(...)(.....)$/, "$1-$2-$3")}-${isbn10Check(short)}`,
  ]);
}

function barCode(random: Random): string {
  const body = random.pick(["400", "789", "303", "871", "500"]) + random.text(9, DIGITS);
  return `${random.pick(["EAN", "GTIN", "Barcode", "EAN-13:", "Código de barras"])} ${body}${ean13Check(body)}`;
}

function coordinates(random: Random): string {
  const latitude = `${random.int(1, 80)}.${random.text(4, DIGITS)}`;
  const longitude = `${random.int(1, 170)}.${random.text(4, DIGITS)}`;
  return random.pick([
    `${latitude}, ${longitude}`,
    `-${latitude}${random.text(2, DIGITS)},-${longitude}${random.text(2, DIGITS)}`,
    `${random.int(1, 80)}°${two(random.int(0, 59))}′${two(random.int(0, 59))}″N ${random.int(1, 170)}°${two(random.int(0, 59))}′E`,
    `lat=${latitude}&lon=${longitude}`,
  ]);
}

const packageName = () => fakerEN.word.noun().replaceAll(/[^a-z]/gi, "");

function version(random: Random): string {
  const base = `${random.int(0, 30)}.${random.int(0, 40)}.${random.int(0, 99)}`;
  return random.pick([
    base,
    `v${base}`,
    `${base}-beta.${random.int(1, 9)}`,
    `${base}+${random.text(7, HEX)}`,
    `${random.int(90, 150)}.0.${random.int(1000, 9999)}.${random.int(10, 250)}`,
    `Version ${base} (Build ${random.fill("!####")})`,
    `${year(random)}.${random.int(1, 12)}.${random.int(0, 9)}`,
    `Release ${year(random)}-${month(random)}`,
    `${packageName()}@${base}`,
    `@${packageName()}/${packageName()}@^${base}`,
    `commit ${random.text(7, HEX)}`,
  ]);
}

function moment(random: Random): string {
  const iso = `${year(random)}-${month(random)}-${day(random)}`;
  return random.pick([
    `${iso}T${clock(random)}:${two(random.int(0, 59))}Z`,
    `${iso} ${clock(random)}:${two(random.int(0, 59))}.${random.text(3, DIGITS)}`,
    `${day(random)}.${month(random)}.${year(random)} ${clock(random)} Uhr`,
    `${random.int(1, 12)}:${two(random.int(0, 59))} p.m.`,
    `${clock(random)}–${clock(random)}`,
    `Timestamp ${iso.replaceAll("-", "")}${random.text(6, "012345")}`,
    `created 17${random.text(11, DIGITS)} (ms)`,
    `${random.int(1, 12)} h ${random.int(1, 59)} min`,
    `PT${random.int(1, 12)}H${random.int(1, 59)}M`,
    `UTC+0${random.int(1, 9)}:00`,
  ]);
}

function date(random: Random): string {
  const locale = random.pick(["en", "de", "pt_BR", "fr", "es", "it"] as const);
  const name = allFakers[locale].date.month();
  return random.pick([
    `${year(random)}-${month(random)}-${day(random)}`,
    `${day(random)}.${month(random)}.${year(random)}`,
    `${day(random)}/${month(random)}/${year(random)}`,
    `${random.int(1, 12)}/${random.int(1, 28)}/${year(random)}`,
    `${random.int(1, 28)}. ${name} ${year(random)}`,
    `${random.int(1, 28)} de ${name} de ${year(random)}`,
    `${day(random)}-${month(random)}-${year(random).slice(2)}`,
    `KW ${random.int(1, 52)}/${year(random)}`,
    `Q${random.int(1, 4)} ${year(random)}`,
  ]);
}

/** Rows of the table: name and maker. */
export const INNOCENT_NUMBERS: Record<string, (random: Random) => string> = {
  "order numbers": patterns(
    "ORD-20##-##### | no. !#### | order 45######## | order no. 4##-####### | PO-88#### | SO00#### | INV/20##/####",
    "Bestellung 47##-20## | RE-20##-##### | Rechnung 20###### | Auftrag 10###### | LS##-####",
    "Pedido nº 00#### | NF-e nº ###.###",
  ),
  "ticket ids": patterns(
    "???-#### | INC00##### | CHG003#### | SCTASK00##### | № !### | SR-20##-#### | Ticket !##### | RITM00##### | GH-!##",
  ),
  dates: date,
  "times and moments": moment,
  prices: price,
  versions: version,
  ISBNs: isbn,
  "bar codes": barCode,
  measurements: patterns(
    "!#.# kg | !,### KB | !.# GHz | 2## V | !###x### | -!#.# °C | !## mg/dL | !# × !## mm | !##,# m² | !#.### Hz",
    "!.#e-# | !##.### kWh | !# MB/s | 16:9 | !##/!## mmHg | !##dpi | M!# x !## | !.### l",
  ),
  "amounts and shares": (random) =>
    random.pick([
      `${thousands(random, " ")} Bytes`,
      `${thousands(random, ".")} Datensätze`,
      `${thousands(random, ",")} rows`,
      `${random.int(1, 99)},${random.int(0, 9)} %`,
      `${random.int(1, 40)} / ${random.int(41, 900)}`,
      `${random.int(1, 40)} of ${random.int(41, 90_000)}`,
      `${random.fill("!#########")} bytes`,
    ]),
  ranges: patterns(
    "!#-## | 20##–20## | pages 1##-2## | !.000–!#.000 | S. 11#–12# | #:00-1#:30 | ID 10###-11### | [0, !###] | 1..!##",
  ),
  "part and serial numbers": patterns(
    "6ES7 2##-1??40-0??0 | SN C02??#???H# | Art.-Nr. ###.###.## | P/N ??-####-## | Material 000000000000######",
    "SKU ???-##-??? | Modell ??##??",
  ),
  "tracking and batch numbers": patterns(
    "Sendung 003404############ | UPS 1Z###??#0######### | Charge L##?### | batch 20######-## | ????U!###### | Lote ######/20",
  ),
  "reference codes": (random) =>
    `${random.pick(["Code", "Ref.", "Referenz", "cód."])} ${random.text(6, CAPITALS + DIGITS)}`,
  coordinates,
};

import {
  bsnCheck,
  cnpjCheck,
  codiceFiscaleCheck,
  cpfCheck,
  dniLetter,
  ean13Check,
  luhn,
  nirCheck,
  peselCheck,
  sozialversicherungCheck,
  steuerIdCheck,
  verhoeff,
} from "./check-digits";
import { CAPITALS, DIGITS, type Random } from "@/tests/support/random";
import { type Core, everywhere, type Format, whole, type Words } from "./sample";

const two = (value: number) => String(value).padStart(2, "0");

/** A birth date's parts; no day after the 28th, so that every month has it. */
function birth(random: Random) {
  const year = random.int(1940, 2006);
  return { year: String(year), yy: two(year % 100), month: random.int(1, 12), day: random.int(1, 28) };
}

/** Ten digits of which one comes twice or, since 2016, three times, the others at most once; the first is not 0. */
function steuerId(random: Random): string {
  const times = random.chance(0.8) ? 2 : 3;
  const left = DIGITS.split("");
  const drawn = Array.from({ length: 11 - times }, () => left.splice(random.int(0, left.length - 1), 1)[0] ?? "");
  const repeated = random.pick(drawn);
  for (let more = 1; more < times; more++) drawn.splice(random.int(0, drawn.length), 0, repeated);
  const body = drawn.join("");
  // The same digit three times in a row is not given out.
  return body.startsWith("0") || /(\d)\1\1/.test(body) ? steuerId(random) : body + steuerIdCheck(body);
}

function sozialversicherung(random: Random): string {
  const { day, month, yy } = birth(random);
  const body = `${random.pick(["12", "15", "53", "65", "82"])}${two(day)}${two(month)}${yy}${random.text(1, CAPITALS)}${random.text(2, DIGITS)}`;
  const all = body + sozialversicherungCheck(body);
  return random.chance(0.5) ? all : all.replace(/^(..)(.{6})(.)(...)$/, "$1 $2 $3 $4");
}

function cpf(random: Random): string {
  const body = random.text(9, DIGITS);
  return body + cpfCheck(body);
}

const dottedCpf = (digits: string) => digits.replace(/^(...)(...)(...)(..)$/, "$1.$2.$3-$4");

/** With letters, as new companies get them since 2026, in a fifth; the branch after the slash may have them too. */
function cnpj(random: Random): string {
  const branch = random.chance(0.1) ? random.text(4, DIGITS + CAPITALS) : `000${random.int(1, 9)}`;
  const body = random.text(8, random.chance(0.2) ? DIGITS + CAPITALS : DIGITS) + branch;
  return (body + cnpjCheck(body)).replace(/^(..)(...)(...)(....)(..)$/, "$1.$2.$3/$4-$5");
}

function ssn(random: Random): string {
  const area = String(random.int(1, 899)).padStart(3, "0");
  return area === "666"
    ? ssn(random)
    : `${area}-${two(random.int(1, 99))}-${String(random.int(1, 9999)).padStart(4, "0")}`;
}

function nino(random: Random): string {
  const prefix = random.text(1, "ABCEGHJKLMNOPRSTWXYZ") + random.text(1, "ABCEGHJKLMNPRSTWXYZ");
  if (["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].includes(prefix)) return nino(random);
  return `${prefix} ${random.fill("## ## ##")} ${random.pick(["A", "B", "C", "D"])}`;
}

function nir(random: Random): string {
  const { year, yy, month } = birth(random);
  // Corsica is 2A and 2B for births since 1976, before that it was 20.
  const isCorsican = Number(year) >= 1976 && random.chance(0.1);
  const place = isCorsican ? random.pick(["2A", "2B"]) : two(random.int(1, 95));
  const body = `${random.int(1, 2)}${yy}${two(month)}${place}${random.text(3, DIGITS)}${random.text(3, DIGITS)}`;
  return body + nirCheck(body);
}

const spacedNir = (text: string) => text.replace(/^(.)(..)(..)(..)(...)(...)(..)$/, "$1 $2 $3 $4 $5 $6 $7");

function dni(random: Random): string {
  const body = random.chance(0.35) ? random.pick(["X", "Y", "Z"]) + random.text(7, DIGITS) : random.text(8, DIGITS);
  const letter = dniLetter(body);
  return random.chance(0.25) ? `${body}-${letter}` : body + letter;
}

/** First letters of Belfiore codes: Italian places and, with Z, foreign countries. */
const PLACES = "ABCDEFGHILMZ".split("");

function codiceFiscale(random: Random): string {
  const { yy, month, day } = birth(random);
  const consonants = () => random.text(3, "BCDFGLMNPRSTVZ");
  const dayOrWoman = two(day + random.pick([0, 40]));
  const body = `${consonants()}${consonants()}${yy}${"ABCDEHLMPRST".charAt(month - 1)}${dayOrWoman}${random.pick(PLACES)}${random.fill("!##")}`;
  return body + codiceFiscaleCheck(body);
}

function pesel(random: Random): string {
  const { year, yy, month, day } = birth(random);
  const body = `${yy}${two(month + (Number(year) >= 2000 ? 20 : 0))}${two(day)}${random.text(4, DIGITS)}`;
  return body + peselCheck(body);
}

function ahv(random: Random): string {
  const body = `756${random.text(9, DIGITS)}`;
  return (body + ean13Check(body)).replace(/^(...)(....)(....)(..)$/, "$1.$2.$3.$4");
}

function personnummer(random: Random): string {
  const { year, yy, month, day } = birth(random);
  const body = `${two(month)}${two(day)}${random.text(3, DIGITS)}`;
  const tail = `${body.slice(4)}${luhn(yy + body)}`;
  return `${random.chance(0.5) ? year : yy}${body.slice(0, 4)}-${tail}`;
}

function bsn(random: Random): string {
  const body = random.fill("!#######");
  const check = bsnCheck(body);
  return check === undefined ? bsn(random) : body + check;
}

function aadhaar(random: Random): string {
  const body = random.text(1, "23456789") + random.text(10, DIGITS);
  return body + verhoeff(body);
}

const inFours = (digits: string) => digits.replaceAll(/(.{4})(?=.)/g, "$1 ");

/** Half as written for people, half as bare digits, which are private only with their word near. */
const either = (random: Random, dressed: string, bare: string): Core =>
  random.chance(0.6) ? whole(dressed) : whole(bare, false);

function id(name: string, words: Words, slug: string, make: (random: Random) => Core): Format {
  return { name, count: 100, words, slug, make };
}

const bare = (text: string) => text.replaceAll(/[^0-9A-Z]/g, "");

export const personalIdFormats: readonly Format[] = [
  id(
    "DE Steuer-ID",
    everywhere("Steuer-ID", "Steueridentifikationsnummer", "IdNr.", "Steuer-IdNr."),
    "steuer-id",
    (random) => {
      const digits = steuerId(random);
      return whole(random.chance(0.5) ? digits : digits.replace(/^(..)(...)(...)(...)$/, "$1 $2 $3 $4"), false);
    },
  ),
  id(
    "DE SV-Nummer",
    everywhere("Sozialversicherungsnummer", "SV-Nummer", "Rentenversicherungsnummer", "RVNR"),
    "sv-nummer",
    (random) => whole(sozialversicherung(random)),
  ),
  id("BR CPF", everywhere("CPF"), "cpf", (random) => {
    const digits = cpf(random);
    return either(random, dottedCpf(digits), digits);
  }),
  id("BR CNPJ", everywhere("CNPJ"), "cnpj", (random) => {
    const dressed = cnpj(random);
    return either(random, dressed, bare(dressed));
  }),
  id("US SSN", everywhere("SSN", "social security number", "Social Security No."), "ssn", (random) => {
    const dressed = ssn(random);
    return either(random, dressed, random.chance(0.5) ? bare(dressed) : dressed.replaceAll("-", " "));
  }),
  id("UK NINO", everywhere("NINO", "National Insurance number", "NI number"), "nino", (random) => {
    const dressed = nino(random);
    return either(random, dressed, bare(dressed));
  }),
  id("FR NIR", everywhere("NIR", "numéro de sécurité sociale", "n° de sécu"), "nir", (random) => {
    const text = nir(random);
    return either(random, spacedNir(text), text);
  }),
  id("ES DNI/NIE", everywhere("DNI", "NIE", "NIF"), "dni", (random) => whole(dni(random))),
  id("IT codice fiscale", everywhere("codice fiscale", "C.F.", "CF"), "codice-fiscale", (random) =>
    whole(codiceFiscale(random)),
  ),
  id("PL PESEL", everywhere("PESEL", "numer PESEL"), "pesel", (random) => whole(pesel(random), false)),
  id("CH AHV", everywhere("AHV-Nummer", "AHV", "AHV-Nr.", "numéro AVS"), "ahv", (random) => {
    const dressed = ahv(random);
    return either(random, dressed, bare(dressed));
  }),
  id("SE personnummer", everywhere("personnummer", "Personnummer"), "personnummer", (random) => {
    const dressed = personnummer(random);
    return either(random, dressed, bare(dressed));
  }),
  id("NL BSN", everywhere("BSN", "burgerservicenummer", "BSN-nummer"), "bsn", (random) => whole(bsn(random), false)),
  id("IN Aadhaar", everywhere("Aadhaar", "Aadhaar number", "UIDAI no."), "aadhaar", (random) => {
    const digits = aadhaar(random);
    return either(random, inFours(digits), digits);
  }),
];

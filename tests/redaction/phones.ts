import { allFakers, fakerEN } from "@faker-js/faker";
import { type Random, ways } from "@/tests/support/random";
import { type Format, whole, type Words } from "./sample";

/* Usual ways of writing by the national numbering plans; # is any digit, ! one from 1. One country a line. */

const INTERNATIONAL = ways(
  "+49 171 ####### | +49 (0)171 ####### | +49 30 ######## | +49-89-!###### | +49 (711) !#####-## | +4915#########",
  "+43 664 ####### | +43 1 !###### | +43 (0)664 !### ###",
  "+41 44 !## ## ## | +41 (0)79 ### ## ## | +4179#######",
  "+1 212-555-01## | +1 (415) !##-#### | +1 303 !## #### | +1646!###### | +1-206-!##-####",
  "+44 20 7946 0### | +44 7700 900### | +44 (0)20 7946 0### | +447700900### | +44 161 496 0###",
  "+33 6 ## ## ## ## | +33 (0)1 ## ## ## ## | +336########",
  "+34 6## ### ### | +34 91 ### ## ##",
  "+39 347 ### #### | +39 06 #### ####",
  "+48 5## ### ### | +48 22 ### ## ##",
  "+351 91# ### ###",
  "+55 11 9####-#### | +55 (21) 9####-#### | +55 31 3###-#### | +5511 9#### #### | +55119########",
  "+31 6 ######## | +31 (0)20 ### ####",
  "+32 47# ## ## ##",
  "+46 70 ### ## ## | +46 (0)8-### ### ##",
  "+45 ## ## ## ## | +47 9## ## ###",
  "+91 98### ##### | +91-98########",
  "+61 4## ### ### | +81 90-####-####",
);

const WITH_ZEROS = ways(
  "0049 171 ####### | 0049 (0)30 ######## | 0041 79 ### ## ## | 0043 664 ####### | 0033 6 ## ## ## ##",
  "0034 6## ### ### | 0039 347 ### #### | 0048 5## ### ### | 0031 6 ######## | 0044 20 7946 0###",
);

/** National, and known for a phone number at sight where that is how a country writes them. */
const NATIONAL = ways(
  "0171 ####### | 0171/####### | 0171-####### | 0160 ### ## ## | 030 ######## | (030) #### #### | 089/!#####",
  "(0711) !#####-## | 0664 #######",
  "044 !## ## ## | 079 ### ## ##",
  "(212) 555-01## | 415-!##-#### | 303.!##.#### | 1-800-!##-####",
  "020 7946 0### | 07700 900### | (020) 7946 0### | 0161 496 0###",
  "06 ## ## ## ## | 01.##.##.##.## | 06-##-##-##-##",
  "(11) 9####-#### | (21) 3###-#### | (11)9####-#### | (0xx11) 9####-####",
  "06-######## | 020-### ####",
  "070-### ## ## | 08-### ### ##",
  "(02) 9### #### | 090-####-#### | 03-####-#### | (22) ### ## ##",
);

/** Private only with a word near. */
const BY_WORD = ways(
  "030 !##### | 0171####### | 0612###### | 212555#### | 415 !## #### | 11 9####-#### | 119########",
  "6## ### ### | 91 ### ## ## | 347 ### #### | 06 #### #### | 5## ### ### | 5##-###-### | 91# ### ###",
  "98### ##### | 0412 ### ###",
);

const WORDS: Words = {
  en: ["phone", "phone number", "mobile", "tel.", "cell phone", "telephone"],
  de: ["Telefon", "Telefonnummer", "Handynummer", "Tel.", "Mobil", "Rückrufnummer"],
  pt: ["telefone", "celular", "número de telefone", "tel.", "WhatsApp"],
};

const FRAMES: Words = {
  en: [
    "{X}",
    "Please call me at {X}.",
    "Call {X} if it happens again",
    "My mobile is {X}, I am there until five.",
    "Phone: {X}",
    "Tel. {X} (Mrs. Miller)",
    "The customer's phone number {X} is cut off!",
    "/contacts/Miller – Tel. {X}",
  ],
  de: [
    "{X}",
    "Bitte ruft mich unter {X} an.",
    "Ihr erreicht mich unter {X}, bis 17 Uhr.",
    "Tel.: {X}",
    "Telefon {X} (Frau Müller)",
    "Meine Handynummer ist {X}",
    "Die Telefonnummer {X} wird abgeschnitten!",
  ],
  pt: [
    "{X}",
    "Me liguem no {X}, por favor.",
    "Meu celular é {X}.",
    "Tel.: {X}",
    "Telefone {X} (dona Ana)",
    "O telefone {X} do cliente aparece cortado!",
    "Ligar para {X} ou mandar WhatsApp",
  ],
};

/** Without the frame that leaves the value alone. */
const SAID: Words = { en: FRAMES.en.slice(1), de: FRAMES.de.slice(1), pt: FRAMES.pt.slice(1) };

const LOCALES = ["de", "fr", "en_US", "en_GB", "pt_BR", "es", "it", "pl", "sv", "nl", "de_CH", "cs_CZ", "ja"] as const;

function fakerPhone(random: Random): string {
  const number = allFakers[random.pick(LOCALES)].phone.number({ style: "international" });
  // Some locales draw the country code as well, and no country's begins with 0.
  return number.startsWith("+0") ? fakerPhone(random) : number;
}

export const phoneFormats: readonly Format[] = [
  {
    name: "phone, international",
    count: 200,
    words: WORDS,
    slug: "phone",
    make: (random) => whole(random.fill(random.pick(INTERNATIONAL))),
  },
  {
    name: "phone, faker's way",
    count: 80,
    words: WORDS,
    slug: "phone",
    make: (random) => whole(fakerPhone(random)),
  },
  {
    name: "phone, 00 prefix",
    count: 80,
    frames: FRAMES,
    make: (random) => whole(random.fill(random.pick(WITH_ZEROS))),
  },
  { name: "phone, national", count: 240, frames: FRAMES, make: (random) => whole(random.fill(random.pick(NATIONAL))) },
  { name: "phone, by its word", count: 120, frames: SAID, make: (random) => whole(random.fill(random.pick(BY_WORD))) },
  {
    name: "phone, tel: link",
    count: 40,
    frames: {
      en: ["{X}", "Link {X} is dead."],
      de: ["{X}", "Der Link {X} geht nicht."],
      pt: ["{X}", "O link {X} falha."],
    },
    make: () => ({
      ...whole(`tel:${fakerEN.phone.number({ style: "international" })}`),
      start: "tel:".length,
    }),
  },
];

import { allFakers } from "@faker-js/faker";
import type { Random } from "@/tests/support/random";
import { type Format, whole, type Words } from "./sample";

const LOCALES = ["en", "de", "pt_BR", "fr", "es", "it", "pl", "sv", "nl", "cs_CZ"] as const;
const DOMAINS = [
  "gmail.com",
  "example.com",
  "web.de",
  "uol.com.br",
  "acme-werke.de",
  "contoso.co.uk",
  "uni.edu",
  "firma.online",
];
const SUBDOMAINS = ["mail.acme.com", "eu.corp.contoso.co.uk", "it.prefeitura.sp.gov.br", "vertrieb.beispiel-ag.de"];
const TAGS = ["shop", "test1", "newsletter", "2024", "jira-login", "no_spam"];

const WORDS: Words = {
  en: ["e-mail", "email address", "login", "contact"],
  de: ["E-Mail", "E-Mail-Adresse", "Anmeldename", "Mail"],
  pt: ["e-mail", "endereço de e-mail", "login"],
};

function mailbox(random: Random): string {
  const [first, last] = nameOf(random);
  const made = [
    `${first}.${last}`,
    `${first.charAt(0)}${last}`,
    `${first}_${last}`,
    `${last}-${first}`,
    `${first}${random.int(1, 99)}`,
  ];
  return random.pick(made);
}

function nameOf(random: Random): [string, string] {
  const { person } = allFakers[random.pick(LOCALES)];
  return [ascii(person.firstName()), ascii(person.lastName())];
}

function ascii(name: string): string {
  const plain = name.normalize("NFD").replaceAll(/[^A-Za-z]/g, "");
  return (plain === "" ? "kim" : plain).toLowerCase();
}

const capitalised = (text: string) => text.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());

export const emailFormats: readonly Format[] = [
  {
    name: "e-mail",
    count: 160,
    words: WORDS,
    slug: "mail",
    make: (random) => whole(`${mailbox(random)}@${random.pick(DOMAINS)}`),
  },
  {
    name: "e-mail, faker's way",
    count: 80,
    words: WORDS,
    slug: "mail",
    make: (random) => whole(allFakers[random.pick(LOCALES)].internet.email()),
  },
  {
    name: "e-mail, tag or subdomain",
    count: 120,
    words: WORDS,
    slug: "mail",
    make(random) {
      const tag = random.chance(0.7) ? `+${random.pick(TAGS)}` : "";
      return whole(
        `${mailbox(random)}${tag}@${tag && random.chance(0.5) ? random.pick(DOMAINS) : random.pick(SUBDOMAINS)}`,
      );
    },
  },
  {
    name: "e-mail, other dress",
    count: 100,
    make(random) {
      const plain = `${mailbox(random)}@${random.pick(DOMAINS)}`;
      const [box = "", domain = ""] = plain.split("@");
      return random.pick([
        { ...whole(`<${plain}>`), start: 1, end: plain.length + 1 },
        { ...whole(`mailto:${plain}`), start: "mailto:".length },
        whole(plain.toUpperCase()),
        whole(`${capitalised(box)}@${domain}`),
        whole(`${box}%40${domain}`),
        whole(`${box}@${random.pick(["müller-söhne.de", "sãopaulo.com.br", "société.fr"])}`),
      ]);
    },
  },
];

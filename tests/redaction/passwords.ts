import { faker } from "@faker-js/faker";
import { ALPHANUMERIC, type Random } from "@/tests/support/random";
import { type Core, everywhere, type Format, whole } from "./sample";

const SYMBOLS = "!?#$%&*+-_";
const BASES = ["Sommer", "Lucas", "Dragon", "Berlin", "Flamengo", "Welcome", "Qwertz", "Winter", "Schatzi", "Sunshine"];

/** Passwords as people choose or are given them; each has a digit or a symbol, since bare words may be said of anything. */
function password(random: Random): string {
  const kind = random.int(1, 6);
  if (kind === 1) return random.pick(BASES) + random.int(1, 2030) + random.pick(["", "!", "#", "$"]);
  if (kind === 2)
    return `${random.text(random.int(7, 12), ALPHANUMERIC + SYMBOLS)}${random.int(0, 9)}${random.text(1, ALPHANUMERIC)}`;
  if (kind === 3) return [word(), word(), word(), random.int(1, 99)].join(random.pick(["-", "_", "."]));
  if (kind === 4) return leet(random.pick(BASES)) + random.pick(SYMBOLS.split("")) + random.int(1, 99);
  if (kind === 5) return `${word()}${random.int(10, 9999)}`;
  return faker.internet.password({ length: random.int(10, 16), pattern: /[\w!#%]/, prefix: "x7" });
}

const word = () => faker.word.noun({ length: { min: 4, max: 8 } }).replaceAll(/[^a-z]/gi, "");

function leet(text: string): string {
  return text.replaceAll("a", "4").replaceAll("e", "3").replaceAll("i", "1").replaceAll("o", "0");
}

/** {P} is the password. */
const SAID = {
  en: [
    "my password is {P}",
    "Password: {P}",
    "pw: {P}",
    "pwd={P}",
    "the password {P} does not work",
    "I used password {P} as always",
    "passphrase: {P}",
    "login jdoe / password {P}",
    "The temporary password for the portal is {P}.",
    "My new password '{P}' is refused!",
    "user: jdoe pass: {P}",
    "Password for SAP: {P}",
    "I changed my password to {P} and now I am locked out",
  ],
  de: [
    "mein Passwort ist {P}",
    "Passwort: {P}",
    "PW: {P}",
    "das Kennwort lautet {P}",
    "Kennwort für SAP: {P}",
    "mit dem Passwort {P} kann ich mich nicht anmelden",
    "Mein neues Passwort {P} wird nicht angenommen.",
    "Passwort „{P}“ geht nicht",
    "Benutzer mmeier, Passwort {P}",
    "Das Initialpasswort war {P}, bitte zurücksetzen",
    "Zugangsdaten: mmeier / Passwort: {P}",
  ],
  pt: [
    "minha senha é {P}",
    "Senha: {P}",
    "a senha do sistema é {P}",
    "usei a senha {P} e não entrou",
    "Senha provisória: {P}",
    "login ana.souza / senha {P}",
    "Minha nova senha '{P}' não é aceita!",
    "senha = {P}",
    "usuário: ana senha: {P}",
    "Troquei a senha para {P} e agora não consigo entrar",
    "A senha {P} não funciona mais.",
  ],
};

const PINS = {
  en: ["PIN: {P}", "My PIN is {P}.", "the PIN {P} is refused"],
  de: ["PIN: {P}", "Meine PIN ist {P}.", "die PIN {P} wird abgelehnt"],
  pt: ["PIN: {P}", "Meu PIN é {P}.", "a senha numérica é {P}"],
};

function said(random: Random, frames: readonly string[], secret: string): Core {
  const frame = random.pick(frames);
  const start = frame.indexOf("{P}");
  return { ...whole(frame.replace("{P}", () => secret)), start, end: start + secret.length };
}

const AROUND = everywhere("{X}", "Hi! {X}", "SAP 7.50: {X}", "{X}\nThanks, J.", "1) {X}");

export const passwordFormats: readonly Format[] = [
  ...(["en", "de", "pt"] as const).map((language) => ({
    name: `password, ${language}`,
    count: 140,
    frames: AROUND,
    make: (random: Random) => said(random, SAID[language], password(random)),
  })),
  {
    name: "PIN by its word",
    count: 60,
    frames: AROUND,
    make: (random) =>
      said(random, PINS[random.pick(["en", "de", "pt"] as const)], random.fill(random.pick(["####", "######"]))),
  },
];

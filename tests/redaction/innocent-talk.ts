import type { Random } from "@/tests/support/random";

/* People talk about secrets without telling one: the words alone must not black anything out. */

const SUBJECTS = {
  en: [
    "password",
    "PIN",
    "IBAN",
    "credit card number",
    "phone number",
    "e-mail address",
    "API key",
    "session token",
    "SSN",
    "passphrase",
  ],
  de: [
    "Passwort",
    "Kennwort",
    "IBAN",
    "Kartennummer",
    "Telefonnummer",
    "E-Mail-Adresse",
    "Steuer-ID",
    "Zugangstoken",
    "PIN",
  ],
  pt: [
    "senha",
    "PIN",
    "IBAN",
    "CPF",
    "número do cartão",
    "telefone",
    "e-mail",
    "token de acesso",
    "CNPJ",
    "chave de API",
  ],
};

/** {S} is the subject, {N} a number. */
const TALK = {
  en: [
    "My {S} is not accepted.",
    "The {S} expired yesterday",
    "{S} must have at least {N} characters",
    "{S}: required",
    "Why do I have to type my {S} {N} times a day?",
    "The {S} field is empty after {N} seconds",
    "I forgot my {S}, and the reset takes {N} hours.",
    "{S} is invalid (error {N})",
    "Resetting the {S} does not work in Firefox {N}",
    "the {S} is shown as ********",
    "{S} and user name are swapped in step {N}",
  ],
  de: [
    "{S} wird nicht angenommen.",
    "{S} ist seit gestern abgelaufen",
    "{S}: mindestens {N} Zeichen",
    "{S} (Pflichtfeld)",
    "Warum fragt ihr {N}-mal am Tag nach {S}?",
    "Das Feld {S} ist nach {N} Sekunden leer",
    "{S} ungültig, Fehler {N}",
    "{S} zurücksetzen dauert {N} Stunden.",
    "{S} lässt sich nicht ändern",
  ],
  pt: [
    "{S} não é aceito.",
    "{S} expirou ontem",
    "{S}: mínimo de {N} caracteres",
    "{S} (campo obrigatório)",
    "Por que pedem {S} {N} vezes por dia?",
    "O campo {S} fica vazio depois de {N} segundos",
    "{S} inválido, erro {N}",
    "Trocar {S} leva {N} minutos.",
    "Não consigo alterar {S} na tela {N}",
  ],
};

export function talk(random: Random): string {
  const language = random.pick(["en", "de", "pt"] as const);
  const frame = random.pick(TALK[language]);
  return frame.replace("{S}", random.pick(SUBJECTS[language])).replace("{N}", String(random.int(2, 90)));
}

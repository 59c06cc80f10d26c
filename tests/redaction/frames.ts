import type { Random } from "@/tests/support/random";
import type { Core, Format, Language, Sample, Words } from "./sample";

/* Where a value stands in real texts: {X} is the value, {L} what people call it. Written before the first run. */

const LABELLED: Words = {
  en: [
    "{L}: {X}",
    "{L} {X}",
    "My {L} is {X}.",
    "The form refuses my {L} {X}, although it is right.",
    "The {L} ({X}) is shown twice.",
    "I typed {X} as {L} and nothing happened.",
    "Customer has {L} {X}; please correct it",
    'When I enter the {L} "{X}", the page freezes!',
    "Why can everybody see the {L} of my colleague, {X}?",
    "Saved with {L}={X}",
  ],
  de: [
    "{L}: {X}",
    "{L} {X} wird nicht angenommen.",
    "Meine {L} lautet {X}.",
    "Ich habe {X} als {L} eingegeben, dann kam ein Fehler.",
    "Beim Kunden steht {L} {X}, das ist aber falsch",
    "Unter {L} „{X}“ finde ich nichts.",
    "Warum sieht jeder die {L} ({X})?",
    "Die Maske zeigt {L} {X} – zweimal!",
  ],
  pt: [
    "{L}: {X}",
    "Meu {L} é {X}.",
    "O {L} {X} não é aceito pelo sistema.",
    "Digitei {X} no campo {L} e deu erro",
    "O cliente com {L} {X} aparece duas vezes, por favor corrijam.",
    "Por que todos veem o {L} ({X})?",
    'Ao informar o {L} "{X}" a tela trava!',
  ],
};

const BARE: Words = {
  en: [
    "The page shows {X} to everyone.",
    "{X} does not work.",
    "Searching for {X} finds nothing",
    "I cannot save because of {X}, and it is urgent.",
    "Somebody left {X} in the comment field!",
    "Wrong value: {X}",
    "Is {X} still valid?",
    "{X}; it is cut off on the right",
    'Copied "{X}" from the list, then the tab crashed.',
    "The second row ({X}) comes up twice.",
  ],
  de: [
    "Die Seite zeigt {X} für alle an.",
    "{X} funktioniert nicht.",
    "Die Suche nach {X} findet nichts",
    "Wegen {X} kann ich nicht speichern, und es eilt.",
    "Da steht noch {X} im Kommentarfeld!",
    "In der zweiten Zeile („{X}“) fehlt etwas.",
    "Ist {X} noch gültig?",
    "Falscher Wert: {X}",
  ],
  pt: [
    "A página mostra {X} para todos.",
    "{X} não funciona.",
    "A busca por {X} não encontra nada",
    "Não consigo salvar por causa de {X}, e é urgente.",
    "Alguém deixou {X} no campo de comentários!",
    "Valor errado: {X}",
    "O registro ({X}) aparece duas vezes.",
    "{X} ainda é válido?",
  ],
};

const TITLES = [
  "{X} – Customers – CRM",
  "Edit {X} | Backoffice",
  "{X} bearbeiten · ERP",
  "Editar {X} - Portal RH",
  "Search results for {X}",
];
const LABELLED_TITLES = ["{L} {X} – Customers – CRM", "{L}: {X} | Backoffice", "{L} {X} - Portal RH"];
const PATHS = [
  "/customers/{X}/edit",
  "https://crm.intranet.example/kunden/{X}",
  "/api/v2/contas/{X}?tab=2",
  "#/users/{X}",
];
const LABELLED_PATHS = ["/people/{S}/{X}", "/search?{S}={X}", "https://hr.intranet.example/{S}/{X}/details"];

const LANGUAGES: readonly Language[] = ["en", "de", "pt"];

/** What may stand in an address as it is. */
const FITS_PATH = /^[\w.@+-]+$/;

/** Puts a core where such things stand: alone, in a sentence, in a title, in a path. */
export function place(random: Random, format: Format): Sample {
  const core = format.make(random);
  const language = random.pick(LANGUAGES);
  const frame = format.frames ? random.pick(format.frames[language]) : pickFrame(random, format, core, language);
  return fit(format.name, frame, core);
}

function pickFrame(random: Random, format: Format, core: Core, language: Language): string {
  const word = format.words && random.pick(format.words[language]);
  const isLabelled = word !== undefined && (!core.atSight || random.chance(0.5));
  const naming = (frames: readonly string[]) => random.pick(frames).replace("{L}", word ?? "");
  const where = random.int(1, 100);
  if (where <= 25) return isLabelled && !core.atSight ? `${word ?? ""}: {X}` : "{X}";
  if (where <= 35 && FITS_PATH.test(core.text) && (core.atSight || format.slug)) {
    const isNamed = format.slug !== undefined && (isLabelled || !core.atSight);
    return isNamed ? random.pick(LABELLED_PATHS).replace("{S}", format.slug ?? "") : random.pick(PATHS);
  }
  if (where <= 47 && !core.text.includes("\n")) return naming(isLabelled ? LABELLED_TITLES : TITLES);
  return naming(isLabelled ? LABELLED[language] : BARE[language]);
}

function fit(format: string, frame: string, core: Core): Sample {
  const at = frame.indexOf("{X}");
  // A function: a `$` in the value must not be read as a group.
  return {
    format,
    text: frame.replace("{X}", () => core.text),
    start: at + core.start,
    end: at + core.end,
  };
}

/** An innocent value among the same sentences, titles and paths as the private ones. */
export function placeInnocent(random: Random, value: string): string {
  const where = random.int(1, 100);
  if (where <= 40) return value;
  const frames = where <= 52 ? TITLES : BARE[random.pick(LANGUAGES)];
  return random.pick(frames).replace("{X}", () => value);
}

import { sentencesOf } from "./sentences";

/** What a kept answer leaves open, and each report fills in: who reported it, the tool, and the address of the page. */
export const BLANKS = ["name", "site", "link"] as const;
export type Blank = (typeof BLANKS)[number];

/** null where a report does not say. */
export type Facts = Readonly<Record<Blank, string | null>>;

/** As they are written in a kept answer, in any of our languages: `[name]`, `[Seite]`, `[link]`. */
const WRITTEN: Record<Blank, string> = { name: "name|nome", site: "site|seite", link: "link" };

const pattern = (blank: Blank, flags = "giu") => new RegExp(String.raw`\[(?:${WRITTEN[blank]})\]`, flags);
const ANY = new RegExp(String.raw`\[(?:${Object.values(WRITTEN).join("|")})\]`, "giu");

export interface Filled {
  text: string;
  /** Sentences that had to go, as they were written: they say nothing without what is not known. */
  left: string[];
}

/**
 * A kept answer, filled in. Where something is not known (a person without a name, a report without a page), the words
 * around it go with it, so that what is left still reads well; a sentence that hangs on it goes as a whole. Pure.
 */
export function fillBlanks(text: string, facts: Facts): Filled {
  if (missingIn(text, facts).length === 0) return { text: fillKnown(text, facts), left: [] };
  const left: string[] = [];
  let filled = "";
  let at = 0;
  for (const sentence of sentencesOf(text)) {
    filled += text.slice(at, sentence.from);
    const healed = heal(sentence.text, missingIn(sentence.text, facts));
    if (healed === null) left.push(sentence.text);
    else filled += fillKnown(healed, facts);
    at = sentence.to;
  }
  return { text: tidy(filled + text.slice(at)), left };
}

function missingIn(text: string, facts: Facts): Blank[] {
  return BLANKS.filter((blank) => facts[blank] === null && pattern(blank).test(text));
}

/** In one pass: a name that looks like a blank is not filled in once more. */
function fillKnown(text: string, facts: Facts): string {
  return text.replaceAll(ANY, (written) => {
    const blank = BLANKS.find((each) => pattern(each).test(written));
    return (blank && facts[blank]) ?? written;
  });
}

/** A sentence without the blanks that nobody can fill in; null where it would say nothing. */
function heal(sentence: string, missing: readonly Blank[]): string | null {
  let healed = sentence;
  for (const blank of missing) {
    for (const [around, instead] of HEALING[blank]) healed = healed.replaceAll(around, instead);
    if (pattern(blank).test(healed)) return null;
  }
  if (!/[\p{L}\p{N}]/u.test(healed.replaceAll(ANY, ""))) return null;
  return healed === sentence ? sentence : capital(healed.trim(), sentence);
}

const NAME = String.raw`\[(?:${WRITTEN.name})\]`;
const SITE = String.raw`\[(?:${WRITTEN.site})\]`;
const LINK = String.raw`\[(?:${WRITTEN.link})\]`;
const GREETING = "hello|hi|hey|hallo|moin|servus|olá|oi|(?:good|guten|gute|bom|boa)\\s+\\p{L}+";
const END = String.raw`(?=\s*(?:[,.!?:;–—]|$))`;

/** What goes with a blank, most particular first; with what comes in its place. */
const HEALING: Record<Blank, [RegExp, string][]> = {
  name: [
    // "Dear" needs a name behind it.
    [new RegExp(String.raw`^dear\s+${NAME}${END}`, "giu"), "Hello"],
    [new RegExp(String.raw`^(?:liebe|sehr geehrte)(?:[rs]|[:*/_(]-?r?\)?)?\s+${NAME}${END}`, "giu"), "Guten Tag"],
    [new RegExp(String.raw`^(?:car|prezad|querid)[oa](?:\([ao]\)|/[ao])?\s+${NAME}${END}`, "giu"), "Olá"],
    // "Hello, [name], …" keeps a comma of the two.
    [new RegExp(String.raw`^(${GREETING}),?\s+${NAME}${END}`, "giu"), "$1"],
    // "Thank you, [name], for …"
    [new RegExp(String.raw`,\s*${NAME}\s*,`, "giu"), ""],
    // "Thank you very much, [name]!"
    [new RegExp(String.raw`^((?:[\p{L}\p{M}'’]+\s+){0,3}[\p{L}\p{M}'’]+),?\s+${NAME}${END}`, "giu"), "$1"],
    // "[name], we have …"
    [new RegExp(String.raw`^${NAME}\s*[,:!–—]\s*`, "giu"), ""],
    // "…, [name]."
    [new RegExp(String.raw`,\s*${NAME}${END}`, "giu"), ""],
  ],
  site: [
    [new RegExp(String.raw`\s*\([^()]*${SITE}[^()]*\)`, "giu"), ""],
    // "The list in [site] is fast again": what stands before it says enough.
    [
      new RegExp(
        String.raw`(?<=\S+\s+\S+)\s+(?:in|on|of|from|within|im|am|von|vom|bei|aus|no|na|do|da|de|em)\s+(?:(?:the|dem|der|o|a)\s+)?${SITE}`,
        "giu",
      ),
      "",
    ],
  ],
  link: [[new RegExp(String.raw`\s*\([^()]*${LINK}[^()]*\)`, "giu"), ""]],
};

/** What moved to the front is written as what stood there. */
function capital(healed: string, before: string): string {
  const wasCapital = before.startsWith("[") || /^\p{Lu}/u.test(before);
  return wasCapital ? healed.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase()) : healed;
}

function tidy(text: string): string {
  return text
    .replaceAll(/[ \t]+/g, " ")
    .replaceAll(/ ?\n ?/g, "\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .replaceAll(/ (?=[,.!?;])/g, "")
    .trim();
}

/** The other way round: an answer that was written for one person, with what is theirs left open. */
export function openBlanks(text: string, facts: Facts, written: Readonly<Record<Blank, string>>): string {
  let open = text;
  // An address has the tool's name in it, often.
  for (const blank of ["link", "name", "site"] as const) {
    const fact = facts[blank]?.trim() ?? "";
    if (fact.length < LEAST_FACT) continue;
    const whole = new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(fact)}(?![\p{L}\p{N}])`, "gu");
    open = open.replaceAll(whole, () => written[blank]);
  }
  return open;
}

/** Shorter ones are found where they are not meant. */
const LEAST_FACT = 3;

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}

export type FindingType = "jargon" | "abbreviation" | "long-sentence" | "blame" | "no-next-step";

/** Something in an answer that a person without IT's knowledge may stumble over. Never more than a hint. */
export interface Finding {
  type: FindingType;
  /** UTF-16 offsets of the words in the text; both 0 where it is about the whole message. */
  from: number;
  to: number;
  /** A plain alternative, in the language of the text; null where none is known. */
  say: string | null;
}

/** The languages that are known here; others are looked at with the rules that all have in common. */
export type GuardLanguage = "en" | "de" | "pt-BR";

/** `de-AT` is `de`, every Portuguese is `pt-BR`; null for a language that is not known here. */
export function guardLanguage(lang: string): GuardLanguage | null {
  const base = lang.toLowerCase().split("-")[0];
  if (base === "en" || base === "de") return base;
  return base === "pt" ? "pt-BR" : null;
}

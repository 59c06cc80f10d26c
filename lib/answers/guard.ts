import { abbreviations } from "./abbreviations";
import { blame } from "./blame";
import { type Finding, guardLanguage } from "./finding";
import { jargon } from "./jargon";
import { missingNextStep } from "./next-step";
import type { OwnWord } from "@/lib/policy/policy";
import { longSentences } from "./sentences";

export { readingEase } from "./reading-ease";

/**
 * What somebody without IT's knowledge may stumble over in a message to them, in the order of the text; what is about
 * the whole of it last. `lang` is BCP 47; in a language that is not known here only long sentences, short forms and the
 * organisation's own words (`company`) are found. Pure, and never a reason to
 * block: whoever writes decides.
 */
export function checkAnswer(text: string, lang: string, company: readonly OwnWord[] = []): Finding[] {
  const language = guardLanguage(lang);
  const words = jargon(text, language, company);
  const isIn = (outer: Finding, { from, to }: Finding) => from >= outer.from && to <= outer.to;
  const short = abbreviations(text).filter((one) => !words.some((word) => isIn(word, one)));
  const known = language === null ? [] : [...blame(text, language), ...missingNextStep(text, language)];
  return [...words, ...short, ...longSentences(text), ...known].toSorted((a, b) => orderOf(a) - orderOf(b));
}

function orderOf({ type, from }: Finding): number {
  return type === "no-next-step" ? Number.POSITIVE_INFINITY : from;
}

import type { ReportDoc } from "@/lib/protocol/documents";
import { triageOf } from "@/lib/reports/triage";
import { plainLetters, wordsOf } from "./letters";
import { isNear, slipsOf } from "./near";

/** What may be searched of a report: words, goal, every answer, site, element, path, and IT's own marks. */
export function searchText(doc: ReportDoc): string {
  const { words, goal, note, context, timeline, reporter } = doc;
  const { assignee, labels, externalRefs } = triageOf(doc);
  const said = [...timeline.map(({ text }) => text), assignee, ...labels, ...externalRefs.map(({ key }) => key)];
  const place = context && [context.site, context.title, context.origin, context.path, context.element?.name];
  return [words, goal, note, reporter?.name, ...said, ...(place ?? [])].filter(Boolean).join(" ");
}

interface Searched {
  id: string;
  doc: ReportDoc;
}

/**
 * Finds reports by what is said in them, as somebody types and mistypes. Every word that was typed must be there: as a
 * piece of the text, or, where no text at all has it, as a word that is spelled nearly like it. Texts are kept in plain
 * letters; the words that occur are collected at the first slip. O(all texts) for each word that was typed.
 */
export function createSearch() {
  const texts = new Map<string, { of: string; plain: string }>();
  let vocabulary: Set<string> | null = null;
  let last: readonly Searched[] = [];

  /** Takes in what is new or has changed, and lets go of what is gone. The same list again costs nothing. */
  function update(reports: readonly Searched[]): void {
    if (reports === last) return;
    last = reports;
    const gone = new Set(texts.keys());
    for (const { id, doc } of reports) {
      gone.delete(id);
      const text = searchText(doc);
      if (texts.get(id)?.of === text) continue;
      const plain = plainLetters(text);
      texts.set(id, { of: text, plain });
      if (vocabulary) for (const word of wordsOf(plain)) vocabulary.add(word);
    }
    for (const id of gone) texts.delete(id);
  }

  function allWords(): Set<string> {
    if (!vocabulary) {
      vocabulary = new Set();
      for (const { plain } of texts.values()) for (const word of wordsOf(plain)) vocabulary.add(word);
    }
    return vocabulary;
  }

  /** What may stand for a typed word: itself where it occurs, else the words that are nearly spelled like it. */
  function standsFor(typed: string): string[] {
    for (const { plain } of texts.values()) if (plain.includes(typed)) return [typed];
    const slips = slipsOf(typed.length);
    return slips === 0 ? [] : [...allWords()].filter((word) => isNear(typed, word, slips));
  }

  /** Ids of the reports that have every word of `typed`; null where nothing was typed that could be searched for. */
  function find(typed: string): Set<string> | null {
    const words = wordsOf(plainLetters(typed));
    if (words.length === 0) return null;
    const wanted = words.map(standsFor);
    const found = new Set<string>();
    for (const [id, { plain }] of texts) {
      if (wanted.every((any) => any.some((word) => plain.includes(word)))) found.add(id);
    }
    return found;
  }

  return { update, find };
}

import type { EventData } from "@/lib/protocol/event";
import { LIMITS } from "@/lib/protocol/limits";
import type { Summary } from "@/lib/protocol/summary";

/** A known annoyance in one language, as it is typed. */
export interface TypedText {
  title: string;
  text: string;
  workaround: string;
}
export type TypedField = keyof TypedText;

export interface KnownDraft {
  place: Summary["place"];
  /** By language tag. */
  texts: Readonly<Record<string, TypedText>>;
}

/** The languages that Earshot speaks; others can be read here, where somebody else has published them. */
const OURS = ["en", "de", "pt-BR"] as const;

const EMPTY: TypedText = { title: "", text: "", workaround: "" };

export function textIn(draft: KnownDraft, lang: string): TypedText {
  return draft.texts[lang] ?? EMPTY;
}

export function withText(draft: KnownDraft, lang: string, change: Partial<TypedText>): KnownDraft {
  return { ...draft, texts: { ...draft.texts, [lang]: { ...textIn(draft, lang), ...change } } };
}

/** What is published already; nothing where it is not. */
export function draftOf(summary: Summary | undefined): KnownDraft {
  if (!summary) return { place: "page", texts: {} };
  const { title, text, workaround, lang, texts = {}, place } = summary;
  const all = { ...texts, [lang]: { title, text, workaround } };
  return {
    place,
    texts: Object.fromEntries(
      Object.entries(all).map(([tag, one]) => [
        tag,
        { title: one.title, text: one.text ?? "", workaround: one.workaround ?? "" },
      ]),
    ),
  };
}

/** A draft as text that outlives the popup, and back; null where nothing (that can be read) was kept. */
export function recallDraft(kept: string): KnownDraft | null {
  try {
    const draft = JSON.parse(kept) as Partial<KnownDraft> | null;
    if (!draft?.texts || (draft.place !== "page" && draft.place !== "site")) return null;
    const texts = Object.entries(draft.texts).map(([lang, one]) => [lang, { ...EMPTY, ...one }] as const);
    const isTyped = texts.every(([, one]) => Object.values(one).every((value) => typeof value === "string"));
    return isTyped ? { place: draft.place, texts: Object.fromEntries(texts) } : null;
  } catch {
    return null;
  }
}

/** The reader's own language first. */
export function languagesOf(draft: KnownDraft, own: string): string[] {
  return [...new Set([own, ...OURS, ...Object.keys(draft.texts)])];
}

export function isFilled({ title, text, workaround }: TypedText): boolean {
  return [title, text, workaround].some((part) => part.trim() !== "");
}

const MOST: Record<TypedField, number> = {
  title: LIMITS.summaryTitle,
  text: LIMITS.summaryText,
  workaround: LIMITS.summaryText,
};

/** How many characters too long a part is; 0 where it fits. */
export function tooLong(field: TypedField, typed: string): number {
  return Math.max(0, typed.trim().length - MOST[field]);
}

/** What a press of `Publish` would do. */
export type KnownPlan =
  | { kind: "publish"; said: EventData<"org.earshot.summary.published.v1"> }
  | { kind: "title-needed"; lang: string }
  | { kind: "too-long"; lang: string };

/** `own` is the language of the one who writes: it comes first where it is filled. */
export function planKnown(draft: KnownDraft, own: string): KnownPlan {
  const filled = languagesOf(draft, own).filter((lang) => isFilled(textIn(draft, lang)));
  for (const lang of filled) {
    const typed = textIn(draft, lang);
    if (typed.title.trim() === "") return { kind: "title-needed", lang };
    if (FIELDS.some((field) => tooLong(field, typed[field]) > 0)) return { kind: "too-long", lang };
  }
  const [lang, ...others] = filled;
  if (lang === undefined) return { kind: "title-needed", lang: own };
  const texts = Object.fromEntries(others.map((other) => [other, toSaid(textIn(draft, other))]));
  const more = others.length > 0 && { texts };
  return { kind: "publish", said: { ...toSaid(textIn(draft, lang)), lang, ...more, place: draft.place } };
}

const FIELDS = ["title", "text", "workaround"] as const satisfies readonly TypedField[];

function toSaid(typed: TypedText): { title: string; text?: string; workaround?: string } {
  const [title, text, workaround] = [typed.title.trim(), typed.text.trim(), typed.workaround.trim()];
  return { title, ...(text !== "" && { text }), ...(workaround !== "" && { workaround }) };
}

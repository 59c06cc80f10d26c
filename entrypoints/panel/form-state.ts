import type { Draft } from "@/lib/database/rows";
import type { PanelOpened, PointedElement, ReportForm } from "@/lib/messaging/messages";
import type { PageContext } from "@/lib/protocol/context";

/** What the person has filled in beside the words, which live in the textbox itself. */
export interface FormState {
  goal: string;
  kind: Draft["kind"];
  burden: Draft["burden"];
  exactPath: boolean;
  anonymous: boolean;
  /** What the person pointed at. Of this very page, so it is not kept with the draft. */
  element: PointedElement | null;
  /** What the person took out of the page's context. */
  leftOut: ReadonlySet<ContextField>;
}

export type ContextField = Exclude<keyof PageContext, "origin">;

export const EMPTY_FORM: FormState = {
  goal: "",
  kind: null,
  burden: {},
  exactPath: false,
  anonymous: false,
  element: null,
  leftOut: new Set(),
};

/** As the protocol counts: UTF-16 code units, as a textarea does. */
export const MOST_WORDS = 4000;
/** From here on the counter shows. */
export const NEARLY_MOST = 3600;

export function fromDraft(draft: Draft): FormState {
  const { goal, kind, burden, exactPath, anonymous } = draft;
  return { ...EMPTY_FORM, goal, kind, burden, exactPath, anonymous };
}

export function toDraft(words: string, form: FormState): Draft {
  const { goal, kind, burden, exactPath, anonymous } = form;
  return { words, goal, kind, burden, exactPath, anonymous };
}

/** The words kept from before come first, then what was typed while they were on their way. */
export function withDraftWords(kept: string, typed: string): string {
  if (kept === "" || typed === "" || kept === typed) return kept || typed;
  return `${kept}\n${typed}`;
}

/** No name known means anonymous: there is nothing in between. */
export function isAnonymous(form: FormState, name: string | null): boolean {
  return form.anonymous || name === null;
}

/** Exactly what will be sent of the page; what the list shows is made from it. */
export function contextToSend(opened: PanelOpened, form: FormState): PageContext | null {
  if (!opened.context) return null;
  const context: PageContext = { ...opened.context, ...(form.element ? { element: form.element } : {}) };
  const anonymous = isAnonymous(form, opened.name);
  if (form.exactPath && !anonymous && opened.exactPath) context.exactPath = opened.exactPath;
  // A title and an exact address can tell who somebody is.
  if (anonymous) delete context.title;
  for (const field of form.leftOut) delete context[field];
  return context;
}

export function toReport(words: string, lang: string, opened: PanelOpened, form: FormState): ReportForm {
  return {
    words,
    lang,
    goal: form.goal,
    kind: form.kind,
    burden: form.burden,
    context: contextToSend(opened, form),
    anonymous: isAnonymous(form, opened.name),
  };
}

export type Missing = "words" | "shorter" | null;

export function whatIsMissing(words: string, form: FormState): Missing {
  if (words.length > MOST_WORDS) return "shorter";
  return /\S/.test(words) || form.kind !== null ? null : "words";
}

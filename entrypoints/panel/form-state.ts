import type { Draft } from "@/lib/database/rows";
import type { PanelOpened, Picture, PointedElement, ReportForm } from "@/lib/messaging/messages";
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
  /** The picture as it will be sent. Of this very page as well, and never kept. */
  picture: Picture | null;
  /** The organisation's own wish for a picture was heard once: who takes it out is not asked again. */
  pictureOffered: boolean;
  /** What the person took out of what would be sent. */
  leftOut: ReadonlySet<SentField>;
}

type ContextField = Exclude<keyof PageContext, "origin">;
/** What can be left out of a report, but for the name, which has its own tick. `page` is all of the context. */
export type SentField = ContextField | "page" | "kind" | "goal" | "burden" | "lang" | "picture";

export const EMPTY_FORM: FormState = {
  goal: "",
  kind: null,
  burden: {},
  exactPath: false,
  anonymous: false,
  element: null,
  picture: null,
  pictureOffered: false,
  leftOut: new Set(),
};

/** As the protocol counts: UTF-16 code units, as a textarea does. */
export const MOST_WORDS = 4000;
/** From here on the counter shows. */
export const NEARLY_MOST = 3600;

export function fromDraft(draft: Draft): FormState {
  const { goal, kind, burden, exactPath, anonymous } = draft;
  // Only fields that this version has ever written are in it.
  const leftOut = new Set((draft.leftOut ?? []) as SentField[]);
  return { ...EMPTY_FORM, goal, kind, burden, exactPath, anonymous, leftOut };
}

export function toDraft(words: string, form: FormState): Draft {
  const { goal, kind, burden, exactPath, anonymous, leftOut } = form;
  return { words, goal, kind, burden, exactPath, anonymous, ...(leftOut.size > 0 && { leftOut: [...leftOut] }) };
}

/** A form with something changed. What is said anew is not left out any more. */
export function withChange(form: FormState, patch: Partial<FormState>): FormState {
  if (patch.leftOut) return { ...form, ...patch };
  const leftOut = new Set(form.leftOut);
  for (const field of Object.keys(patch)) leftOut.delete(field as SentField);
  return { ...form, ...patch, leftOut };
}

/** The words kept from before come first, then what was typed while they were on their way. */
export function withDraftWords(kept: string, typed: string): string {
  if (kept === "" || typed === "" || kept === typed) return kept || typed;
  return `${kept}\n${typed}`;
}

/** What counts for whether a report goes without a name; null until the background has answered. */
type Known = Pick<PanelOpened, "name" | "identity"> | null;

/** The name is the person's to give or to keep: they know one, and the organisation leaves it to them. */
export function isNameFree(known: Known): boolean {
  return known !== null && known.identity.mode === "optional" && known.name !== null;
}

/** No name known means anonymous: there is nothing in between. Where one is required, it is asked for instead. */
export function isAnonymous(form: FormState, known: Known): boolean {
  if (known?.identity.mode === "anonymous") return true;
  if (known?.identity.mode === "required") return false;
  return form.anonymous || known === null || known.name === null;
}

/** The report cannot go before the person has said who they are. */
export function lacksName(known: Known): boolean {
  return known?.identity.mode === "required" && known.name === null;
}

/** Exactly what will be sent of the page; what the list shows is made from it. */
export function contextToSend(opened: PanelOpened, form: FormState): PageContext | null {
  if (!opened.context || form.leftOut.has("page")) return null;
  const context: PageContext = { ...opened.context, ...(form.element ? { element: form.element } : {}) };
  const anonymous = isAnonymous(form, opened);
  if (form.exactPath && !anonymous && opened.exactPath) context.exactPath = opened.exactPath;
  // A title and an exact address can tell who somebody is.
  if (anonymous) delete context.title;
  for (const field of form.leftOut) if (field in context) delete context[field as ContextField];
  return context;
}

/** Where nothing may be said of the language: BCP 47's word for it. */
const NO_LANGUAGE = "und";

export function toReport(words: string, lang: string, opened: PanelOpened, form: FormState): ReportForm {
  const isOut = (field: SentField) => form.leftOut.has(field);
  return {
    words,
    lang: isOut("lang") ? NO_LANGUAGE : lang,
    goal: isOut("goal") ? "" : form.goal,
    kind: isOut("kind") ? null : form.kind,
    burden: isOut("burden") ? {} : form.burden,
    context: contextToSend(opened, form),
    anonymous: isAnonymous(form, opened),
    name: isAnonymous(form, opened) ? null : opened.name,
    picture: opened.context && !isOut("picture") ? form.picture : null,
  };
}

export type Missing = "words" | "shorter" | null;

export function whatIsMissing(words: string, form: FormState): Missing {
  if (words.length > MOST_WORDS) return "shorter";
  const hasKind = form.kind !== null && !form.leftOut.has("kind");
  return /\S/.test(words) || hasKind ? null : "words";
}

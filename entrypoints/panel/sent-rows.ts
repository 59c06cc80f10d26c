import { i18n } from "#i18n";
import type { PanelOpened } from "@/lib/messaging/messages";
import type { PageContext } from "@/lib/protocol/context";
import { burdenLine, kinds } from "./choices";
import { sayElement } from "@/lib/capture/element-words";
import { textWith } from "@/lib/platform/text";
import { contextToSend, isAnonymous, type ContextField, type FormState } from "./form-state";

/** One line of "Show what will be sent". */
export interface SentRow {
  label: string;
  value: string;
  /** What the button of the line takes out or puts back; null for what cannot be left out. */
  field: ContextField | null;
  leftOut: boolean;
}

/** All that will be sent, in plain words, made from the very form that is sent. */
export function sentRows(words: string, opened: PanelOpened, form: FormState): SentRow[] {
  const fixed = (label: string, value: string): SentRow => ({ label, value, field: null, leftOut: false });
  const rows = [fixed(i18n.t("panel.sent.words"), words.trim() || i18n.t("panel.sent.noWords"))];
  const kind = kinds().find((option) => option.value === form.kind);
  if (kind) rows.push(fixed(i18n.t("panel.kind"), kind.label));
  if (form.goal.trim()) rows.push(fixed(i18n.t("panel.goal"), form.goal.trim()));
  const burden = burdenLine(form.burden);
  if (burden) rows.push(fixed(i18n.t("panel.cost"), burden));
  const name = isAnonymous(form, opened.name) ? i18n.t("panel.sent.noName") : opened.name;
  rows.push(fixed(i18n.t("panel.sent.name"), name ?? ""));
  // What was left out stays in the list, so that it can be put back.
  const everything = contextToSend(opened, { ...form, leftOut: new Set() });
  if (!everything) return [...rows, fixed(i18n.t("panel.sent.page"), i18n.t("panel.sent.noPage"))];
  rows.push(fixed(i18n.t("panel.sent.page"), everything.origin));
  for (const [field, label, value] of pageRows(everything)) {
    if (value) rows.push({ label, value, field, leftOut: form.leftOut.has(field) });
  }
  return rows;
}

function pageRows(context: PageContext): [ContextField, string, string | undefined][] {
  return [
    ["path", i18n.t("panel.sent.path"), context.path],
    ["exactPath", i18n.t("panel.sent.exactPage"), context.exactPath],
    ["title", i18n.t("panel.sent.pageTitle"), context.title],
    ["site", i18n.t("panel.sent.site"), context.site],
    ["element", i18n.t("picker.sent"), context.element && elementLines(context.element)],
    ["timings", i18n.t("panel.sent.speed"), speed(context.timings)],
    ["failedRequests", i18n.t("panel.sent.failed"), failures(context.failedRequests)],
    ["browser", i18n.t("panel.sent.browser"), context.browser],
    ["os", i18n.t("panel.sent.os"), context.os],
    ["viewport", i18n.t("panel.sent.viewport"), context.viewport?.replace("x", " × ")],
    ["zoom", i18n.t("panel.sent.zoom"), context.zoom && `${Math.round(context.zoom * 100)} %`],
    ["locale", i18n.t("panel.sent.locale"), context.locale],
  ].filter((row): row is [ContextField, string, string] => typeof row[2] === "string");
}

/** In words. The path to it is said, not shown: it is for IT's browser, and nobody else can read it. */
function elementLines(element: NonNullable<PageContext["element"]>): string {
  const { css, quote } = element;
  const around = quote && [quote.prefix, `“${quote.exact}”`, quote.suffix].filter(Boolean).join(" … ");
  return [sayElement(element, textWith), around, css && i18n.t("picker.foundAgain")].filter(Boolean).join("\n");
}

function speed(timings: PageContext["timings"]): string | undefined {
  if (!timings) return undefined;
  const number = (value: number, digits: number) => value.toLocaleString(undefined, { maximumFractionDigits: digits });
  const seconds = (["ttfb", "lcp", "load", "inp", "longTasks"] as const)
    .filter((key) => timings[key] !== undefined)
    .map((key) => i18n.t(`panel.speed.${key}`, [number((timings[key] ?? 0) / 1000, 1)]));
  if (timings.cls !== undefined) seconds.push(i18n.t("panel.speed.cls", [number(timings.cls, 2)]));
  return seconds.join(", ");
}

function failures(failed: PageContext["failedRequests"]): string | undefined {
  return failed?.map(({ path, status }) => i18n.t("panel.sent.failedOne", [path, String(status)])).join(", ");
}

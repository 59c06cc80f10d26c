import { i18n } from "#i18n";
import type { ReportForm } from "@/lib/messaging/messages";
import type { PageContext } from "@/lib/protocol/context";
import type { Envelope, EventData } from "@/lib/protocol/event";
import { burdenLine, kinds } from "../choices";
import type { SentField } from "../form-state";
import { PAGE_FIELDS, PAGE_WORDS } from "./page-rows";
import { sayBytes, sayLanguage, sayTime } from "./say";

/** One line of "Show what will be sent". */
export interface SentRow {
  label: string;
  /** null where it was left out. */
  value: string | null;
  /** What the line's button takes out or puts back; null for what cannot be left out. */
  field: SentField | "name" | null;
  /** Where in the event this stands, so that a test can tell that every part of it is said. */
  of: readonly string[];
}

export type SentEvent = Omit<Envelope, "data"> & { data: EventData<"org.earshot.report.created.v1"> };

export interface SentGroup {
  title: string;
  hint?: string;
  rows: SentRow[];
}

/**
 * The whole event in plain words. It is made from the very event that will be sent, not from the form; `offered` is the
 * report with nothing left out, so that what was left out can be put back.
 */
export function sentGroups(event: SentEvent, offered: ReportForm, canBeNamed: boolean): SentGroup[] {
  const groups: SentGroup[] = [
    { title: i18n.t("sent.said"), rows: saidRows(event, offered, canBeNamed) },
    { title: i18n.t("sent.about"), rows: pageRows(event.data.context, offered.context) },
    {
      title: i18n.t("sent.way"),
      rows: wayRows(event),
      ...(event.data.identity === "anon" && { hint: `${i18n.t("name.notSeen")} ${i18n.t("name.couldBeSeen")}` }),
    },
  ];
  const said = new Set(groups.flatMap(({ rows }) => rows.flatMap((row) => row.of)));
  groups.at(-1)?.rows.push(...unsaidRows(event, said));
  return groups.filter(({ rows }) => rows.length > 0);
}

function saidRows({ data }: SentEvent, offered: ReportForm, canBeNamed: boolean): SentRow[] {
  const kindOf = (kind: ReportForm["kind"] | undefined) => kinds().find((option) => option.value === kind)?.label;
  const row = (field: SentField, label: string, value: string | undefined, isOffered: boolean): SentRow[] =>
    value || isOffered ? [{ label, value: value || null, field, of: [`data.${field}`] }] : [];
  const isNamed = data.reporter !== undefined;
  return [
    {
      label: i18n.t("sent.words"),
      value: data.words.trim() || i18n.t("sent.noWords"),
      field: null,
      of: ["data.words"],
    },
    ...row("lang", i18n.t("sent.lang"), data.lang === "und" ? undefined : sayLanguage(data.lang), true),
    ...row("kind", i18n.t("panel.kind"), kindOf(data.kind), offered.kind !== null),
    ...row("goal", i18n.t("panel.goal"), data.goal, /\S/.test(offered.goal)),
    ...row("burden", i18n.t("panel.cost"), burdenLine(data.burden ?? {}), Object.keys(offered.burden).length > 0),
    {
      label: i18n.t("sent.name"),
      value: isNamed ? [data.reporter?.name, data.reporter?.email].filter(Boolean).join(", ") : i18n.t("sent.noName"),
      field: canBeNamed ? "name" : null,
      of: ["data.identity", "data.reporter"],
    },
    ...pictureRows(data, offered),
  ];
}

function pictureRows({ attachments = [] }: SentEvent["data"], offered: ReportForm): SentRow[] {
  const says = attachments.map(({ w, h, size }) =>
    i18n.t("sent.pictureIs", [String(w ?? "?"), String(h ?? "?"), sayBytes(size)]),
  );
  if (says.length === 0 && !offered.picture) return [];
  const value = says.length > 0 ? says.join("\n") : null;
  return [{ label: i18n.t("sent.picture"), value, field: "picture", of: ["data.attachments"] }];
}

function pageRows(sent: PageContext | null, offered: PageContext | null): SentRow[] {
  const page = (value: string | null, field: SentField | null): SentRow => ({
    label: i18n.t("sent.page"),
    value,
    field,
    of: [sent ? "data.context.origin" : "data.context"],
  });
  if (!offered) return [page(i18n.t("sent.noPage"), null)];
  if (!sent) return [page(null, "page")];
  const rows = PAGE_FIELDS.flatMap((field): SentRow[] => {
    const { label, say } = PAGE_WORDS[field];
    const value = say(sent);
    if (value === undefined && say(offered) === undefined) return [];
    return [{ label: label(), value: value ?? null, field, of: [`data.context.${field}`] }];
  });
  return [page(sent.origin, "page"), ...rows];
}

/** What nobody chose and the way needs, in words; the exact text has the numbers themselves. */
function wayRows({ time, data: { identity } }: SentEvent): SentRow[] {
  const row = (label: string, value: string, ...of: string[]): SentRow => ({ label, value, field: null, of });
  const isAnonymous = identity === "anon";
  const when = sayTime(time, isAnonymous);
  return [
    row(i18n.t("sent.time"), isAnonymous ? i18n.t("sent.timeHour", [when]) : when, "time"),
    row(i18n.t("sent.report"), i18n.t("sent.reportIs"), "subject", "partitionkey"),
    row(i18n.t("sent.message"), i18n.t(isAnonymous ? "sent.messageRandom" : "sent.messageNamed"), "id"),
    row(
      i18n.t("sent.browserNumber"),
      i18n.t(isAnonymous ? "sent.browserNumberNone" : "sent.browserNumberIs"),
      "source",
    ),
    row(i18n.t("sent.lock"), i18n.t("sent.lockIs"), "data.replyHash"),
    row(i18n.t("sent.mark"), i18n.t("sent.markIs"), "data.ownTag"),
    row(i18n.t("sent.form"), i18n.t("sent.formIs"), "type", "specversion", "datacontenttype"),
  ];
}

/** What has no words here yet is still said. */
function unsaidRows(event: SentEvent, said: ReadonlySet<string>): SentRow[] {
  const parts = [
    ...partsOf("", event, ["data"]),
    ...partsOf("data.", event.data, ["context"]),
    ...(event.data.context ? partsOf("data.context.", event.data.context, []) : []),
  ];
  return parts
    .filter(([of]) => !said.has(of))
    .map(([of, value]) => ({
      label: i18n.t("sent.other"),
      value: `${of}: ${JSON.stringify(value)}`,
      field: null,
      of: [of],
    }));
}

function partsOf(prefix: string, of: object, but: readonly string[]): [string, unknown][] {
  return Object.entries(of)
    .filter(([key]) => !but.includes(key))
    .map(([key, value]): [string, unknown] => [prefix + key, value]);
}

import { cutText } from "@/lib/platform/cut-text";
import type { ReportDoc } from "@/lib/protocol/documents";
import { triageOf } from "@/lib/reports/triage";

/** What each row of the table says of a report, by column. Times are RFC 3339, hours have a point. */
const COLUMNS: Record<string, (doc: ReportDoc) => string | number | null> = {
  id: (doc) => doc.id,
  created: (doc) => doc.createdAt,
  site: (doc) => doc.context?.site ?? null,
  page: (doc) => (doc.context ? doc.context.origin + (doc.context.path ?? "") : null),
  title: (doc) => doc.context?.title ?? null,
  words: (doc) => doc.words,
  goal: (doc) => doc.goal,
  kind: (doc) => doc.kind,
  language: (doc) => doc.lang,
  name: (doc) => doc.reporter?.name ?? null,
  people: (doc) => doc.people,
  hours_a_week: (doc) => doc.hoursAWeek,
  people_without_hours: (doc) => doc.hoursUnknown,
  people_who_cannot_work: (doc) => doc.blocked,
  status: (doc) => doc.status,
  attention: (doc) => doc.attention,
  same_as: (doc) => doc.canonical ?? null,
  assignee: (doc) => triageOf(doc).assignee,
  labels: (doc) => triageOf(doc).labels.join("; ") || null,
  tickets: (doc) =>
    triageOf(doc)
      .externalRefs.map(({ url }) => url)
      .join(" ") || null,
  answer: (doc) => doc.note,
  answered_by: (doc) => doc.statusBy,
  answered_at: (doc) => doc.statusAt,
  helped_yes: (doc) => doc.helped.yes,
  helped_partly: (doc) => doc.helped.partly,
  helped_no: (doc) => doc.helped.no,
  hours_given_back: (doc) => doc.helped.hoursGivenBack,
};

/**
 * RFC 4180: commas, CRLF, quotes doubled; with a byte order mark, without which spreadsheets misread letters outside
 * of ASCII.
 */
export function toCsv(docs: readonly ReportDoc[]): string {
  const columns = Object.entries(COLUMNS);
  const rows = docs.map((doc) => columns.map(([, read]) => cell(read(doc))));
  return `\uFEFF${[columns.map(([name]) => name), ...rows].map((row) => `${row.join(",")}\r\n`).join("")}`;
}

/** A spreadsheet runs what begins like a formula (OWASP, "CSV Injection"): such a text gets an apostrophe in front. */
function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /^[\s\uFEFF]*[=+\-@\t\r|%]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One report a line, as the collector's documents are: what a program reads. */
export function toNdjson(docs: readonly ReportDoc[]): string {
  return docs.map((doc) => `${JSON.stringify(doc)}\n`).join("");
}

/** What a report says, for any tracker. `facts`: name and value of what stands below the words; null for none. */
export function toMarkdown(
  title: string,
  doc: ReportDoc,
  facts: readonly (readonly [string, string | null])[],
): string {
  const [head = ""] = title.split("\n");
  const said = doc.words.trim() === "" ? [] : [...asLines(doc.words).map((line) => `> ${line}`.trimEnd()), ""];
  const known = facts.filter(([, value]) => value !== null && value !== "");
  return [
    `# ${plain(cutText(head, 80))}`,
    "",
    ...said,
    ...known.map(([name, value]) => `- ${name}: ${asLines(value ?? "").join(" ")}`),
    "",
  ].join("\n");
}

function asLines(text: string): string[] {
  return text.split(/\r?\n/).map(plain);
}

/** What people write is text, and no markup, mention or picture of anybody's. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>()#+\-!|~@&:]/g, (sign) => (sign === "@" ? "@\u200B" : `\\${sign}`));
}

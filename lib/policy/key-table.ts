import { managedSchema, type SchemaNode } from "./managed-schema";

/** A line of the table in docs/policy.md. */
interface KeyRow {
  /** With its place: `sites[].matches`. */
  key: string;
  type: string;
  what: string;
  without: string;
}

const TYPES = { object: "group", array: "list", string: "text", number: "number", boolean: "yes/no" } as const;

/** Every key that holds a value, and every list, in the order of the schema. */
export function keyRows(node: SchemaNode = managedSchema(), at = ""): KeyRow[] {
  if (node.properties) {
    return Object.entries(node.properties).flatMap(([name, child]) =>
      keyRows(child, at === "" ? name : `${at}.${name}`),
    );
  }
  const { type, description = "", without = "", items } = node;
  const own: KeyRow = { key: at, type: TYPES[type], what: description, without };
  return [own, ...(items?.properties ? keyRows(items, `${at}[]`) : [])];
}

const START =
  "<!-- The table is made from lib/policy/managed-schema.ts: npx tsx scripts/generate-managed-schema.ts -->";
const END = "<!-- End of the table. -->";

/**
 * The text of docs/policy.md with its table as the schema has it.
 * @throws where the text has lost the two marks around it.
 */
export function withKeyTable(docs: string): string {
  const [from, to] = [docs.indexOf(START), docs.indexOf(END)];
  if (from < 0 || to < from) throw new Error("docs/policy.md has no marks around its table of keys");
  return `${docs.slice(0, from + START.length)}\n\n${table(keyRows())}\n\n${docs.slice(to)}`;
}

/** Padded as the formatter pads it. */
function table(rows: KeyRow[]): string {
  const cells = [
    ["key", "type", "what it is", "without it"],
    ...rows.map(({ key, type, what, without }) => [`\`${key}\``, type, what, without]),
  ];
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[], filler = " ") =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0, filler)).join(" | ")} |`;
  const [head = [], ...body] = cells;
  return [line(head), line(["", "", "", ""], "-"), ...body.map((row) => line(row))].join("\n");
}

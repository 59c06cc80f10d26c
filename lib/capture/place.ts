/**
 * Where an element stands: in a table, a dialog, a named area, or under a heading. In a report it is one line, outer
 * before inner, each part the kind and the name: `table Invoices › column Amount`.
 */
export interface Place {
  kind: PlaceKind;
  name: string;
}

export type PlaceKind = "table" | "column" | "dialog" | "heading" | "navigation" | "form" | "group" | "region";

const KINDS: readonly PlaceKind[] = ["table", "column", "dialog", "heading", "navigation", "form", "group", "region"];
const BETWEEN = " › ";
/** Two of them and their kinds fit into the 200 characters of a report's `within`. */
export const MAX_PLACE_NAME = 80;

export function placeLine(places: readonly Place[]): string {
  return places.map(({ kind, name }) => `${kind} ${name.replaceAll("›", ">")}`).join(BETWEEN);
}

/** Reads what `placeLine` wrote; anything else (another client's words) comes back as one place without a kind. */
export function readPlaces(line: string): (Place | { kind: null; name: string })[] {
  const parts = line.split(BETWEEN).map((part) => {
    const kind = KINDS.find((one) => part.startsWith(`${one} `));
    return kind && { kind, name: part.slice(kind.length + 1) };
  });
  return parts.every((part) => part !== undefined) ? parts : [{ kind: null, name: line }];
}

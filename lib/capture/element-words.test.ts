import { expect, it } from "vitest";
import { sayElement } from "./element-words";
import { placeLine, readPlaces } from "./place";

const TEXTS: Record<string, string> = {
  picker_role_button: "button",
  picker_role_cell: "cell",
  picker_role_other: "part of the page",
  picker_named: "$1 $2",
  picker_in_table: "$1, in the table $2",
  picker_in_column: "$1, in the column $2",
  picker_in_other: "$1, in $2",
};
const say = (key: string, ...values: string[]) =>
  (TEXTS[key] ?? key).replace(/\$(\d)/g, (_match, place: string) => values[Number(place) - 1] ?? "");

it.each([
  [{ role: "button", name: "Approve", within: "table Invoices" }, "button Approve, in the table Invoices"],
  [{ role: "gridcell", within: "table Invoices › column Amount" }, "cell, in the column Amount, in the table Invoices"],
  [{ role: "generic" }, "part of the page"],
  [{ role: "button", name: "$1", within: "what another client wrote" }, "button $1, in what another client wrote"],
])("%j is said as %j", (element, words) => {
  expect(sayElement(element, say)).toBe(words);
});

it("reads the places that it wrote", () => {
  const places = [
    { kind: "table" as const, name: "Home › Invoices" },
    { kind: "column" as const, name: "Amount" },
  ];
  expect(readPlaces(placeLine(places))).toEqual([{ kind: "table", name: "Home > Invoices" }, places[1]]);
});

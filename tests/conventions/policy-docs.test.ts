import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CORNERS, IDENTITY_MODES, NAME_SOURCES, PICTURES, SINK_PROFILES, WEEKDAYS } from "@/lib/policy/choices";
import { keyRows, withKeyTable } from "@/lib/policy/key-table";
import { parsePolicy } from "@/lib/policy/parse-policy";
import type { RefusalReason } from "@/lib/policy/policy";

const ROOT = join(import.meta.dirname, "../..");
const docs = readFileSync(join(ROOT, "docs/policy.md"), "utf8");

/** The first cells of the tables. */
const rows = new Set([...docs.matchAll(/^\| `([^`]+)`/gm)].map(([, key]) => key));

test("the table of keys is what the schema makes (else: npx tsx scripts/generate-managed-schema.ts)", () => {
  expect(withKeyTable(docs)).toBe(docs);
  const keys = keyRows().map(({ key }) => key);
  expect(keys).toContain("sites[].matches");
  expect(keys).toContain("capture.patterns");
  for (const { key, what, without } of keyRows()) {
    expect(what, key).not.toBe("");
    expect(`${what}${without}`, key).not.toContain("|");
  }
});

test("every word that a key takes is named there", () => {
  for (const word of [...CORNERS, ...IDENTITY_MODES, ...NAME_SOURCES, ...PICTURES, ...SINK_PROFILES, ...WEEKDAYS])
    expect(docs).toContain(`\`${word}\``);
});

/** All of them, so that the compiler asks for one that is new. */
const REASONS: Record<RefusalReason, true> = {
  "not-a-pattern": true,
  "pattern-has-path-host": true,
  "too-broad": true,
  "not-an-address": true,
  "not-https": true,
  "not-a-choice": true,
  "not-a-selector": true,
  "not-an-expression": true,
  "not-a-header": true,
  "not-a-time": true,
  "not-a-number": true,
  "not-a-currency": true,
  "not-a-colour": true,
  "not-delivered": true,
  "not-known": true,
  "too-many": true,
  "wrong-shape": true,
};

test("every reason for which an item is refused is explained there", () => {
  expect(Object.keys(REASONS).filter((reason) => !rows.has(reason))).toEqual([]);
});

test("the examples are policies of which nothing is refused", () => {
  const examples = [...docs.matchAll(/```json\n([^]*?)```/g)].map(([, text = ""]): unknown =>
    // What stands for the rest of a token.
    JSON.parse(text.replaceAll("…", "x")),
  );
  expect(examples.length).toBeGreaterThan(1);
  for (const example of examples) expect(parsePolicy(valuesIn(example)).refused).toEqual([]);
});

/** What the extension gets of a policy file: what is below its id. */
function valuesIn(file: unknown): unknown {
  if (typeof file !== "object" || file === null) throw new Error("an example without an endpoint");
  return "endpoint" in file ? file : valuesIn(Object.values(file)[0]);
}

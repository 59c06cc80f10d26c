import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { IDENTITY_MODES, NAME_SOURCES, PICTURES, SINK_PROFILES, WEEKDAYS } from "@/lib/policy/choices";
import { parsePolicy } from "@/lib/policy/parse-policy";
import type { RefusalReason } from "@/lib/policy/policy";

const ROOT = join(import.meta.dirname, "../..");
const docs = readFileSync(join(ROOT, "docs/policy.md"), "utf8");
const schema = JSON.parse(readFileSync(join(ROOT, "public/managed-schema.json"), "utf8")) as Node;

interface Node {
  type: string;
  properties?: Record<string, Node>;
  items?: Node;
}

/** `sites[].matches` and so on: every key that holds a value, and every list. */
function keysOf(node: Node, at = ""): string[] {
  if (node.properties) {
    return Object.entries(node.properties).flatMap(([name, child]) =>
      keysOf(child, at === "" ? name : `${at}.${name}`),
    );
  }
  if (node.items?.properties) return [at, ...keysOf(node.items, `${at}[]`)];
  return [at];
}

/** The first cells of the tables. */
const rows = new Set([...docs.matchAll(/^\| `([^`]+)`/gm)].map(([, key]) => key));

test("every key that policy may have stands in the table of docs/policy.md, and no other", () => {
  const keys = keysOf(schema);
  expect(keys).toContain("sites[].matches");
  expect(keys).toContain("capture.patterns");
  expect(keys.filter((key) => !rows.has(key))).toEqual([]);
  const known = new Set<string>([...keys, ...Object.keys(REASONS)]);
  expect([...rows].filter((key) => key === undefined || !known.has(key))).toEqual([]);
});

test("every word that a key takes is named there", () => {
  for (const word of [...IDENTITY_MODES, ...NAME_SOURCES, ...PICTURES, ...SINK_PROFILES, ...WEEKDAYS])
    expect(docs).toContain(`\`${word}\``);
});

/** All of them, so that the compiler asks for one that is new. */
const REASONS: Record<RefusalReason, true> = {
  "not-a-pattern": true,
  "pattern-has-path-host": true,
  "not-an-address": true,
  "not-https": true,
  "not-a-choice": true,
  "not-a-selector": true,
  "not-an-expression": true,
  "not-a-header": true,
  "not-a-time": true,
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

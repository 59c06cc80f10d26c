import type { SchemaNode } from "@/lib/policy/managed-schema";

const NAMES = {
  object: "a group of keys in { }",
  array: "a list in [ ]",
  string: "a text in quotes",
  boolean: "true or false, without quotes",
  number: "a number, without quotes",
  integer: "a whole number, without quotes",
} as const;

/** What browsers would drop without a word: a value of another type than the schema's, and a key that it has not. */
export function checkTypes(value: unknown, schema: SchemaNode, at: string): string[] {
  if (!isOf(schema.type, value)) return [`${at} must be ${NAMES[schema.type]}.`];
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) =>
      schema.items ? checkTypes(item, schema.items, `${at}[${index}]`) : [],
    );
  }
  if (typeof value !== "object" || value === null) return [];
  const known = schema.properties ?? {};
  return Object.entries(value).flatMap(([key, inner]) => {
    const found = Object.hasOwn(known, key) ? known[key] : undefined;
    if (!found) return [`${at}.${key} is no key of this version. Known here: ${Object.keys(known).join(", ")}.`];
    return checkTypes(inner, found, `${at}.${key}`);
  });
}

function isOf(type: SchemaNode["type"], value: unknown): boolean {
  switch (type) {
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    case "string":
    case "boolean":
    case "number":
      return typeof value === type;
    default:
      return type satisfies never;
  }
}

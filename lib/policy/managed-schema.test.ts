import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { managedSchemaJson } from "./managed-schema";

describe("public/managed-schema.json", () => {
  it("is what the schema makes (else: npx tsx scripts/generate-managed-schema.ts)", () => {
    const file = readFileSync(new URL("../../public/managed-schema.json", import.meta.url), "utf8");
    expect(file).toBe(managedSchemaJson());
  });

  it("has nothing for which Chromium does not load an extension", () => {
    const visit = (node: unknown): void => {
      if (typeof node !== "object" || node === null) return;
      expect(Object.keys(node)).not.toContain("anyOf");
      expect(Object.keys(node)).not.toContain("additionalProperties");
      if ("properties" in node) {
        for (const property of Object.values(node.properties as object)) {
          expect(typeof (property as { type: unknown }).type).toBe("string");
        }
      }
      Object.values(node).forEach(visit);
    };
    visit(JSON.parse(managedSchemaJson()));
  });
});

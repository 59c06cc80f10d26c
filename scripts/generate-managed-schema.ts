/** Writes public/managed-schema.json and the table in docs/policy.md from the schema: `npx tsx scripts/generate-managed-schema.ts`. */
import { readFileSync, writeFileSync } from "node:fs";
import { withKeyTable } from "../lib/policy/key-table";
import { managedSchemaJson } from "../lib/policy/managed-schema";

const docs = new URL("../docs/policy.md", import.meta.url);
writeFileSync(new URL("../public/managed-schema.json", import.meta.url), managedSchemaJson());
writeFileSync(docs, withKeyTable(readFileSync(docs, "utf8")));

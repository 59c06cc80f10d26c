/** Writes public/managed-schema.json from its Zod schema: `npx tsx scripts/generate-managed-schema.ts`. */
import { writeFileSync } from "node:fs";
import { managedSchemaJson } from "../lib/policy/managed-schema";

writeFileSync(new URL("../public/managed-schema.json", import.meta.url), managedSchemaJson());

import { expect, it } from "vitest";
import { fewScripts } from "./few-scripts";

const IMPORTS: Record<string, string[]> = {
  "/lib/desk.ts": ["/lib/row.ts", "/lib/button.ts", "/lib/field.ts", "/lib/own.ts", "/node_modules/icons.js"],
  "/lib/row.ts": ["/lib/words.ts", "/lib/desk.ts"],
  "/lib/words.ts": ["/lib/field.ts"],
  "/lib/own.ts": [],
  "/lib/main.ts": ["/lib/button.ts", "/node_modules/icons.js"],
  "/lib/button.ts": [],
  "/lib/form.ts": ["/lib/field.ts", "/lib/unshared.ts"],
  "/lib/field.ts": ["/node_modules/icons.js"],
  "/lib/impact.ts": ["/lib/words.ts"],
};

it("gives what others share to one script by each kind of others, and leaves the rest to the bundler", () => {
  const name = fewScripts("/", [
    {
      of: "lib/desk.ts",
      after: "lib/main.ts",
      with: { fields: ["lib/form.ts"], more: ["lib/impact.ts"] },
    },
  ]);
  const graph = { getModuleInfo: (id: string) => ({ importedIds: IMPORTS[id] ?? [] }) };
  const ids = [...Object.keys(IMPORTS), "/lib/unshared.ts", "/node_modules/icons.js"];
  const named = ids.map((id) => [id, name(id, graph)] as const).filter(([, script]) => script !== null);
  expect(named).toEqual([
    ["/lib/words.ts", "more"],
    ["/lib/field.ts", "fields"],
  ]);
});

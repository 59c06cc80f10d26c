import { expect, it } from "vitest";
import { fewScripts } from "./few-scripts";

const IMPORTS: Record<string, string[]> = {
  "/lib/main.ts": ["/lib/button.ts", "/node_modules/react.js"],
  "/lib/button.ts": [],
  "/lib/desk.ts": ["/lib/row.ts", "/lib/button.ts", "/lib/field.ts", "/node_modules/menu.js"],
  "/lib/row.ts": ["/lib/words.ts", "/lib/desk.ts"],
  "/lib/words.ts": ["/lib/field.ts"],
  "/lib/field.ts": ["/node_modules/react.js"],
  "/lib/form.ts": ["/lib/field.ts", "/lib/unshared.ts"],
  "/node_modules/menu.js": [],
};

it("gives each layer what it needs and no layer before it has, and leaves the rest to the bundler", () => {
  const name = fewScripts("/", [
    { name: "app", of: ["lib/main.ts"] },
    { name: "parts", of: ["lib/desk.ts"], sharedWith: ["lib/form.ts"] },
    { name: "desk", of: ["lib/desk.ts"] },
  ]);
  const graph = { getModuleInfo: (id: string) => ({ importedIds: IMPORTS[id] ?? [] }) };
  const ids = [...Object.keys(IMPORTS), "/lib/unshared.ts", "/node_modules/react.js"];
  expect(Object.fromEntries(ids.map((id) => [id, name(id, graph)]))).toEqual({
    "/lib/main.ts": "app",
    "/lib/button.ts": "app",
    "/node_modules/react.js": "app",
    "/lib/field.ts": "parts",
    "/lib/desk.ts": "desk",
    "/lib/row.ts": "desk",
    "/lib/words.ts": "desk",
    "/node_modules/menu.js": "desk",
    "/lib/form.ts": null,
    "/lib/unshared.ts": null,
  });
});

import { expect, it } from "vitest";
import { oneScript } from "./one-script";

it("takes what these import, and nothing of what somebody needs without them", () => {
  const imports: Record<string, string[]> = {
    "/inbox.tsx": ["/row.tsx", "/button.tsx"],
    "/row.tsx": ["/inbox.tsx", "/words.ts"],
    "/words.ts": [],
    "/main.tsx": ["/button.tsx"],
    "/button.tsx": ["/react.js"],
    "/react.js": [],
    "/impact.tsx": ["/words.ts"],
  };
  const name = oneScript("/", { name: "reviewer", of: ["inbox.tsx"], without: ["main.tsx"] });
  const graph = { getModuleInfo: (id: string) => ({ importedIds: imports[id] ?? [] }) };
  const taken = Object.keys(imports).filter((id) => name(id, graph) === "reviewer");
  expect(taken).toEqual(["/inbox.tsx", "/row.tsx", "/words.ts"]);
});

import { expect, it } from "vitest";
import { oneScript } from "./one-script";

it("takes what these import, and nothing of what somebody needs without them", () => {
  const imports: Record<string, string[]> = {
    "/inbox.tsx": ["/row.tsx", "/button.tsx"],
    "/row.tsx": ["/inbox.tsx", "/words.ts", "/question.tsx"],
    "/words.ts": [],
    "/main.tsx": ["/button.tsx"],
    "/button.tsx": ["/react.js"],
    "/react.js": [],
    "/ask.tsx": ["/question.tsx"],
    "/question.tsx": [],
    "/impact.tsx": ["/words.ts"],
  };
  const later: Record<string, string[]> = { "/main.tsx": ["/inbox.tsx", "/impact.tsx", "/ask.tsx"] };
  const name = oneScript("/", { name: "reviewer", of: ["inbox.tsx"], without: ["main.tsx"], apart: ["impact.tsx"] });
  const graph = {
    getModuleInfo: (id: string) => ({ importedIds: imports[id] ?? [], dynamicallyImportedIds: later[id] ?? [] }),
  };
  const taken = Object.keys(imports).filter((id) => name(id, graph) === "reviewer");
  expect(taken).toEqual(["/inbox.tsx", "/row.tsx", "/words.ts"]);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { addLaterLinks, filesFor } from "./later-links";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "earshot-links-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const script = (fileName: string, imports: string[], css: string[] = []) => ({
  type: "chunk",
  fileName,
  imports,
  viteMetadata: { importedCss: new Set(css) },
});

it("finds what a module needs, once each, with its style sheets, in the order in which it is needed", () => {
  const bundle = {
    "desk.js": { ...script("desk.js", ["parts.js", "react.js"], ["desk.css"]), facadeModuleId: "/desk.ts" },
    "parts.js": script("parts.js", ["react.js"], ["parts.css"]),
    "react.js": script("react.js", []),
    "other.js": { ...script("other.js", ["react.js"]), facadeModuleId: "/other.ts", moduleIds: ["/other.ts"] },
  };
  expect(filesFor(bundle, "/desk.ts")).toEqual(["react.js", "parts.css", "parts.js", "desk.css", "desk.js"]);
});

it("names in the page what is there and not in it yet, and has none of it fetched", () => {
  for (const file of ["desk.js", "desk.css", "react.js"]) writeFileSync(join(folder, file), "");
  const own = '<link rel="modulepreload" crossorigin href="/react.js">';
  writeFileSync(join(folder, "popup.html"), `<head><script src="/early.js"></script>${own}</head><body></body>`);
  addLaterLinks(folder, "popup.html", ["desk.js", "desk.css", "react.js", "gone.js"]);
  const links = readFileSync(join(folder, "popup.html"), "utf8").match(/<link[^>]*>/g);
  expect(links).toEqual([
    '<link data-reviewer="modulepreload" crossorigin href="/desk.js">',
    own,
    '<link data-reviewer="stylesheet" crossorigin href="/desk.css">',
  ]);
});

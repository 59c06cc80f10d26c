import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
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
  for (const file of ["parts.js", "desk.js", "react.js"]) writeFileSync(join(folder, file), "");
  for (const file of ["parts", "desk"])
    writeFileSync(join(folder, `${file}.css`), `.${file}::after { content: "</${file}" }`);
  const own = '<link rel="modulepreload" crossorigin href="/react.js">';
  writeFileSync(join(folder, "popup.html"), `<head><script src="/early.js"></script>${own}</head><body></body>`);
  addLaterLinks(folder, "popup.html", [
    "parts.css",
    "parts.js",
    "desk.css",
    "desk.js",
    "react.js",
    "gone.js",
    "gone.css",
  ]);
  const html = readFileSync(join(folder, "popup.html"), "utf8");
  expect(html.match(/<(?:link|style)[^>]*>/g)).toEqual([
    '<link data-reviewer="modulepreload" crossorigin href="/parts.js">',
    '<link data-reviewer="modulepreload" crossorigin href="/desk.js">',
    own,
    "<style data-later>",
    '<link data-reviewer="stylesheet" disabled media="not all" crossorigin href="/parts.css">',
    '<link data-reviewer="stylesheet" disabled media="not all" crossorigin href="/desk.css">',
  ]);
  expect(readFileSync(join(folder, "parts.js"), "utf8")).toBe("");
  const place = { textContent: "" };
  const document = { querySelector: (what: string) => (what === "style[data-later]" ? place : null) };
  runInNewContext(readFileSync(join(folder, "desk.js"), "utf8"), { document });
  expect(place.textContent).toBe('.parts::after { content: "</parts" }\n.desk::after { content: "</desk" }');
});

it("says so where nothing comes later", () => {
  writeFileSync(join(folder, "popup.html"), "<head></head>");
  expect(() => addLaterLinks(folder, "popup.html", ["gone.js"])).toThrow(/nothing comes later/);
});

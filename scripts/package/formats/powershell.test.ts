import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { Language, type Node, Parser } from "web-tree-sitter";
import { sampleDeployment, textOf } from "../sample.test-support";
import { powershellFiles, quote } from "./powershell";
import { registryKeys, windowsTargets } from "./registry";

const { resolve } = createRequire(import.meta.url);
const deployment = sampleDeployment();
const files = powershellFiles(deployment);
const parser = { current: null as Parser | null };

beforeAll(async () => {
  await Parser.init();
  const language = await Language.load(readFileSync(resolve("tree-sitter-powershell/tree-sitter-powershell.wasm")));
  parser.current = new Parser().setLanguage(language);
});

function parse(text: string): Node {
  const tree = parser.current?.parse(text);
  if (!tree) throw new Error("nothing was parsed");
  return tree.rootNode;
}

/** The texts between single quotes, as PowerShell reads them. */
function literals(root: Node): string[] {
  return root.descendantsOfType("verbatim_string_characters").map((node) => unquote(node?.text ?? ""));
}

function unquote(text: string): string {
  return text.slice(1, -1).replaceAll(/(['\u2018\u2019\u201a\u201b])\1/g, "$1");
}

describe.each(["deploy", "detect", "remove"])("%s.ps1, read by tree-sitter", (name) => {
  const text = textOf(files, `windows/${name}.ps1`);

  it("has no mistake in it", () => {
    const root = parse(text.replace("\ufeff", ""));
    expect(root.hasError).toBe(false);
    // The check can fail.
    expect(parse(`${text} }`).hasError).toBe(true);
  });

  it("begins with the mark without which Windows PowerShell misreads it", () => {
    expect(text.startsWith("\ufeff#")).toBe(true);
  });
});

it("sets and looks for every value, letter by letter", () => {
  for (const name of ["deploy", "detect"]) {
    const found = literals(parse(textOf(files, `windows/${name}.ps1`).replace("\ufeff", "")));
    for (const target of windowsTargets(deployment)) {
      for (const { path, values } of registryKeys(target, deployment.policy)) {
        expect(found).toContain(`HKLM:\\${path}`);
        for (const { data } of values) if (typeof data === "string") expect(found).toContain(data);
      }
    }
  }
});

it("says by its exit code whether all is set", () => {
  const detect = textOf(files, "windows/detect.ps1");
  expect(detect.match(/exit 1/g)).toHaveLength(2);
  expect(detect.trimEnd().endsWith("exit 0")).toBe(true);
});

it("never takes a key away to write it again", () => {
  expect(textOf(files, "windows/deploy.ps1")).not.toMatch(/Remove-Item /);
});

it("ends a text at no quote of whatever kind", () => {
  expect(quote("a'b’c‘d‚e")).toBe("'a''b’’c‘‘d‚‚e'");
});

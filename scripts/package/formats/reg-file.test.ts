import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { whyWithout } from "@/scripts/tools/independent";
import { emptyHive } from "../empty-hive.test-support";
import { sampleDeployment, textOf } from "../sample.test-support";
import { regFiles } from "./reg-file";
import { policyPath, registryKeys, settingsPath, windowsTargets } from "./registry";

const folder = mkdtempSync(join(tmpdir(), "earshot-reg-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const without = whyWithout("hivexregedit");
const deployment = sampleDeployment();
const files = regFiles(deployment);
const PREFIX = ["--prefix", "HKEY_LOCAL_MACHINE\\SOFTWARE"];

const PARENTS = windowsTargets(deployment).flatMap((target) =>
  [policyPath(target), settingsPath(target)].flatMap((path) => {
    const names = path.split("\\");
    return names.slice(1, -1).map((_, index) => names.slice(0, index + 2).join("\\"));
  }),
);

/** What a registry holds after the files were merged into it, by the full name of each key. */
function afterMerging(...paths: string[]): Map<string, Map<string, string | number>> {
  const hive = join(folder, `hive-${paths.join("-").replaceAll("/", "_")}`);
  writeFileSync(hive, emptyHive());
  // Windows makes the keys above one by itself, hivexregedit does not.
  const above = `Windows Registry Editor Version 5.00\n\n${PARENTS.map((key) => `[HKEY_LOCAL_MACHINE\\${key}]\n\n`).join("")}`;
  const texts = paths.map((path) => textOf(files, path, "utf16le").replace("\ufeff", "").replaceAll("\r\n", "\n"));
  for (const input of [above, ...texts]) {
    // It is written in Perl, which takes what it reads for Latin 1 unless told otherwise.
    const env = { ...process.env, PERL_UNICODE: "S" };
    const options = { input, env, stdio: ["pipe", "ignore", "pipe"] as ["pipe", "ignore", "pipe"] };
    execFileSync("hivexregedit", ["--merge", ...PREFIX, hive], options);
  }
  return readExport(execFileSync("hivexregedit", ["--export", ...PREFIX, hive, "\\"], { encoding: "utf8" }));
}

/** hivexregedit writes texts as hex(1), which leaves no doubt. */
function readExport(text: string): Map<string, Map<string, string | number>> {
  const keys = new Map<string, Map<string, string | number>>();
  let current = new Map<string, string | number>();
  for (const line of text.split(/\r?\n/)) {
    const [, key] = /^\[(.+)\]$/.exec(line) ?? [];
    if (key !== undefined) keys.set(key, (current = new Map()));
    const [, name = "", dword, hex] = /^"(.+)"=(?:dword:([0-9a-f]+)|hex\(1\):([0-9a-f,]+))$/.exec(line) ?? [];
    if (dword !== undefined) current.set(name, Number.parseInt(dword, 16));
    if (hex !== undefined)
      current.set(name, Buffer.from(hex.replaceAll(",", ""), "hex").toString("utf16le").slice(0, -1));
  }
  return keys;
}

describe.each(windowsTargets(deployment))("the registry file for $name , read by hivexregedit", (target) => {
  const keyOf = (path: string) => `HKEY_LOCAL_MACHINE\\SOFTWARE${path.slice("SOFTWARE".length)}`;

  it("sets every value, letter by letter", (context) => {
    context.skip(without !== null, without ?? "");
    const registry = afterMerging(`windows/${target.name}.reg`);
    for (const { path, values, absent } of registryKeys(target, deployment.policy)) {
      const found = registry.get(keyOf(path));
      for (const { name, data } of values) expect(found?.get(name), name).toBe(data);
      for (const name of absent) expect(found?.has(name)).toBe(false);
      expect(found?.size).toBe(values.length);
    }
    const policy = registry.get(keyOf(policyPath(target)));
    expect(JSON.parse(String(policy?.get("sites")))).toEqual(deployment.policy["sites"]);
  });

  it("is taken away by the other file", (context) => {
    context.skip(without !== null, without ?? "");
    const registry = afterMerging(`windows/${target.name}.reg`, `windows/${target.name}-remove.reg`);
    expect(registry.size).toBeGreaterThan(1);
    for (const path of [policyPath(target), settingsPath(target)]) expect(registry.has(keyOf(path))).toBe(false);
  });
});

it("is UTF-16 with its mark, in lines as Windows ends them", () => {
  const text = textOf(files, "windows/chrome.reg", "utf16le");
  expect(text.startsWith("\ufeffWindows Registry Editor Version 5.00\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});

import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeKey, PackageError } from "@/scripts/package/archive/company-key";
import { readBuild } from "@/scripts/package/archive/read-build";
import { readCompany } from "@/scripts/package/company/read-company";
import type { KitFile } from "@/scripts/package/kit-file";
import { type KitParts, makeKit } from "@/scripts/package/make-kit";
import { writeKit } from "@/scripts/package/write-kit";
import { FIREFOX, SHIPPED } from "./built";

const folder = mkdtempSync(join(tmpdir(), "earshot-kit-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let parts: KitParts;
let files: KitFile[];
beforeAll(async () => {
  const example = readFileSync(join(import.meta.dirname, "../../company.example.json"), "utf8");
  const read = readCompany(JSON.parse(example));
  if (!read.ok) throw new Error(read.problems.join("\n"));
  parts = {
    company: read.company,
    key: makeKey(join(folder, "key.pem")),
    version: "1.2.3",
    builds: { chromium: readBuild(SHIPPED), firefox: readBuild(FIREFOX) },
    sbom: {},
  };
  files = await makeKit(parts);
});

describe("the kit", () => {
  it("is the same bytes each time", async () => {
    const again = await makeKit(parts);
    expect(again.map(({ path }) => path)).toEqual(files.map(({ path }) => path));
    const differing = files.filter(
      ({ content }, at) => !Buffer.from(content).equals(Buffer.from(again[at]?.content ?? "")),
    );
    expect(differing.map(({ path }) => path)).toEqual([]);
  });

  it("has a file for every way, each named in the file of sums", () => {
    const paths = files.map(({ path }) => path);
    for (const path of [
      "extension/earshot-1.2.3.crx",
      "extension/earshot-1.2.3.xpi",
      "extension/updates.xml",
      "extension/updates.json",
      "store/earshot-1.2.3.zip",
      "linux/chrome/earshot.json",
      "linux/edge/earshot.json",
      "windows/chrome.reg",
      "windows/deploy.ps1",
      "windows/detect.ps1",
      "windows/remove.ps1",
      "windows/admx/earshot.admx",
      "windows/admx/en-US/earshot.adml",
      "intune/oma-uri.json",
      "google-admin/policy-for-extension.json",
      "macos/chrome.mobileconfig",
      "macos/edge.mobileconfig",
      "macos/firefox.mobileconfig",
      "firefox/policies.json",
      "sbom.cdx.json",
      "READ-ME.txt",
    ]) {
      expect(paths).toContain(path);
    }
    const sums = String(files.find(({ path }) => path === "SHA256SUMS")?.content);
    for (const { path, content } of files.slice(0, -1)) {
      expect(sums).toContain(`${createHash("sha256").update(content).digest("hex")}  ${path}\n`);
    }
  });

  it("has no half of the key in it but the public one", () => {
    const secret = readFileSync(parts.key.file, "utf8").split("\n")[5] ?? "";
    expect(secret.length).toBeGreaterThan(20);
    for (const { content } of files) expect(Buffer.from(content).includes(secret)).toBe(false);
  });

  it("takes the place of the last one, and of nothing else", () => {
    const out = join(folder, "out");
    writeKit(out, files);
    writeKit(out, files);
    expect(readFileSync(join(out, "READ-ME.txt"), "utf8")).toContain("Nordwind");
    writeFileSync(join(folder, "mine.txt"), "mine");
    expect(() => writeKit(folder, files)).toThrow(PackageError);
    expect(readFileSync(join(folder, "mine.txt"), "utf8")).toBe("mine");
  });
});

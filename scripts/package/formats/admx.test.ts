import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { keyRows } from "@/lib/policy/key-table";
import { whyWithout } from "@/scripts/tools/independent";
import { sampleDeployment, textOf } from "../sample.test-support";
import { admxFiles, policyName } from "./admx";
import { windowsTargets } from "./registry";

const without = whyWithout("xmllint");
const deployment = sampleDeployment();
const files = admxFiles(deployment);
const admx = textOf(files, "windows/admx/earshot.admx");
const adml = textOf(files, "windows/admx/en-US/earshot.adml");

/** What an XPath finds, one a line; "" where it finds nothing. */
function find(xml: string, xpath: string): string[] {
  try {
    const found = execFileSync("xmllint", ["--xpath", xpath, "-"], { input: xml, encoding: "utf8", stdio: "pipe" });
    return found.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trim().replace(/^\w+="(.*)"$/, "$1")]));
  } catch (error) {
    // 10: nothing was found.
    if (error instanceof Error && "status" in error && error.status === 10) return [];
    throw error;
  }
}

describe("the group policy's template, read by xmllint", () => {
  it("is well-formed, and says so of nothing that is not", (context) => {
    context.skip(without !== null, without ?? "");
    for (const xml of [admx, adml]) expect(() => find(xml, "/*")).not.toThrow();
    expect(() => find(admx.replace("</policies>", ""), "/*")).toThrow();
  });

  it("refers to nothing that is not there", (context) => {
    context.skip(without !== null, without ?? "");
    const ids = (xpath: string) => new Set(find(adml, xpath));
    const [strings, presentations] = [
      ids("//*[local-name()='string']/@id"),
      ids("//*[local-name()='presentation']/@id"),
    ];
    const references = find(admx, "//@*[starts-with(., '$(')]");
    expect(references.length).toBeGreaterThan(50);
    for (const reference of references) {
      const [, kind, id = ""] = /^\$\((string|presentation)\.(\w+)\)$/.exec(reference) ?? [];
      expect(kind === "string" ? strings : presentations, reference).toContain(id);
    }
    const names = (of: string) => new Set(find(admx, `//*[local-name()='${of}']/@name`));
    const refs = (of: string) => find(admx, `//*[local-name()='${of}']/@ref`);
    for (const ref of refs("parentCategory")) expect(names("category")).toContain(ref);
    for (const ref of refs("supportedOn")) expect(names("definition")).toContain(ref);
    // Each element has its field in the presentation of the same name, and each field its element.
    const elements = find(admx, "//*[local-name()='elements']/*/@id");
    expect(elements.toSorted()).toEqual(find(adml, "//*[local-name()='presentation']/*/@refId").toSorted());
    // And nothing is there that nobody refers to.
    const named = new Set(references.map((reference) => reference.slice(2, -1)));
    for (const id of strings) expect(named, id).toContain(`string.${id}`);
  });

  it("has a policy for each key of each browser, and one to install", (context) => {
    context.skip(without !== null, without ?? "");
    const policies = find(admx, "//*[local-name()='policy']/@name");
    expect(new Set(policies).size).toBe(policies.length);
    const keys = keyRows().flatMap(({ key }) => (key.includes("[]") ? [] : [key]));
    const wanted = windowsTargets(deployment).flatMap((target) =>
      ["install", ...keys].map((key) => policyName(target, key)),
    );
    expect(policies.toSorted()).toEqual(wanted.toSorted());
  });

  it("writes below the extension's own keys alone", (context) => {
    context.skip(without !== null, without ?? "");
    for (const key of find(admx, "//@key")) expect(key).toMatch(/^SOFTWARE\\Policies\\.*\\[a-p]{32}(\\policy.*)?$/);
  });
});

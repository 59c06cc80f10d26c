import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { whyWithout } from "@/scripts/tools/independent";
import { sampleDeployment, textOf } from "../sample.test-support";
import { admxFiles } from "./admx";
import { intuneFiles } from "./intune";

const without = whyWithout("xmllint");
const deployment = sampleDeployment();
const { omaSettings } = JSON.parse(textOf(intuneFiles(deployment), "intune/oma-uri.json")) as {
  omaSettings: { omaUri: string; value: string }[];
};
const valueOf = (end: string) => omaSettings.find(({ omaUri }) => omaUri.endsWith(end))?.value ?? "";

/** What Windows reads in the attribute. */
function dataIn(setting: string): string {
  const input = `<x>${setting}</x>`;
  const text = execFileSync("xmllint", ["--xpath", "string(//data/@value)", "-"], { input, encoding: "utf8" });
  return text.replace(/\n$/, "");
}

describe("the custom profile for Intune", () => {
  it("brings the template first, the same as for the group policy", () => {
    expect(omaSettings[0]?.omaUri).toBe(
      "./Device/Vendor/MSFT/Policy/ConfigOperations/ADMXInstall/Earshot/Policy/EarshotAdmx",
    );
    expect(omaSettings[0]?.value).toBe(textOf(admxFiles(deployment), "windows/admx/earshot.admx"));
  });

  it("names a policy of the template in every address", () => {
    const template = omaSettings[0]?.value ?? "";
    for (const { omaUri } of omaSettings.slice(1)) {
      const [, category, policy] = /Config\/Earshot~Policy~Earshot~(\w+)\/(\w+)$/.exec(omaUri) ?? [];
      expect(template).toContain(`<policy name="${policy}"`);
      expect(template).toContain(`<category name="${category}"`);
    }
  });

  it("carries every value, letter by letter", (context) => {
    context.skip(without !== null, without ?? "");
    const { ingestToken, sites } = deployment.policy;
    expect(dataIn(valueOf("/chrome_ingestToken"))).toBe(ingestToken);
    expect(JSON.parse(dataIn(valueOf("/edge_sites")))).toEqual(sites);
    expect(dataIn(valueOf("/edge_capture_patterns")).split("\uf000")).toEqual(["1", "KD-\\d{6}", "2", "it's|‘x’"]);
  });

  it("switches by enabled and disabled, and leaves out what is not set", () => {
    expect(valueOf("/chrome_capture_timings")).toBe("<disabled/>");
    expect(valueOf("/chrome_capture_elementText")).toBe("<enabled/>");
    expect(valueOf("/chrome_capture_query")).toBe("");
    expect(valueOf("/chrome_install")).toBe("<enabled/>");
  });
});

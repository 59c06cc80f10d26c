import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { whyWithout } from "@/scripts/tools/independent";
import { sampleDeployment, textOf } from "../sample.test-support";
import { firefoxPolicies } from "./firefox";
import { mobileconfigFiles } from "./mobileconfig";

const folder = mkdtempSync(join(tmpdir(), "earshot-plist-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const without = whyWithout("plistutil");
const deployment = sampleDeployment();
const files = mobileconfigFiles(deployment);

/** Through plistutil's binary form and back: what it has understood, in its own words. */
function understood(path: string): string {
  const [xml, binary] = [join(folder, "a.plist"), join(folder, "b.plist")];
  writeFileSync(xml, textOf(files, path));
  execFileSync("plistutil", ["-i", xml, "-f", "bin", "-o", binary]);
  return execFileSync("plistutil", ["-i", binary, "-f", "xml"], { encoding: "utf8" });
}

describe.each(["chrome", "edge", "firefox"])("macos/%s.mobileconfig, read by plistutil", (name) => {
  it("is a property list, with everything in it", (context) => {
    context.skip(without !== null, without ?? "");
    const path = `macos/${name}.mobileconfig`;
    const bare = (text: string) => text.replaceAll(/\s+(?=<)|(?<=>)\s+/g, "").replaceAll("&quot;", '"');
    expect(bare(understood(path))).toBe(bare(textOf(files, path)));
  });
});

it("gives the settings to the browser and the policy to the extension", () => {
  const [chrome] = deployment.chromium;
  const text = textOf(files, "macos/chrome.mobileconfig");
  expect(text).toContain(`<string>com.google.Chrome.extensions.${chrome?.extensionId}</string>`);
  expect(text).toContain("<key>toolbar_pin</key>");
  expect(textOf(files, "macos/edge.mobileconfig")).toContain("<key>toolbar_state</key>");
  const firefox = textOf(files, "macos/firefox.mobileconfig");
  for (const key of Object.keys(firefoxPolicies(deployment))) expect(firefox).toContain(`<key>${key}</key>`);
});

it("has the same ids in every run, and no id twice", () => {
  const ids = files.flatMap(({ content }) =>
    [...String(content).matchAll(/PayloadUUID<\/key>\s*<string>([^<]+)/g)].map(([, id]) => id),
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(mobileconfigFiles(deployment)).toEqual(files);
});

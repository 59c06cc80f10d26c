import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { CORNERS } from "@/lib/policy/choices";
import { parsePolicy } from "@/lib/policy/parse-policy";
import { matches, siteOf } from "@/lib/policy/site-of";
import { asText, cornerFile, cornerScripts } from "./corner-scripts";

const { policy, refused } = parsePolicy({
  sites: [
    { name: "Plain", matches: ["https://a.test/plain/*"] },
    { name: "Left", matches: ["https://a.test/left/*", "https://b.test/*"], corner: "top-left" },
    { name: "Left too", matches: ["https://c.test/*"], corner: "top-left" },
    { name: "Right", matches: ["https://a.test/*", "https://c.test/*"], corner: "top-right" },
    { name: "None", matches: ["https://d.test/x/*"], corner: "top-right", launcher: false },
    { name: "Left again", matches: ["https://d.test/*", "https://a.test/*"], corner: "top-left" },
  ],
});

it.each([
  "https://a.test/plain/1",
  "https://a.test/left/1",
  "https://a.test/other",
  "https://b.test/",
  "https://c.test/",
  "https://d.test/",
  "https://d.test/x/1",
])("%s gets the corner of the first site that matches, and no other", (address) => {
  expect(refused).toEqual([]);
  const url = new URL(address);
  const isOf = (patterns: string[]) => patterns.some((pattern) => matches(pattern, url));
  const got = cornerScripts(policy).filter((script) => isOf(script.matches) && !isOf(script.excludeMatches));
  const first = siteOf(policy, address);
  const wanted = first?.launcher === false ? undefined : first?.corner;
  expect(got.flatMap(({ js }) => js)).toEqual(wanted === undefined ? [] : [cornerFile(wanted)]);
});

it("has a script for each corner that policy can name", () => {
  for (const corner of CORNERS)
    expect(existsSync(join(import.meta.dirname, "../../public", cornerFile(corner)))).toBe(true);
});

it("knows what is registered already, in whatever order it comes back", () => {
  const scripts = cornerScripts(policy);
  const back = scripts.toReversed().map((script) => ({
    ...script,
    js: script.js.map((path) => path.slice(1)),
    matches: script.matches.toReversed(),
  }));
  expect(asText(back)).toBe(asText(scripts));
  expect(asText(scripts.slice(1))).not.toBe(asText(scripts));
  expect(asText([])).toBe("");
});

import { expect, it } from "vitest";
import { parsePolicy } from "@/lib/policy/parse-policy";
import { browserPatterns } from "./browser-patterns";

function policyFor(matches: string[], without: string[] = []) {
  const sites = [{ name: "Orders", matches }, ...(without.length > 0 ? [{ matches: without, launcher: false }] : [])];
  return parsePolicy({ sites: sites.map((site) => ({ name: "Till", ...site })) }).policy;
}

const PATTERNS = ["https://a.test:8443/x/*", "https://a.test/x/*", "http://[::1]:80/*", "*://*.b.test:*/*"];

it("leaves patterns to a browser that knows ports as they are", () => {
  expect(browserPatterns(policyFor(PATTERNS), true)).toEqual({
    script: { matches: PATTERNS, excludeMatches: [] },
    sites: PATTERNS,
    areExact: true,
  });
});

it("leaves the ports out for one that does not, each pattern once, and says that they name more", () => {
  const wide = ["https://a.test/x/*", "http://[::1]/*", "*://*.b.test/*"];
  expect(browserPatterns(policyFor(PATTERNS), false)).toEqual({
    script: { matches: wide, excludeMatches: [] },
    sites: wide,
    areExact: false,
  });
});

it.each([
  ["no port", ["https://a.test/x:8443/*", "http://[::1]/*", "<all_urls>"], true],
  ["any port", ["https://a.test:*/*"], true],
  ["one port", ["https://a.test:443/*"], false],
])("with %s they are as exact as the policy: %j is %s", (_what, matches, areExact) => {
  expect(browserPatterns(policyFor(matches), false).areExact).toBe(areExact);
});

it("does not keep the button off other ports than the one that is to have none", () => {
  const { script, areExact } = browserPatterns(policyFor(["https://a.test/*"], ["https://a.test:8443/*"]), false);
  expect(script).toEqual({ matches: ["https://a.test/*"], excludeMatches: [] });
  expect(areExact).toBe(false);
});

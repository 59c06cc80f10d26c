import { describe, expect, it } from "vitest";
import { hasLauncher } from "@/lib/policy/has-launcher";
import { parsePolicy } from "@/lib/policy/parse-policy";
import { asList, launcherPatterns, registrationStep, wantedPatterns, type RegistrationStep } from "./registration-step";

describe("registrationStep", () => {
  it.each<[string[] | null, string[], RegistrationStep]>([
    [null, [], "nothing"],
    [null, ["https://a.test/*"], "register"],
    [["https://a.test/*"], ["https://a.test/*"], "nothing"],
    [["https://a.test/*", "https://b.test/*"], ["https://b.test/*", "https://a.test/*"], "nothing"],
    [["https://a.test/*"], ["https://a.test/*", "https://b.test/*"], "update"],
    [["https://a.test/*", "https://b.test/*"], ["https://a.test/*"], "update"],
    [["https://a.test/*"], [], "unregister"],
  ])("from %j to %j: %s", (registered, wanted, step) => {
    expect(registrationStep(registered, wanted)).toBe(step);
  });
});

it("takes each pattern of the policy once", () => {
  const site = (...matches: string[]) => ({ name: "x", matches });
  const sites = [site("https://a.test/*", "https://b.test/*"), site("https://a.test/*")];
  const { policy } = parsePolicy({ sites });
  expect(wantedPatterns(policy)).toEqual(["https://a.test/*", "https://b.test/*"]);
});

it("keeps the button off what a site without it matches, also where another site matches too", () => {
  const { policy } = parsePolicy({
    sites: [
      { name: "All", matches: ["https://a.test/*"] },
      { name: "Quiet", matches: ["https://a.test/till/*", "https://b.test/*"], launcher: false },
    ],
  });
  const patterns = launcherPatterns(policy);
  expect(patterns).toEqual({
    matches: ["https://a.test/*"],
    excludeMatches: ["https://a.test/till/*", "https://b.test/*"],
  });
  expect(wantedPatterns(policy)).toHaveLength(3);
  expect(hasLauncher(policy, "https://a.test/x")).toBe(true);
  for (const address of ["https://a.test/till/1", "https://b.test/", "https://c.test/"]) {
    expect(hasLauncher(policy, address)).toBe(false);
  }
  // Taking the button away from a part is an update.
  expect(registrationStep(asList({ matches: patterns.matches }), asList(patterns))).toBe("update");
  // Nothing to match is nothing at all, whatever is excluded.
  expect(asList({ matches: [], excludeMatches: ["https://b.test/*"] })).toEqual([]);
});

import { describe, expect, it } from "vitest";
import { parsePolicy } from "@/lib/policy/parse-policy";
import { registrationStep, wantedPatterns, type RegistrationStep } from "./registration-step";

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

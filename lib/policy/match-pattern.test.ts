import { describe, expect, it } from "vitest";
import { parsePattern } from "./match-pattern";
import { parsePolicy } from "./parse-policy";
import { siteOf } from "./site-of";

function matches(pattern: string, address: string): boolean {
  const parsed = parsePattern(pattern);
  return parsed.ok && parsed.pattern.matches(new URL(address));
}

describe("parsePattern", () => {
  it.each([
    ["https://erp.example.com/*", "https://erp.example.com/po/7?x=1", true],
    ["https://erp.example.com/*", "http://erp.example.com/", false],
    ["https://erp.example.com/*", "https://erp.example.com.evil.test/", false],
    ["https://erp.example.com/*", "https://erp.example.com:8443/", true],
    ["https://erp.example.com:8443/*", "https://erp.example.com/", false],
    ["http://localhost:8080/*", "http://localhost:8080/wiki", true],
    ["http://localhost:*/*", "http://localhost:1234/", true],
    ["*://*.example.com/*", "https://example.com/", true],
    ["*://*.example.com/*", "https://a.b.example.com/", true],
    ["*://*.example.com/*", "https://notexample.com/", false],
    ["*://*.test/*", "chrome://a.test/", false],
    ["https://a.test/x*z", "https://a.test/x/y/z", true],
    ["https://a.test/x*z", "https://a.test/x", false],
    ["https://a.test/xy*yz", "https://a.test/xyz", false],
    ["https://a.test/*b*", "https://a.test/abc", true],
    ["https://a.test/*b*b", "https://a.test/ab", false],
    ["https://a.test/**", "https://a.test/", true],
    ["https://a.test/x", "https://a.test/x/y", false],
    ["https://a.test/a.b", "https://a.test/aXb", false],
    ["http://[::1]/*", "http://[::1]/x", true],
  ])("%s against %s", (pattern, address, expected) => {
    expect(matches(pattern, address)).toBe(expected);
  });

  it.each([
    "",
    "*",
    "http://app.test",
    "*.corp.example",
    "ftp://a.test/*",
    "https://foo.*.com/*",
    "https:///x",
    "https://a.test:99999/*",
  ])("refuses %j", (text) => {
    expect(parsePattern(text)).toEqual({ ok: false, reason: "not-a-pattern" });
  });

  it.each(["<all_urls>", "*://*/*", "https://*/*", "http://*:8080/x*"])("refuses every site there is: %s", (text) => {
    expect(parsePattern(text)).toEqual({ ok: false, reason: "too-broad" });
  });

  it("is not held up by many stars and a long address", () => {
    const [stars, long] = ["*a".repeat(30), "a".repeat(5_000)];
    expect(matches(`https://a.test/${stars}*b`, `https://a.test/${long}`)).toBe(false);
    expect(matches(`https://a.test/${stars}*`, `https://a.test/${long}`)).toBe(true);
  });

  it("knows a network from a path", () => {
    expect(parsePattern("http://10.0.0.0/8")).toEqual({ ok: false, reason: "pattern-has-path-host" });
    expect(parsePattern("http://10.0.0.1/*").ok).toBe(true);
  });
});

describe("siteOf", () => {
  it("gives the first site that matches, and null for what is no address", () => {
    const sites = [
      { matches: ["https://a.test/wiki/*"], name: "Wiki" },
      { matches: ["https://a.test/*"], name: "All" },
    ];
    const { policy } = parsePolicy({ sites });
    expect(siteOf(policy, "https://a.test/wiki/x")?.name).toBe("Wiki");
    expect(siteOf(policy, "https://a.test/")?.name).toBe("All");
    expect(siteOf(policy, "https://b.test/")).toBeNull();
    expect(siteOf(policy, "nonsense")).toBeNull();
  });
});

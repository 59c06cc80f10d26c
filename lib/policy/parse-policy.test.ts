import { describe, expect, it } from "vitest";
import { parsePolicy } from "./parse-policy";

const good = { matches: ["https://erp.example.com/*"], name: "ERP" };

describe("parsePolicy", () => {
  it("takes what is good, with the endpoint's trailing slash cut", () => {
    const raw = { endpoint: "https://earshot.example.com/base/", ingestToken: "it_1_x", sites: [good] };
    const { policy, refused } = parsePolicy({ ...raw, reviewers: { token: "rev" } });
    expect(refused).toEqual([]);
    expect(policy).toMatchObject({
      endpoint: "https://earshot.example.com/base",
      ingestToken: "it_1_x",
      sites: [good],
      reviewers: { token: "rev" },
    });
  });

  it("keeps less where it cannot read whether a computer is shared", () => {
    const read = (sharedDevice: unknown) => parsePolicy({ sharedDevice }).policy.sharedDevice;
    expect([undefined, false, true, "yes", 1].map(read)).toEqual([false, false, true, true, true]);
    expect(parsePolicy({ sharedDevice: "yes" }).refused).toMatchObject([{ place: "sharedDevice" }]);
  });

  it("refuses item by item, and keeps the rest", () => {
    const sites = [
      { ...good, matches: ["http://app.test", "https://erp.example.com/*", "http://10.0.0.0/8"] },
      { matches: ["*.corp.example"], name: "Corp" },
      { matches: ["https://a.example/*"] },
      "not a site",
    ];
    const { policy, refused } = parsePolicy({ endpoint: "http://collector.example", sites });
    expect(policy.sites).toEqual([good]);
    expect(refused).toEqual([
      { place: "endpoint", reason: "not-https", value: "http://collector.example" },
      { place: "sites[0].matches[0]", reason: "not-a-pattern", value: "http://app.test" },
      { place: "sites[0].matches[2]", reason: "pattern-has-path-host", value: "http://10.0.0.0/8" },
      { place: "sites[1].matches[0]", reason: "not-a-pattern", value: "*.corp.example" },
      { place: "sites[2].name", reason: "wrong-shape", value: "" },
      { place: "sites[3]", reason: "wrong-shape", value: "not a site" },
    ]);
  });

  it.each([
    ["http://localhost:8787", "http://localhost:8787"],
    ["http://127.0.0.1:8787/", "http://127.0.0.1:8787"],
    [" https://a.example ", "https://a.example"],
  ])("takes the address %s", (endpoint, expected) => {
    expect(parsePolicy({ endpoint }).policy.endpoint).toBe(expected);
  });

  it.each([
    ["http://localhost.evil.example", "not-https"],
    ["http://192.168.1.4", "not-https"],
    ["ftp://a.example", "not-an-address"],
    ["javascript:alert(1)", "not-an-address"],
    ["data:application/json,{}", "not-an-address"],
    ["file:///etc/passwd", "not-an-address"],
    ["chrome-extension://abc/x", "not-an-address"],
    ["https://user:secret@a.example", "not-an-address"],
    ["https://a.example/?token=1", "not-an-address"],
    ["collector", "not-an-address"],
    [42, "wrong-shape"],
  ])("refuses the address %s", (endpoint, reason) => {
    const { policy, refused } = parsePolicy({ endpoint });
    expect(policy.endpoint).toBeNull();
    expect(refused).toMatchObject([{ place: "endpoint", reason }]);
  });

  it("names a bad token by its place and never by its text", () => {
    const { refused } = parsePolicy({ ingestToken: "secret with space", reviewers: { token: 7 } });
    expect(refused.map((item) => item.place)).toEqual(["ingestToken", "reviewers.token"]);
    expect(JSON.stringify(refused)).not.toContain("secret");
  });

  it("takes nothing from something that is no settings at all", () => {
    expect(parsePolicy(["x"]).refused).toMatchObject([{ place: "", reason: "wrong-shape" }]);
  });
});

it("takes as many sites as a page can be held against, and names the first that is too many", () => {
  const sites = Array.from({ length: 10_000 }, (_, at) => ({ name: "A", matches: [`https://a${at}.example/*`] }));
  const { policy, refused } = parsePolicy({ sites });
  expect(policy.sites).toHaveLength(1000);
  expect(refused.map(({ place, reason }) => `${place} ${reason}`)).toEqual(["sites[1000] too-many"]);
});

it("shows nothing and sends nothing where the policy is empty, or says nothing of where and whom", () => {
  for (const raw of [{}, { contact: "it@example.com" }, { sites: null, endpoint: "", reviewers: {} }]) {
    const { policy, refused } = parsePolicy(raw);
    expect(policy).toMatchObject({ endpoint: null, sites: [], ingestToken: null, moveWaiting: false });
    expect(policy.reviewers.token).toBeNull();
    expect(refused).toEqual([]);
  }
});

it("reads a policy of a version to come, without what it does not know", () => {
  const site = { name: "Orders", matches: ["https://a.example/*"] };
  const today = {
    endpoint: "https://e.example",
    sites: [site],
    button: { corner: "top-left" },
    capture: { query: ["v"] },
  };
  const toCome = {
    ...today,
    weather: { rain: [1] },
    sites: [{ ...site, mood: { cross: true } }],
    button: { ...today.button, sparkle: true },
    capture: { ...today.capture, sound: "off" },
  };
  expect(parsePolicy(toCome)).toEqual(parsePolicy(today));
});

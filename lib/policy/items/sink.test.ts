import { describe, expect, it } from "vitest";
import { parsePolicy } from "../parse-policy";

const hook = "https://hooks.example.com/in?sig=secret";
const read = (sink: unknown, endpoint = hook) => {
  const { policy, refused } = parsePolicy({ endpoint, sink, reviewers: { token: "rev" }, capture: { picture: "on" } });
  return { policy, refused: refused.map(({ place, reason }) => `${place} ${reason}`), said: JSON.stringify(refused) };
};

describe("sink", () => {
  it("is a collector where nothing is said", () => {
    for (const unset of [undefined, null, {}, { profile: "", headers: null }]) {
      const { policy, refused } = read(unset, "https://earshot.example.com/");
      expect(refused).toEqual([]);
      expect(policy).toMatchObject({ endpoint: "https://earshot.example.com", sink: { profile: "collector" } });
    }
  });

  it("takes a webhook's whole address and its headers, and has no pictures and no reviewers then", () => {
    const headers = [
      { name: "aeg-sas-key", value: "abc=" },
      { name: "Authorization", value: "Bearer 1" },
    ];
    const { policy, refused } = read({ profile: "ce-batch", headers });
    expect(refused).toEqual([]);
    expect(policy).toMatchObject({
      endpoint: hook,
      sink: { profile: "ce-batch", headers: { "aeg-sas-key": "abc=", Authorization: "Bearer 1" } },
      capture: { picture: "off" },
      reviewers: { token: null },
    });
  });

  it.each([["ce-single"], [7], ["Collector"]])("sends nothing anywhere where the profile is %j", (profile) => {
    const { policy, refused } = read({ profile });
    expect(policy.endpoint).toBeNull();
    expect(refused).toEqual(["sink.profile not-a-choice"]);
  });

  it("sends nothing anywhere where it is no object", () => {
    expect(read("json").policy.endpoint).toBeNull();
    expect(read("json").refused).toEqual(["sink wrong-shape"]);
  });

  it("never says what stands behind the question mark of an address that is refused", () => {
    const { policy, said, refused } = read({ profile: "json" }, "http://hooks.example.com/in?sig=s3cret");
    expect(policy.endpoint).toBeNull();
    expect(refused).toEqual(["endpoint not-https"]);
    expect(said).not.toContain("s3cret");
  });

  it("refuses header by header, and never says what one holds", () => {
    const value = "s3cret";
    const bad = ["", "a b", "Content-Type", "host", "Sec-Fetch-Mode", "a:b"].map((name) => ({ name, value }));
    const headers = [...bad, { name: "x", value: "two\nlines s3cret" }, "s3cret", { name: "x-good", value }];
    const { policy, refused, said } = read({ profile: "json", headers });
    expect(policy.sink.headers).toEqual({ "x-good": value });
    expect(refused).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((at) => `sink.headers[${at}] not-a-header`));
    expect(said).not.toContain("s3cret");
    expect(read({ profile: "json", headers: { a: value } }).refused).toEqual(["sink.headers wrong-shape"]);
    const many = Array.from({ length: 25 }, (_, at) => ({ name: `x-${at}`, value }));
    expect(read({ profile: "json", headers: many }).refused).toEqual(["sink.headers[20] too-many"]);
  });
});

import { describe, expect, it } from "vitest";
import { parsePolicy } from "../parse-policy";

const read = (identity: unknown) => {
  const { policy, refused } = parsePolicy({ identity });
  return [policy.identity, refused.map(({ place, reason }) => `${place} ${reason}`)];
};

describe("identity", () => {
  it("leaves the name to the person where nothing is set", () => {
    for (const unset of [undefined, null, {}, { mode: "" }]) {
      expect(read(unset)).toEqual([{ mode: "optional", name: "typed" }, []]);
    }
  });

  it.each(["anonymous", "optional", "required"])("takes the mode %s", (mode) => {
    expect(read({ mode, name: "profile" })).toEqual([{ mode, name: "profile" }, []]);
  });

  it("refuses what is none of the words, and keeps the other key", () => {
    expect(read({ mode: "anonymus", name: "profile" })).toEqual([
      { mode: "optional", name: "profile" },
      ["identity.mode not-a-choice"],
    ]);
    expect(read({ mode: "required", name: ["typed"] })).toEqual([
      { mode: "required", name: "typed" },
      ["identity.name not-a-choice"],
    ]);
    expect(read("anonymous")).toEqual([{ mode: "optional", name: "typed" }, ["identity wrong-shape"]]);
  });
});

describe("a site's titles", () => {
  const site = { matches: ["https://a.example/*"], name: "A" };
  const titlesOf = (titles: unknown) => {
    const { policy, refused } = parsePolicy({ sites: [{ ...site, titles }] });
    return [policy.sites[0]?.titles, refused.map(({ place }) => place)];
  };

  it("are sent unless policy says false; what is refused is no reason to send them", () => {
    expect(titlesOf(undefined)).toEqual([undefined, []]);
    expect(titlesOf(true)).toEqual([undefined, []]);
    expect(titlesOf(false)).toEqual([false, []]);
    expect(titlesOf("no")).toEqual([false, ["sites[0].titles"]]);
  });
});

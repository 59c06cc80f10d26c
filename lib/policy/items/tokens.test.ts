import { describe, expect, it } from "vitest";
import { parsePolicy } from "../parse-policy";

const read = (reviewers: unknown) => {
  const { policy, refused } = parsePolicy({ reviewers });
  const said = refused.map(({ place, reason, value }) => `${place} ${reason} ${value}`);
  return { ...policy.reviewers, said };
};

describe("reviewers", () => {
  it("are known by a token where nothing else is said", () => {
    for (const unset of [undefined, null, "", {}, { signIn: "", token: null }]) {
      expect(read(unset)).toEqual({ signIn: "token", token: null, said: [] });
    }
    expect(read({ token: " rt_1 " })).toEqual({ signIn: "token", token: "rt_1", said: [] });
    expect(read({ signIn: "token", token: "rt_1" })).toEqual({ signIn: "token", token: "rt_1", said: [] });
  });

  it.each(["oidc", "off"])("have no token where it is %s, though there is one", (signIn) => {
    expect(read({ signIn, token: "rt_1" })).toEqual({ signIn, token: null, said: [] });
  });

  it.each([["OIDC"], ["saml"], [7], [true], [["oidc"]]])("are nobody where the way is %j", (signIn) => {
    const { said, ...rest } = read({ signIn, token: "rt_1" });
    expect(rest).toEqual({ signIn: "off", token: null });
    expect(said).toEqual([
      `reviewers.signIn not-a-choice ${typeof signIn === "string" ? signIn : JSON.stringify(signIn)}`,
    ]);
  });

  it("have a bad token named by its place alone, also beside a way that does not need it", () => {
    expect(read({ signIn: "oidc", token: "a b" }).said).toEqual(["reviewers.token wrong-shape …"]);
    expect(read({ token: 7 }).said).toEqual(["reviewers.token wrong-shape …"]);
    expect(read(["rt_1"]).said).toEqual(["reviewers wrong-shape …"]);
  });

  it("are never a person whom policy names", () => {
    expect(read({ signIn: "oidc", person: "robin" })).not.toHaveProperty("person");
  });
});

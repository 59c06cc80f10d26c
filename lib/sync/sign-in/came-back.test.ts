import { expect, it } from "vitest";
import { readCameBack } from "./came-back";

const expected = { redirectUri: "https://abc.chromiumapp.org/", state: "s1" };
const back = (query: string, at = expected.redirectUri) => ({ kind: "back" as const, address: `${at}?${query}` });

it.each([
  ["a code", back("code=c1&state=s1"), { code: "c1" }],
  ["another sign-in's state", back("code=c1&state=s2"), { outcome: "away" }],
  ["no state", back("code=c1"), { outcome: "away" }],
  ["another address", back("code=c1&state=s1", "https://evil.example/"), { outcome: "away" }],
  ["no address", { kind: "back" as const, address: "" }, { outcome: "away" }],
  ["a role that there is not", back("error=no_role&state=s1"), { outcome: "noRole" }],
  ["a role that there is not, by somebody else", back("error=no_role&state=s2"), { outcome: "away" }],
  ["a person who is needed", back("error=login_required&state=s1"), { outcome: "signedOut" }],
  ["a person who left", back("error=access_denied&state=s1"), { outcome: "cancelled" }],
  ["a provider that is away", back("error=server_error&state=s1"), { outcome: "away" }],
  ["neither", back("state=s1"), { outcome: "away" }],
  ["a window that would have to be shown", { kind: "needs-person" as const }, { outcome: "signedOut" }],
  ["a window that was closed", { kind: "closed" as const }, { outcome: "cancelled" }],
  ["a page that did not load", { kind: "failed" as const }, { outcome: "away" }],
])("%s", (_, opened, said) => {
  expect(readCameBack(opened, expected)).toEqual(said);
});

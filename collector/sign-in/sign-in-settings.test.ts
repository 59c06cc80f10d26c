import { expect, it } from "vitest";
import { isAllowedRedirect } from "./redirects";
import { signInSchema } from "./sign-in-settings";

const GOOD = {
  issuer: "https://login.example.com/realms/nordwind",
  clientId: "earshot",
  clientSecret: "s",
  address: "https://earshot.example.com/",
  extensions: ["keahcjdpfdiaghhgmacmblokcoloaibc"],
  roles: [{ role: "reviewer", groups: ["it"] }],
};

it("takes what is enough, and fills in the rest", () => {
  expect(signInSchema.parse(GOOD)).toMatchObject({
    address: "https://earshot.example.com",
    scopes: "openid profile email",
    groupsClaim: "groups",
    trustEmails: false,
    roles: [{ role: "reviewer", groups: ["it"], emails: [], sites: null }],
  });
});

it.each<[string, object]>([
  ["a provider over http", { issuer: "http://login.example.com" }],
  ["no role", { roles: [] }],
  ["a role for nobody", { roles: [{ role: "reviewer" }] }],
  ["a role that is none", { roles: [{ role: "king", groups: ["it"] }] }],
  ["a site with a path", { roles: [{ role: "reviewer", groups: ["it"], sites: ["https://erp.example.com/orders"] }] }],
  ["an admin of one site", { roles: [{ role: "admin", groups: ["it"], sites: ["https://erp.example.com"] }] }],
  ["no extension", { extensions: [] }],
  ["an address instead of an extension's id", { extensions: ["https://evil.example"] }],
  ["a slip of the pen", { role: [] }],
])("refuses %s", (_, change) => {
  expect(signInSchema.safeParse({ ...GOOD, ...change }).success).toBe(false);
});

it.each([
  ["https://keahcjdpfdiaghhgmacmblokcoloaibc.chromiumapp.org/", true],
  ["https://keahcjdpfdiaghhgmacmblokcoloaibc.chromiumapp.org/sign-in", true],
  ["https://d5ae1484cc1f82cfd84fc2cfe9a46d7d7d5b4b1c.extensions.allizom.org/", false],
  ["https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/", false],
  ["http://keahcjdpfdiaghhgmacmblokcoloaibc.chromiumapp.org/", false],
  ["https://keahcjdpfdiaghhgmacmblokcoloaibc.chromiumapp.org.evil.example/", false],
  ["https://keahcjdpfdiaghhgmacmblokcoloaibc.chromiumapp.org:8443/", false],
  ["https://x@keahcjdpfdiaghhgmacmblokcoloaibc.chromiumapp.org/", false],
  ["https://keahcjdpfdiaghhgmacmblokcoloaibc.chromiumapp.org/?a=b", false],
  ["https://keahcjdpfdiaghhgmacmblokcoloaibc.chromiumapp.org/#a", false],
  ["javascript:alert(1)", false],
  ["", false],
])("a session may be sent to %s: %s", (address, isAllowed) => {
  expect(isAllowedRedirect(address, ["keahcjdpfdiaghhgmacmblokcoloaibc"])).toBe(isAllowed);
});

it("knows Firefox's address of an extension by its id", () => {
  // As Firefox 140 answers to `identity.getRedirectURL()` for this id.
  const address = `https://${SHA1}.extensions.allizom.org/`;
  expect(isAllowedRedirect(address, ["earshot@earshot.example"])).toBe(true);
  expect(isAllowedRedirect(address, ["other@earshot.example"])).toBe(false);
});

const SHA1 = "40a6667cd6bbd651534a39561e8d2879153ff323";

import { expect, it } from "vitest";
import { type Claims, roleOf } from "./role-of";
import { signInSchema } from "./sign-in-settings";

const ERP = "https://erp.example.com";
const WIKI = "https://wiki.example.com";

const SETTINGS = signInSchema.parse({
  issuer: "https://login.example.com",
  clientId: "earshot",
  clientSecret: "s",
  address: "https://earshot.example.com/",
  extensions: ["keahcjdpfdiaghhgmacmblokcoloaibc"],
  roles: [
    { role: "reviewer", groups: ["erp-team"], sites: [ERP] },
    { role: "reviewer", groups: ["wiki-team"], emails: ["Robin@example.com"], sites: [WIKI] },
    { role: "reviewer", groups: ["it"] },
    { role: "admin", groups: ["earshot-admins"] },
  ],
});

it.each<[string, Claims, ReturnType<typeof roleOf>]>([
  ["nobody without claims", {}, null],
  ["nobody in other groups", { groups: ["sales"] }, null],
  ["one group, one site", { groups: ["erp-team", "sales"] }, { role: "reviewer", scope: [ERP] }],
  ["a group that is said alone", { groups: "erp-team" }, { role: "reviewer", scope: [ERP] }],
  ["two groups: both sites", { groups: ["wiki-team", "erp-team"] }, { role: "reviewer", scope: [ERP, WIKI] }],
  ["all sites beside one", { groups: ["erp-team", "it"] }, { role: "reviewer", scope: null }],
  ["the higher role, and its sites", { groups: ["erp-team", "earshot-admins"] }, { role: "admin", scope: null }],
  [
    "a verified address, in any letters",
    { email: "robin@EXAMPLE.com", email_verified: true },
    { role: "reviewer", scope: [WIKI] },
  ],
  ["an address that nobody verified", { email: "robin@example.com" }, null],
  ["an address that is said not to be verified", { email: "robin@example.com", email_verified: false }, null],
  ["a group that is part of another's name", { groups: ["erp-team-guests"] }, null],
  ["groups that are no texts", { groups: [{ name: "it" }, 7, null] }, null],
])("%s", (_, claims, granted) => {
  expect(roleOf(claims, SETTINGS)).toEqual(granted);
});

it("believes addresses of a provider that does not say, where the settings say so; never one said to be unverified", () => {
  const trusting = { ...SETTINGS, trustEmails: true };
  expect(roleOf({ email: "robin@example.com" }, trusting)).toMatchObject({ role: "reviewer" });
  expect(roleOf({ email: "robin@example.com", email_verified: false }, trusting)).toBeNull();
});

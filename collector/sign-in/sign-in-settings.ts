import { z } from "zod";

/** As `location.origin` says it: what a reviewer's scope is compared with. */
const origin = z
  .url({ protocol: /^https?$/ })
  .refine((value) => new URL(value).origin === value, "must be an origin, such as https://erp.example.com");

/** Plain HTTP only on the machine itself, for trials. */
const secureAddress = z.url({ protocol: /^https?$/ }).refine((value) => {
  const { protocol, hostname } = new URL(value);
  return protocol === "https:" || hostname === "localhost" || hostname === "127.0.0.1";
}, "must be https");

/** Who gets a role: whoever is in one of the groups, or has one of the e-mail addresses. */
const roleSchema = z
  .strictObject({
    role: z.enum(["reviewer", "admin"]),
    groups: z.array(z.string().min(1)).default([]),
    emails: z.array(z.email()).default([]),
    /** Origins whose reports they see; null for all. */
    sites: z.array(origin).min(1).nullable().default(null),
  })
  .refine(({ groups, emails }) => groups.length + emails.length > 0, "needs groups or emails")
  // An admin makes and revokes everybody's tokens: one who sees one site only could lift that in a moment.
  .refine(({ role, sites }) => role !== "admin" || sites === null, "an admin sees all sites");

/** Of Chromium and Edge 32 letters from a to p; of Firefox what the manifest's `gecko.id` says. */
const extensionId = z
  .string()
  .regex(/^([a-p]{32}|[A-Za-z0-9._-]*@[A-Za-z0-9._-]+|\{[0-9a-f-]{36}\})$/, "is no id of an extension");

/** Signature algorithms that are believed. None with a shared secret: whoever has that could make ID tokens. */
export const ID_TOKEN_ALGORITHMS = ["RS256", "PS256", "ES256", "ES384", "EdDSA", "Ed25519"];

/** Signing in by OpenID Connect. Without it reviewers have access tokens. */
export const signInSchema = z.strictObject({
  /** Of the provider, as its `/.well-known/openid-configuration` names itself. */
  issuer: secureAddress,
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** How browsers reach this collector: the provider sends people back to `<address>/v1/auth/callback`. */
  address: secureAddress.transform((value) => value.replace(/\/+$/, "")),
  /** Ids of the extensions that may be given a session: Chromium's, Firefox's. */
  extensions: z.array(extensionId).min(1),
  roles: z.array(roleSchema).min(1),
  scopes: z.string().default("openid profile email"),
  groupsClaim: z.string().min(1).default("groups"),
  /** What people read on answers. */
  nameClaim: z.string().min(1).default("name"),
  /**
   * E-mail addresses count also where the provider does not say that it has verified them. Only for one at which nobody
   * can choose their address.
   */
  trustEmails: z.boolean().default(false),
});
export type SignInSettings = z.infer<typeof signInSchema>;

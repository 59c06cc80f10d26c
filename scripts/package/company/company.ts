import { z } from "zod";

const extensionId = z.string().regex(/^[a-p]{32}$/, "is an extension's id: 32 letters from a to p");

const MOST = 65_535;

function isVersion(text: string): boolean {
  const parts = text.split(".");
  return parts.length <= 4 && parts.every((part) => /^(0|[1-9]\d{0,4})$/.test(part) && Number(part) <= MOST);
}

/** The one file that a company writes. What is not known is refused, since it may be a slip of the pen. */
export const companySchema = z.strictObject({
  /** Stands in the names of profiles and of the group policy. */
  company: z.string().trim().min(1).max(60),
  /** The key that signs, beside this file or by its full path; `npm run package -- key FILE` makes it, once. */
  key: z.string().min(1),
  /** Where the folder `extension/` of the kit is served: the collector's own `/extension/`, or any web server. */
  updateAddress: z.string(),
  /** One to four numbers with dots; without it that of this checkout. Going back to old code needs a higher one. */
  version: z.string().refine(isVersion, "is one to four numbers up to 65535 with dots, such as 1.4.2").optional(),
  /** Firefox's name for the extension; it never changes again. */
  firefoxId: z
    .string()
    .regex(/^[\w.-]{1,60}@[\w.-]{1,60}$/, "looks like earshot@company.example")
    .default("earshot@earshot.example"),
  /** Where the browsers take it from a store instead: the ids that the stores gave it. */
  store: z.strictObject({ chrome: extensionId.optional(), edge: extensionId.optional() }).default({}),
  /** Hosts that the extension may touch beside those of the sites and of the collector: `*://*.corp.example`. */
  internalHosts: z.array(z.string()).default([]),
  policy: z.record(z.string(), z.json()),
});

export type CompanyFile = z.infer<typeof companySchema>;

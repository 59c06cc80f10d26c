import { z } from "zod";

/** An internal web tool that policy names. `matches` are WebExtension match patterns. */
export const siteSchema = z.object({
  matches: z.array(z.string().min(1)).min(1),
  name: z.string().min(1).max(120),
  purpose: z.string().max(300).optional(),
  owner: z.string().max(120).optional(),
});
export type Site = z.infer<typeof siteSchema>;

/** What is in force after every item was checked by itself. */
export interface Policy {
  /** Base address of the collector without a trailing slash; null: nothing leaves. */
  endpoint: string | null;
  ingestToken: string | null;
  sites: Site[];
  reviewers: { token: string | null };
}

/** An item that was refused, with its place in the policy (`sites[2].matches[0]`) and why. */
export interface RefusedItem {
  place: string;
  reason: RefusalReason;
  /** The refused value as text, cut to 120 characters; never a token. */
  value: string;
}
export type RefusalReason = "not-a-pattern" | "pattern-has-path-host" | "not-an-address" | "not-https" | "wrong-shape";

export interface PolicyState {
  policy: Policy;
  refused: RefusedItem[];
  /** `managed`: set by the organisation; `own`: by the person in options; `none`: nothing is set. */
  source: "managed" | "own" | "none";
  /** When what is in force last changed; milliseconds since the epoch. */
  changedAt: number;
}

/** What the options page saves where nothing is managed: the same shape, unchecked. */
export const ownSettingsSchema = z.object({
  endpoint: z.string(),
  ingestToken: z.string(),
  sites: z.array(z.object({ matches: z.array(z.string()), name: z.string() })),
  reviewers: z.object({ token: z.string() }),
});
export type OwnSettings = z.infer<typeof ownSettingsSchema>;

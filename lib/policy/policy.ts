import { z } from "zod";
import {
  CORNERS,
  type IDENTITY_MODES,
  type NAME_SOURCES,
  type PICTURES,
  type SIGN_INS,
  type SINK_PROFILES,
  type WEEKDAYS,
} from "./choices";

/** An internal web tool that policy names. `matches` are WebExtension match patterns. */
export const siteSchema = z.object({
  matches: z.array(z.string().min(1)).min(1),
  name: z.string().min(1).max(120),
  purpose: z.string().max(300).optional(),
  owner: z.string().max(120).optional(),
  /** false: the titles of its pages are not sent. */
  titles: z.boolean().optional(),
  /** false: no button in its pages. */
  launcher: z.boolean().optional(),
  /** In other languages than `name`, which is the one that reports carry. */
  names: z.array(z.object({ language: z.string(), text: z.string() })).optional(),
  /** Of the button in its pages, where it is another than everywhere. */
  corner: z.enum(CORNERS).optional(),
});
export type Site = z.infer<typeof siteSchema>;

export interface Identity {
  mode: (typeof IDENTITY_MODES)[number];
  name: (typeof NAME_SOURCES)[number];
}

/** The button in the pages. */
export interface ButtonLook {
  /** What it is called, the one for all other languages first; empty for Earshot's own name. */
  labels: { language: string; text: string }[];
  /** Until the person drags it elsewhere. */
  corner: (typeof CORNERS)[number];
  /** `#rrggbb`; null for Earshot's own. */
  colour: string | null;
}

/** What a report may carry of a page. */
export interface CaptureRules {
  picture: (typeof PICTURES)[number];
  /** Of elements that are black in pictures as a whole. */
  selectors: string[];
  /** Regular expressions in RE2's syntax: black in pictures and in what is said of a page, marked in the words. */
  patterns: string[];
  /** Names of the query parameters that are kept; all others are dropped. */
  query: string[];
  timings: boolean;
  /** The words on what a person pointed at, and on what is around it. */
  elementText: boolean;
}

/** Where reports go, and the headers that a receiver which is no collector wants with them. */
export interface Sink {
  profile: (typeof SINK_PROFILES)[number];
  headers: Record<string, string>;
}

/** A word that answers should do without; `say` is what people understand, null where there is no such word. */
export interface OwnWord {
  word: string;
  say: string | null;
}

/** What people and reviewers are told, and when not; by the clock of the computer that would tell them. */
export interface Notifications {
  /** false: nobody is told that IT has answered them. */
  answers: boolean;
  /** false: nobody is told that somebody cannot work. */
  cannotWork: boolean;
  /** Minutes since midnight; where `to` comes before `from` it is that of the next day. */
  quietHours: { from: number; to: number } | null;
  quietDays: (typeof WEEKDAYS)[number][];
}

/** How Impact counts. */
export interface ImpactRules {
  /** What an hour is worth; null: hours stay hours. `currency` is of ISO 4217. */
  rate: { perHour: number; currency: string } | null;
  /** Under so many people no figure is broken down. */
  threshold: number;
}

/** The people who answer. */
export interface Reviewers {
  signIn: (typeof SIGN_INS)[number];
  /** null where policy has none, and where a person has to sign in first. */
  token: string | null;
  /** Of who is signed in: the collector's word, which the background puts here with the token; never in a policy. */
  person?: string;
}

/** What is in force after every item was checked by itself. */
export interface Policy {
  /** Base address of the collector without a trailing slash, or the whole address of a webhook; null: nothing leaves. */
  endpoint: string | null;
  sink: Sink;
  ingestToken: string | null;
  /** What waits for another receiver goes to the one in force. */
  moveWaiting: boolean;
  sites: Site[];
  button: ButtonLook;
  reviewers: Reviewers;
  identity: Identity;
  capture: CaptureRules;
  answers: { jargon: OwnWord[] };
  notifications: Notifications;
  /** Many people use this browser profile: what they say goes at once, and nothing of it stays. */
  sharedDevice: boolean;
  impact: ImpactRules;
  /** What goes without a name waits a random while of at most so long. */
  anonymousDelayMinutes: number;
  /** The address of what the organisation itself says on data protection. */
  privacyNotice: string | null;
  /** Whom people ask. */
  contact: string | null;
}

/** An item that was refused, with its place in the policy (`sites[2].matches[0]`) and why. */
export interface RefusedItem {
  place: string;
  reason: RefusalReason;
  /** The refused value as text, cut to 120 characters; never a token. */
  value: string;
}
export type RefusalReason =
  | "not-a-pattern"
  | "pattern-has-path-host"
  | "too-broad"
  | "not-an-address"
  | "not-https"
  | "not-a-choice"
  | "not-a-selector"
  | "not-an-expression"
  | "not-a-header"
  | "not-a-time"
  | "not-a-number"
  | "not-a-currency"
  | "not-a-colour"
  | "not-delivered"
  | "not-known"
  | "too-many"
  | "wrong-shape";

/**
 * What became of a key: in force, in part, not at all; `dropped` by the browser on the way; `unknown` to this version.
 */
export interface KeyState {
  key: string;
  state: "used" | "partly" | "refused" | "dropped" | "unknown";
}

export interface PolicyState {
  policy: Policy;
  refused: RefusedItem[];
  /** Of each key that was delivered; empty where nothing was. */
  keys: KeyState[];
  /** `managed`: set by the organisation; `own`: by the person in options; `none`: nothing is set. */
  source: "managed" | "own" | "none";
  /** When what is in force last changed; milliseconds since the epoch. */
  changedAt: number;
}

/** What the options page saves where nothing is managed: the same shape, unchecked. Older ones lack the later keys. */
export const ownSettingsSchema = z.object({
  endpoint: z.string(),
  ingestToken: z.string(),
  sink: z
    .object({ profile: z.string(), headers: z.array(z.object({ name: z.string(), value: z.string() })) })
    .optional(),
  sites: z.array(z.object({ matches: z.array(z.string()), name: z.string(), titles: z.boolean().optional() })),
  reviewers: z.object({ token: z.string(), signIn: z.string().optional() }),
  identity: z.object({ mode: z.string(), name: z.string() }).optional(),
  capture: z
    .object({
      picture: z.string(),
      selectors: z.array(z.string()),
      patterns: z.array(z.string()),
      query: z.array(z.string()),
      timings: z.boolean(),
      elementText: z.boolean(),
    })
    .optional(),
  answers: z.object({ jargon: z.array(z.object({ word: z.string(), say: z.string() })) }).optional(),
  notifications: z.object({ quietFrom: z.string(), quietTo: z.string(), quietDays: z.array(z.string()) }).optional(),
  moveWaiting: z.boolean().optional(),
});
export type OwnSettings = z.infer<typeof ownSettingsSchema>;

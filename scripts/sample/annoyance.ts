import type { Minutes, Often } from "@/lib/protocol/burden";
import type { Kind, Status } from "@/lib/protocol/event";

export const LANGUAGES = ["en", "de", "pt"] as const;
export type Language = (typeof LANGUAGES)[number];

export type SiteKey = "handbook" | "orders" | "travel" | "time" | "stock" | "customers";

/** What IT publishes, in one language. */
interface PublishedText {
  title: string;
  text?: string;
  workaround?: string;
}

/** One step of IT: `day` counts from the first report of it. The words are in the annoyance's own language. */
export interface Step {
  day: number;
  status: Exclude<Status, "new">;
  note?: string;
  /** Days after which a "no" is looked at again. */
  lookAgainAfter?: number;
}

/** One annoyance of the company, with all that people say about it in a year and what becomes of it. */
export interface Annoyance {
  site: SiteKey;
  path: string;
  title: string;
  /** Role and name of what people point at. */
  element?: readonly [role: string, name: string];
  kind: Kind;
  /** What it usually costs; single people say more or less. */
  often: Often;
  minutes: Minutes;
  /** How many report it, beside the others. */
  weight: number;
  /** Day of the year, 0 to 364, on which somebody says it first. */
  begins: number;
  /** The language of who reports it first, and of IT's answers. */
  lang: Language;
  said: Record<Language, readonly string[]>;
  steps?: readonly Step[];
  /** Of those who say whether it helped, how many say yes; the rest is half "partly" and half "no". */
  helps?: number;
  /** Largest paint in milliseconds before and after what IT did. */
  paint?: readonly [before: number, after: number];
  published?: Partial<Record<Language, PublishedText>>;
  /** The person who looks at the sample said it first. */
  mine?: true;
}

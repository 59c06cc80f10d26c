import type { Brief } from "@/lib/copies/brief";

/** What the figures need of one report. */
export type Fact = Omit<Brief, "statusEvent" | "statusBy" | "canonical" | "triage" | "burden" | "lookAgain">;

/** One annoyance with all that people told of it; an item of the Inbox is one. */
export interface Told {
  /** Everything that is the same, added up. */
  doc: Fact;
  /** The report that stands for all, by itself. */
  own: Fact;
  joined: readonly Fact[];
  /** Counted with that report already, and listed beside it only because somebody waits for a word. */
  joinedInto: string | null;
}

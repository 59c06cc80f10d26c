import type { ItemProblem, ParkedFor } from "@/lib/database/rows";
import type { ThreadDoc, TimelineEntry } from "@/lib/protocol/documents";
import type { Burden } from "@/lib/protocol/burden";
import type { HelpedAnswer, Kind, Status } from "@/lib/protocol/event";
import type { Question, Said } from "@/lib/reports/question";

/** A report of this person as My reports shows it: the collector's word overlaid with what still waits here. */
export interface MyReport {
  id: string;
  words: string;
  lang: string;
  goal: string | null;
  kind: Kind | null;
  burden: Burden;
  siteName: string | null;
  identity: "anon" | "claimed";
  createdAt: number;
  /** When the collector acknowledged it; null where it has not, or that was so long ago that it is not known. */
  receivedAt: number | null;
  /** Of the creation itself. */
  delivery: "saved" | "received" | "refused" | "parked";
  problem: ItemProblem | null;
  parkedFor: ParkedFor | null;
  /** When the next attempt is due, where something waits. */
  nextAt: number | null;
  status: Status;
  statusBy: string | null;
  statusAt: string | null;
  note: string | null;
  /** The conversation, oldest first, without the creation; `seq` is null for what still waits here. */
  timeline: TimelineEntry[];
  /** "Did this help?", or whether it is still good, where that is to be asked. */
  question: Question | null;
  /** What the person answered to the newest claim, each time that they were asked. */
  said: Said[];
  /** The newest of those. */
  answered: HelpedAnswer | null;
  /** How far the picture has come; null for a report without one. */
  picture: "onItsWay" | "there" | "lost" | null;
  people: number;
  thread: ThreadDoc | null;
  /** An answer came after the person last looked. */
  news: boolean;
  /** It went, or goes, to a webhook: nobody answers here, and what is there stays there. */
  sendOnly: boolean;
  /** The collector does not have it: taking it back is deleting it here. */
  onlyHere: boolean;
  /** Set where the person has taken it back; then everything that they said is empty. */
  takenBack: TakenBackReport | null;
  /** The collector has erased it by itself: nobody reads it there, and nothing can be added. */
  isErased: boolean;
}

export interface TakenBackReport {
  state:
    /** The collector is being asked, or will be. */
    | "underWay"
    /** It went to another collector than the one in force, and waits until that one is in force again. */
    | "elsewhere"
    /** The law makes the collector keep it for a while. */
    | "held"
    /** The collector has erased it. */
    | "gone"
    /** The collector says that it does not know it, although it had acknowledged it. */
    | "unknown";
  canUndo: boolean;
}

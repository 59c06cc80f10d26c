import type { Burden } from "@/lib/protocol/burden";
import type { Status } from "@/lib/protocol/event";
import type { Question } from "@/lib/reports/question";

/** A known annoyance as one person reads it. */
export interface KnownItem {
  reportId: string;
  title: string;
  text: string | null;
  /** What people can do until then; with `possible`, the steps. */
  workaround: string | null;
  /** Of these three. */
  lang: string;
  status: Status;
  people: number;
  /** It is this person's own report, or theirs was joined to it: they are counted already. */
  own: boolean;
  /** What this person said that it costs them; null where they did not say me too. */
  joined: Burden | null;
}

/** What is known where somebody opens the form. */
export interface KnownHere {
  /** Of this page first, then of the whole site; in each those that most people have. */
  items: KnownItem[];
  /** How many more there are that may turn out to be meant: of other pages of this site; without a page, of any site. */
  elsewhere: number;
}

/** Where the form was opened; null without a page. */
export interface KnownPlace {
  origin: string;
  /** With its ids replaced, as a report has it. */
  path: string | null;
}

/** A fix that the form asks about on its own page. */
export interface AskHere extends Question {
  reportId: string;
  /** What it was about: the person's own words, or IT's title of what they joined. */
  title: string;
  lang: string;
  /** What IT said of it. */
  said: { name: string | null; text: string } | null;
}

import type { Minutes, MinutesNow, Burden } from "@/lib/protocol/burden";
import type { HelpedAnswer } from "@/lib/protocol/event";
import type { StoredDoc } from "@/lib/reports/fold";
import type { Voice } from "@/lib/reports/voice";

/** Rows as the statements return them. We wrote them ourselves from parsed events: they are trusted here. */
export interface FeedRow {
  head: bigint;
  epoch: string;
  floor: bigint;
}

export interface ReportRow {
  id: string;
  rev: bigint;
  doc: StoredDoc;
  erased: boolean;
  hold: boolean;
  origin: string;
  reply_hash: string | null;
}

export interface VoiceColumns {
  tag: string;
  is_reporter: boolean;
  is_on: boolean;
  holds_back: Burden["holdsBack"] | null;
  often: Burden["often"] | null;
  minutes: Minutes | null;
  answer: HelpedAnswer | null;
  minutes_now: MinutesNow | null;
  for_event: string | null;
  note: string | null;
}
export type VoiceRow = VoiceColumns & { report: string };

export function voiceOfRow(row: VoiceColumns): Voice {
  const burden: Burden = {};
  if (row.holds_back !== null) burden.holdsBack = row.holds_back;
  if (row.often !== null) burden.often = row.often;
  if (row.minutes !== null) burden.minutes = row.minutes;
  return {
    tag: row.tag,
    isReporter: row.is_reporter,
    on: row.is_on,
    burden,
    answer: row.answer,
    minutesNow: row.minutes_now,
    forEvent: row.for_event,
    text: row.note,
  };
}

export function rowOfVoice(report: string, voice: Voice): VoiceRow {
  return {
    report,
    tag: voice.tag,
    is_reporter: voice.isReporter,
    is_on: voice.on,
    holds_back: voice.burden.holdsBack ?? null,
    often: voice.burden.often ?? null,
    minutes: voice.burden.minutes ?? null,
    answer: voice.answer,
    minutes_now: voice.minutesNow,
    for_event: voice.forEvent,
    note: voice.text,
  };
}

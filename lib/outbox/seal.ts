import { base64url } from "@/lib/platform/digest";
import type { WriteDeps } from "./write-event";

/**
 * What a report carries that no person chooses. It is chosen once, when the person first looks at what will be sent,
 * and kept with the panel until the report is stored: only so can the bytes that are shown be the bytes that are sent.
 */
export interface Seal {
  reportId: string;
  /** Both forms: the person may still change their mind about their name. Only one of them ever leaves. */
  eventId: { claimed: string; anonymous: string };
  /** base64url of 32 bytes. Never leaves this computer before the thread is asked for; the report carries its hash. */
  replyKey: string;
  /** The event's time, milliseconds since the epoch. */
  at: number;
}

/** A report that was looked at in the morning and is sent in the evening was not written in the morning. */
const FRESH_MS = 10 * 60_000;

export function makeSeal({ clock, ids, random }: WriteDeps): Seal {
  return {
    reportId: ids.random(),
    eventId: { claimed: ids.ordered(), anonymous: ids.random() },
    replyKey: base64url(random.bytes(32)),
    at: clock.now(),
  };
}

/** The seal that was made before where it is of now, else a new one. */
export function freshSeal(before: Seal | null, deps: WriteDeps): Seal {
  return before && Math.abs(deps.clock.now() - before.at) < FRESH_MS ? before : makeSeal(deps);
}

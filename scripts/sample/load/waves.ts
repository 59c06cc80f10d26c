import type { SampleEvent } from "../sample-events";

/**
 * What comes within so long comes in together, at the moment of the last one: as from browsers that had no network for
 * the day. What people see carries the events' own times; only the order of arrival and `updatedAt` are coarser by it.
 */
const WAVE_MS = 12 * 3_600_000;
/** As many as a request may hold. */
const MOST = 100;

/** One request's worth: what has the same credential, and by the protocol may share a request. */
export function requestOf({ via, event }: SampleEvent): string {
  if (via.as === "named") return "named";
  return via.as === "reviewer" ? `reviewer ${via.name}` : `${via.as} ${event.subject}`;
}

/**
 * Cuts a year into what may be sent at once. Within a request there is an order, between requests beside each other
 * there is none: so no two of a wave's requests may be about the same report. Pure.
 */
export function inWaves(events: readonly SampleEvent[]): SampleEvent[][] {
  const waves: SampleEvent[][] = [];
  let wave: SampleEvent[] = [];
  let taken = new Map<string, string>();
  for (const each of events) {
    const request = requestOf(each);
    const named = namedBy(each);
    const [first] = wave;
    const isFull = wave.length >= MOST || (first !== undefined && each.at - first.at > WAVE_MS);
    if (isFull || named.some((id) => (taken.get(id) ?? request) !== request)) {
      waves.push(wave);
      wave = [];
      taken = new Map();
    }
    wave.push(each);
    for (const id of named) taken.set(id, request);
  }
  return wave.length === 0 ? waves : [...waves, wave];
}

function namedBy({ event }: SampleEvent): string[] {
  const { into } = event["data"] as { into?: string };
  return into === undefined ? [event.subject] : [event.subject, into];
}

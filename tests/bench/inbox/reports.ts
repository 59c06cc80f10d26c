import type { ReportRow } from "@/lib/database/rows";
import type { ReportDoc } from "@/lib/protocol/documents";

/** A generator of numbers between 0 and 1 that is the same each time (mulberry32, by Tommy Ettinger; public domain). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES = "an be co da er fi ge ho in ka le mi no or pe ra si ta un ve wi ze bro sta tion ung ment ção".split(
  " ",
);
/** Different words that occur; about what 100,000 reports in three languages have. */
const WORDS = 40_000;

function makeWords(): string[] {
  const random = numbers(7);
  return Array.from({ length: WORDS }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join(
      "",
    ),
  );
}

const SITES = ["Orders", "Time sheets", "Travel", "Intranet", "Tickets", "CRM"];
const STATUSES = ["new", "heard", "asked", "planned", "done", "possible", "declined"] as const;
const KINDS = ["slow", "confusing", "broken", "steps", "missing", "other", null] as const;
const START_MS = Date.UTC(2026, 0, 1);

/** Reports of about 2 KB with words as people use them: a few often, most of them seldom (Zipf). */
export function createReports(seed: number) {
  const random = numbers(seed);
  const words = makeWords();
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const word = () => words[Math.floor(WORDS ** random()) - 1] ?? "";
  const text = (count: number) => Array.from({ length: count }, word).join(" ");
  const hex = (length: number) => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join("");
  const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;

  function doc(at: number): ReportDoc {
    const site = pick(SITES);
    const status = pick(STATUSES);
    const createdAt = new Date(START_MS + at * 250_000).toISOString();
    const isKnown = random() < 0.7;
    const by = { kind: "reviewer", name: "Mara" } as const;
    const note = status === "new" ? null : text(12);
    const statusEvent = status === "new" ? null : uuid();
    const people = 1 + Math.floor(random() * 4);
    // Most who are asked whether it helped say so.
    const isClaim = status === "done" || status === "possible";
    const yes = isClaim ? Math.floor(random() * (people + 1)) : 0;
    return {
      v: 1,
      id: uuid(),
      createdAt,
      updatedAt: createdAt,
      identity: "claimed",
      reporter: { name: text(2) },
      words: text(35),
      lang: "en",
      goal: random() < 0.4 ? text(8) : null,
      kind: pick(KINDS),
      burden: isKnown ? { often: "daily", minutes: 5, holdsBack: "slows" } : {},
      hoursAWeek: isKnown ? Math.round(random() * 400) / 100 : null,
      hoursUnknown: isKnown ? 0 : 1,
      people,
      blocked: random() < 0.03 ? 1 : 0,
      context: {
        origin: `https://${site.toLowerCase().replace(" ", "-")}.example.com`,
        path: `/${word()}/{id}/${word()}`,
        title: text(4),
        site,
        timings: { ttfb: 200 + Math.round(random() * 400), load: 3000, lcp: 800 + Math.round(random() * 4000) },
        viewport: "1280x800",
        browser: "Chromium 156",
        os: "Linux",
        locale: "en",
      },
      attachments: [],
      status,
      statusEvent,
      statusBy: status === "new" ? null : "Mara",
      statusAt: status === "new" ? null : createdAt,
      note,
      noteLang: note && "en",
      attention: random() < 0.05 ? "reply" : null,
      helped: {
        forEvent: isClaim ? statusEvent : null,
        yes,
        partly: 0,
        no: 0,
        hoursGivenBack: isKnown ? yes / 2 : 0,
        givenBackUnknown: isKnown ? 0 : yes,
      },
      timeline:
        note === null
          ? []
          : [
              {
                id: uuid(),
                seq: String(at),
                type: "status.set",
                by,
                at: createdAt,
                applied: true,
                visibility: "thread",
                text: note,
                lang: "en",
                status,
              },
            ],
    };
  }

  return {
    words,
    row(at: number): ReportRow {
      const made = doc(at);
      const { id, status, context } = made;
      return { id, collector: "bench", rev: at, origin: context?.origin ?? "", status, doc: made, readRev: at };
    },
  };
}

import { type NewsFile, newsFileSchema } from "@/lib/protocol/digest";

/** Two months that were shared, and how well people are heard. */
export const SAMPLE_NEWS: NewsFile = newsFileSchema.parse({
  v: 1,
  months: [
    {
      month: "2026-10",
      lang: "en",
      at: "2026-11-02T09:00:00.000Z",
      blocks: [
        { block: "words", lang: "en", text: "You told us where it hurts. Thank you: this is what became of it." },
        { block: "figure", name: "told", annoyances: 31, people: 204 },
        { block: "figure", name: "given", people: 57, hours: 46.5 },
        { block: "figure", name: "unconfirmed", people: 22 },
        { block: "figure", name: "lost", people: 118, hours: 93 },
        { block: "figure", name: "coverage", people: 131, of: 204 },
        {
          block: "fix",
          status: "done",
          lang: "en",
          title: "The order list opens at once",
          text: "It no longer looks up every customer before it shows the first line.",
          site: "Orders",
          helped: { yes: 24, partly: 3, no: 1 },
          hours: 31,
        },
        {
          block: "fix",
          status: "possible",
          lang: "en",
          title: "All trips of a team in one list",
          text: "Choose “Team” above the list: it was there, and nobody could find it. It is now the first button.",
          site: "Travel",
          helped: { yes: 11, partly: 0, no: 0 },
          hours: 6,
        },
        {
          block: "no",
          lang: "en",
          title: "No password that lasts for ever",
          reason:
            "Every account that was broken into last year had an old password. From February on you sign in with a key.",
          workaround: "The key on your badge works already: ask at the desk on the ground floor.",
          people: 31,
          hours: 8,
          lookAgain: "2027-01-20",
        },
      ],
    },
    {
      month: "2026-09",
      lang: "en",
      at: "2026-10-05T09:00:00.000Z",
      blocks: [
        { block: "figure", name: "told", annoyances: 18, people: 96 },
        { block: "figure", name: "given", people: 33, hours: 21 },
      ],
    },
  ],
  listening: {
    firstWordMs: 30_600_000,
    answered: { count: 282, of: 310 },
    helped: { yes: 141, partly: 22, no: 9, of: 172 },
    oldestUnheard: "2026-11-14",
    at: "2026-11-20T08:00:00.000Z",
  },
});

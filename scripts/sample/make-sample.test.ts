import { beforeAll, describe, expect, it } from "vitest";
import { checkAnswer } from "@/lib/answers/guard";
import { parseEvent } from "@/lib/protocol/event";
import { LANGUAGES } from "./annoyance";
import { TAGS } from "./person";
import { ANNOYANCES, makeSample, type Sample } from "./make-sample";

const NOW = Date.UTC(2026, 10, 20, 9, 30);
const OPTIONS = {
  seed: 1,
  now: NOW,
  reports: 2000,
  handbookOrigin: "http://127.0.0.1:4310",
  me: "Ada from Accounting",
};

let sample: Sample;
beforeAll(() => {
  sample = makeSample(OPTIONS);
});

function dataOf(type: string): Record<string, unknown>[] {
  return sample.events.flatMap(({ event }) =>
    event["type"] === `org.earshot.${type}.v1` ? [event["data"] as Record<string, unknown>] : [],
  );
}

describe("the sample's year", () => {
  it("has only events that the protocol takes", () => {
    const refused = sample.events.flatMap(({ event }) => {
      const parsed = parseEvent(event);
      return parsed.ok ? ("unknown" in parsed.event ? [event["type"]] : []) : [`${parsed.pointer}: ${parsed.detail}`];
    });
    expect(refused).toEqual([]);
  });

  it("is over now, began a year ago, and comes in order", () => {
    const times = sample.events.map(({ at }) => at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times[0]).toBeGreaterThan(NOW - 366 * 86_400_000);
    expect(times.at(-1)).toBeLessThan(NOW);
    expect(new Set(times.map((at) => new Date(at).toISOString().slice(0, 7))).size).toBeGreaterThanOrEqual(12);
  });

  it("is as large as it says, of six tools and in three languages", () => {
    const created = dataOf("report.created");
    expect(created).toHaveLength(sample.reports);
    expect(Math.abs(sample.reports - OPTIONS.reports)).toBeLessThan(40);
    for (const language of LANGUAGES) {
      expect(created.filter(({ lang }) => lang === TAGS[language]).length).toBeGreaterThan(250);
    }
    const origins = new Set(created.flatMap(({ context }) => (context as { origin: string } | null)?.origin ?? []));
    expect(origins.size).toBe(6);
  });

  it("sounds as if many people had written it", () => {
    const words = dataOf("report.created").map((data) => String(data["words"]));
    expect(new Set(words).size).toBeGreaterThan(words.length * 0.75);
    // No beginning that everybody shares.
    const beginnings = words.map((text) => text.toLowerCase().split(" ").slice(0, 3).join(" "));
    const most = Math.max(...beginnings.map((one) => beginnings.filter((other) => other === one).length));
    expect(most).toBeLessThan(words.length * 0.03);
  });

  it("is the same for the same seed, and another one for another", () => {
    const ids = ({ events }: Sample) => events.slice(0, 50).map(({ event }) => event.id);
    expect(ids(makeSample(OPTIONS))).toEqual(ids(sample));
    expect(ids(makeSample({ ...OPTIONS, seed: 2 }))).not.toEqual(ids(sample));
  });

  it("has reports of the person who looks at it: some gone, some open", () => {
    expect(sample.mine.length).toBeGreaterThanOrEqual(5);
    expect(sample.mine.every(({ report }) => report.name === OPTIONS.me)).toBe(true);
  });
});

describe("what IT answers in it", () => {
  const notes = ANNOYANCES.flatMap(({ lang, steps = [] }) =>
    steps.flatMap(({ note }) => (note === undefined ? [] : [{ note, findings: checkAnswer(note, TAGS[lang]) }])),
  );

  it("has no word that the editor would mark", () => {
    const marked = notes.flatMap(({ note, findings }) =>
      findings
        .filter(({ type }) => type !== "no-next-step")
        .map(({ type, from, to }) => `${type}: ${note.slice(from, to)}`),
    );
    expect(marked).toEqual([]);
  });

  it("says what comes next, nine times of ten as the editor would tell it", () => {
    const without = notes.filter(({ findings }) => findings.length > 0);
    expect(without.length).toBeLessThan(notes.length * 0.1);
  });
});

import { indexedDB } from "fake-indexeddb";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ATTENTIONS, type ReportDoc } from "@/lib/protocol/documents";
import { STATUSES } from "@/lib/protocol/vocabulary";
import { docWith } from "@/lib/inbox/inbox.test-support";
import { byCost, costKey } from "./cost-order";

function order(docs: Record<string, Partial<ReportDoc>>): string[] {
  return Object.entries(docs)
    .map(([id, part]) => docWith({ id, ...part }))
    .toReversed()
    .sort(byCost)
    .map((doc) => doc.id);
}

test("what costs most comes first", () => {
  const docs = {
    "unheard and blocked": { blocked: 1, hoursAWeek: 1 },
    "many hours": { hoursAWeek: 9, hoursUnknown: 0 },
    "blocked, but heard": { blocked: 1, hoursAWeek: 3, status: "heard" },
    "few hours": { hoursAWeek: 0.5 },
    "unknown, many people": { people: 7, hoursUnknown: 7 },
    "unknown, older": { createdAt: "2026-11-01T08:00:00.000Z" },
    "unknown, newer": {},
    "only once": { hoursAWeek: 0 },
    "done and over": { status: "done", hoursAWeek: 40 },
  } as const;
  expect(order(docs)).toEqual(Object.keys(docs));
});

test("a fix that somebody objected to is open again, with what is left of its cost", () => {
  const helped = { forEvent: null, yes: 3, partly: 0, no: 1, hoursGivenBack: 6, givenBackUnknown: 0 };
  const docs = {
    "four hours": { hoursAWeek: 4 },
    "eight, six of them given back": { status: "done", attention: "not-helped", hoursAWeek: 8, helped },
    "done and over": { status: "done", hoursAWeek: 40 },
  } as const;
  expect(order(docs)).toEqual(Object.keys(docs));
});

test("the order is one order: it does not depend on where it starts", () => {
  const doc = fc.record({
    id: fc.uuid(),
    hoursAWeek: fc.constantFrom(null, 0, 1, 2),
    people: fc.integer({ min: 1, max: 3 }),
    blocked: fc.integer({ min: 0, max: 1 }),
    status: fc.constantFrom(...STATUSES),
    attention: fc.constantFrom(null, ...ATTENTIONS),
    createdAt: fc.constantFrom("2026-11-01T08:00:00.000Z", "2026-11-02T08:00:00.000Z"),
  });
  fc.assert(
    fc.property(fc.uniqueArray(doc, { selector: (part) => part.id, maxLength: 12 }), (parts) => {
      const docs = parts.map((part) => docWith(part));
      const ids = (sorted: ReportDoc[]) => sorted.map(({ id }) => id);
      expect(ids(docs.toSorted(byCost))).toEqual(ids(docs.toReversed().sort(byCost)));
      // The database sorts by the key, and by the id where that is the same.
      const keyed = docs.toSorted((a, b) => indexedDB.cmp([...costKey(a), a.id], [...costKey(b), b.id]));
      expect(ids(keyed)).toEqual(ids(docs.toSorted(byCost)));
    }),
  );
});

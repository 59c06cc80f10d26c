import fc from "fast-check";
import { expect, it } from "vitest";
import { toTuple } from "@/lib/copies/brief";
import type { Packed } from "@/lib/copies/packs";
import type { ReportDoc } from "@/lib/protocol/documents";
import { byCost } from "@/lib/reports/cost-order";
import { gather } from "./gather";
import { docWith, itemWith } from "./inbox.test-support";
import type { ListedItem } from "./item";
import { createListState } from "./list-state";
import { siteKey } from "./query";

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

function packed(doc: ReportDoc): Packed {
  return toTuple({ id: doc.id, collector: "", rev: 1, origin: "", status: doc.status, doc, readRev: 1 });
}

/** What a list is that is made from the beginning. */
function anew(docs: Iterable<ReportDoc>): ListedItem[] {
  const items = [...docs].map((doc) => itemWith(doc.id, doc));
  return gather<ListedItem["doc"]>(items).sort((a, b) => byCost(a.doc, b.doc));
}

const seen = (items: readonly ListedItem[]) =>
  items.map(({ id, doc, joined, joinedInto }) => [id, doc.status, doc.people, joined.map((one) => one.id), joinedInto]);

const part = fc.record({
  n: fc.nat(8),
  people: fc.integer({ min: 1, max: 3 }),
  status: fc.constantFrom("new" as const, "done" as const),
  attention: fc.constantFrom(null, "reply" as const),
  canonical: fc.option(fc.nat(8).map(idOf)),
  context: fc.constantFrom(null, { origin: "https://a.example" }, { origin: "https://b.example" }),
  statusBy: fc.constantFrom(null, "Mara", "Ola"),
  createdAt: fc.constantFrom("2026-11-01T08:00:00.000Z", "2026-11-02T08:00:00.000Z"),
});
const step = fc.oneof(
  fc.array(part, { maxLength: 6 }).map((parts) => ({ does: "take" as const, parts })),
  fc.array(part, { maxLength: 3 }).map((parts) => ({ does: "overlay" as const, parts })),
  fc.nat(8).map((n) => ({ does: "drop" as const, n })),
  fc.constant({ does: "clear" as const }),
);

it("is after any changes what it would be if it were made from the beginning", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const list = createListState();
      const copies = new Map<string, ReportDoc>();
      let own = new Map<string, ReportDoc>();
      const docOf = ({ n, ...said }: typeof part extends fc.Arbitrary<infer T> ? T : never) =>
        docWith({ id: idOf(n), ...said, canonical: said.canonical === idOf(n) ? null : said.canonical });
      for (const one of steps) {
        if (one.does === "take") {
          const docs = one.parts.map(docOf);
          for (const doc of docs) copies.set(doc.id, doc);
          list.take(docs.map(packed));
        } else if (one.does === "drop") {
          copies.delete(idOf(one.n));
          list.take([[idOf(one.n), null]]);
        } else if (one.does === "overlay") {
          own = new Map(one.parts.map((said) => [idOf(said.n), docOf(said)]));
          list.overlay([...own.values()].map((doc) => itemWith(doc.id, doc)));
        } else {
          copies.clear();
          list.clear();
        }
        const now = [...copies.values()].map((doc) => own.get(doc.id) ?? doc);
        expect(seen(list.items())).toEqual(seen(anew(now)));
        expect(new Set(list.colleagues())).toEqual(new Set(now.flatMap(({ statusBy }) => statusBy ?? [])));
        expect(list.sites()).toHaveLength(new Set(now.flatMap((doc) => siteKey(doc) ?? [])).size);
      }
    }),
    { numRuns: 400 },
  );
});

it("gives the same list again where nothing has changed", () => {
  const list = createListState();
  list.take([packed(docWith({ id: idOf(1) }))]);
  expect(list.items()).toBe(list.items());
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { docWith } from "@/lib/inbox/inbox.test-support";
import { parseEvent, type EarshotEvent } from "@/lib/protocol/event";
import { fold, type StoredDoc } from "@/lib/reports/fold";
import { isCircle, relativesMissing, touchRelatives } from "./links";
import type { ReportState } from "./load-group";

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const REPORTS = Array.from({ length: 6 }, (_, n) => idOf(n));

function event(type: string, subject: string, data: object, n: number): EarshotEvent {
  const parsed = parseEvent({
    specversion: "1.0",
    id: idOf(1000 + n),
    source: "urn:earshot:reviewer",
    type: `org.earshot.${type}.v1`,
    subject,
    time: "2026-03-04T10:00:00Z",
    data,
  });
  if (!parsed.ok) throw new Error(parsed.detail);
  return parsed.event;
}

type Step = { kind: "link"; of: string; into: string | null } | { kind: "status" | "erase"; of: string };

const report = fc.constantFrom(...REPORTS);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("link" as const), of: report, into: fc.option(report) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("status" as const), of: report }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("erase" as const), of: report }) },
);

function state(stored: StoredDoc, rev: string): ReportState {
  return { stored, rev, erased: false, hold: false, origin: "", replyHash: null };
}

/** What the writer does with each event, without a database. */
function play(steps: readonly Step[]) {
  const reports = new Map(
    REPORTS.map((id) => [id, state({ doc: docWith({ id, people: 1 }), ownTag: "" }, "0")] as const),
  );
  const revs: string[] = [];
  let rev = 0;
  const write = (id: string, stored: StoredDoc) => {
    rev += 1;
    revs.push(String(rev));
    reports.set(id, state(stored, String(rev)));
  };
  steps.forEach((each, n) => {
    const before = reports.get(each.of);
    if (!before || before.erased) return;
    if (each.kind === "link" && each.into !== null && reports.get(each.into)?.erased) return;
    const said = eventOf(each, before.stored, n);
    const context = { seq: null, actorKind: "reviewer" as const, actor: "Robin", receivedAt: "2026-03-04T10:00:00Z" };
    const folded = fold(before.stored, said, { ...context, voice: null, makesCircle: isCircle(reports, said) });
    if (folded.stored === before.stored) return;
    if (folded.stored === null) reports.set(each.of, { ...before, erased: true });
    else write(each.of, folded.stored);
    touchRelatives(reports, before.stored, folded.stored, write);
  });
  return { reports, revs };
}

function eventOf(each: Step, stored: StoredDoc, n: number): EarshotEvent {
  switch (each.kind) {
    case "link":
      return event("report.linked", each.of, { into: each.into }, n);
    case "status":
      return event("status.set", each.of, { status: "planned", basedOn: stored.doc.statusEvent }, n);
    case "erase":
      return event("report.erased", each.of, { reason: "request" }, n);
    default:
      return each satisfies never;
  }
}

function docs(reports: ReadonlyMap<string, ReportState>) {
  return [...reports.values()].flatMap(({ erased, stored }) => (erased ? [] : stored.doc));
}

/** The report at the top, by at most as many steps as there are reports. */
function rootOf(reports: ReadonlyMap<string, ReportState>, id: string): string | null {
  let at = id;
  for (let n = 0; n <= REPORTS.length; n += 1) {
    const canonical = reports.get(at)?.stored.doc.canonical ?? null;
    if (canonical === null) return at;
    at = canonical;
  }
  return null;
}

it("makes trees, whatever is joined with what: each child knows its canonical, and the other way round", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { reports, revs } = play(steps);
      for (const doc of docs(reports)) {
        expect(rootOf(reports, doc.id)).not.toBeNull();
        const children = docs(reports).filter(({ canonical }) => canonical === doc.id);
        expect(new Set(doc.children)).toEqual(new Set(children.map(({ id }) => id)));
        expect(doc.children?.length ?? 0).toBe(children.length);
      }
      expect(new Set(revs).size).toBe(revs.length);
    }),
    { numRuns: 500 },
  );
});

it("hands a status down to everybody below", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), report, (steps, last) => {
      const { reports } = play([...steps, { kind: "status", of: last }]);
      const said = reports.get(last);
      if (!said || said.erased) return;
      const below = (id: string): string[] =>
        (reports.get(id)?.stored.doc.children ?? []).flatMap((child) => [child, ...below(child)]);
      for (const id of below(last)) {
        expect(reports.get(id)?.stored.doc).toMatchObject({
          status: "planned",
          statusEvent: said.stored.doc.statusEvent,
        });
      }
    }),
  );
});

it("asks for the reports that an event leads to, and for no other", () => {
  const [a = "", b = "", c = "", d = ""] = REPORTS;
  const held = (part: Parameters<typeof docWith>[0]) =>
    [part?.id ?? "", state({ doc: docWith(part), ownTag: "" }, "1")] as const;
  const reports = new Map([held({ id: a, canonical: b, children: [c] }), held({ id: d })]);
  const missing = (type: string, subject: string, data: object) =>
    relativesMissing(reports, event(type, subject, data, 1)).toSorted();
  expect(missing("report.linked", d, { into: a })).toEqual([b]);
  expect(missing("report.linked", a, { into: null })).toEqual([b, c]);
  expect(missing("status.set", a, { status: "heard", basedOn: null })).toEqual([c]);
  expect(missing("report.erased", a, { reason: "request" })).toEqual([b, c]);
  expect(missing("metoo.set", a, { tag: "A".repeat(22), on: true })).toEqual([]);
});

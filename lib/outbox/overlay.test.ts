import { describe, expect, it } from "vitest";
import type { AskRow } from "@/lib/database/known-rows";
import type { MineRow, OutboxItem } from "@/lib/database/rows";
import type { ThreadDoc } from "@/lib/protocol/documents";
import type { Status } from "@/lib/protocol/event";
import { systemIds } from "@/lib/platform/ids";
import { fakeClock, seededRandom } from "@/tests/support/fake-world";
import { toMyReport } from "./overlay";
import { type EventToWrite, writeEvent } from "./write-event";

const ID = "0b9e7f3e-55b2-4a0e-9d3c-1f1f6a1f0001";
const FIX = "0b9e7f3e-55b2-4a0e-9d3c-1f1f6a1f0002";
const AT = "2026-03-10T10:00:00.000Z";

const mine: MineRow = {
  id: ID,
  collector: "",
  replyKey: "k",
  identity: "claimed",
  createdAt: 1,
  words: "slow",
  lang: "en",
  goal: null,
  kind: null,
  burden: { often: "once" },
  siteName: null,
  thread: null,
  etag: null,
  nextPollAt: 0,
  polledAt: 0,
  seenAt: 0,
};

function thread(status: Status, more: Partial<ThreadDoc> = {}): ThreadDoc {
  const none = { yes: 0, partly: 0, no: 0 };
  const said = { statusEvent: FIX, statusBy: "Ines", statusAt: AT, note: "Fixed", noteLang: "en" };
  const own = { burden: {}, answer: null, minutesNow: null, forEvent: null };
  return {
    v: 1,
    id: ID,
    rev: "5",
    createdAt: AT,
    status,
    ...said,
    canonical: null,
    people: 3,
    helped: none,
    mine: own,
    timeline: [],
    ...more,
  };
}

let order = 0;
function row(event: Pick<EventToWrite, "type" | "data">, more: Partial<OutboxItem> = {}): OutboxItem {
  order += 1;
  const deps = { clock: fakeClock(), ids: systemIds, random: seededRandom(1), anonymousMs: () => 0 };
  const written = writeEvent({ ...event, subject: ID, route: "thread", form: "claimed" }, ID, "", deps);
  return { ...written, order, ...more };
}

const comment = (more: Partial<OutboxItem> = {}) =>
  row({ type: "org.earshot.comment.added.v1", data: { text: "hello", lang: "en", visibility: "thread" } }, more);
const helped = (forEvent: string, more: Partial<OutboxItem> = {}) =>
  row({ type: "org.earshot.helped.answered.v1", data: { answer: "no", forEvent } }, more);
const burden = (more: Partial<OutboxItem> = {}) =>
  row({ type: "org.earshot.burden.set.v1", data: { burden: { often: "daily" } } }, more);

describe("the question", () => {
  const yes = { burden: {}, answer: "yes", minutesNow: null, forEvent: FIX } as const;
  it.each<[string, ThreadDoc | null, OutboxItem[], string | null, string | null]>([
    ["nothing heard yet", null, [], null, null],
    ["planned", thread("planned"), [], null, null],
    ["done", thread("done"), [], FIX, null],
    ["already possible", thread("possible"), [], FIX, null],
    ["answered and acknowledged", thread("done", { mine: yes }), [], null, "yes"],
    ["answered, and it waits here", thread("done"), [helped(FIX)], null, "no"],
    ["changed after it was acknowledged", thread("done", { mine: yes }), [helped(FIX)], null, "no"],
    ["answered to an earlier fix", thread("done", { mine: { ...yes, forEvent: ID } }), [helped(ID)], FIX, null],
    ["an answer that was refused", thread("done"), [helped(FIX, { state: "dead" })], FIX, null],
  ])("%s", (_name, doc, rows, forEvent, answered) => {
    const question = forEvent === null ? null : { forEvent, check: "first" };
    expect(toMyReport({ ...mine, thread: doc }, rows)).toMatchObject({ question, answered });
  });

  it("is whether it is still good, four weeks after the answer that is remembered, or else known", () => {
    const weeks = (count: number) => Date.parse(AT) + count * 7 * 86_400_000;
    const doc = thread("done", { mine: yes });
    const ask = (now: number, kept: AskRow | null) =>
      toMyReport({ ...mine, thread: doc }, [], {}, null, kept, now).question?.check ?? null;
    const none: AskRow = { id: ID, forEvent: FIX, said: [] };
    const said = (at: number) => ({ check: "first", answer: "yes", minutesNow: null, at }) as const;
    expect([ask(weeks(3), null), ask(weeks(4), null)]).toEqual([null, "weeks4"]);
    expect(ask(weeks(4), { ...none, said: [said(weeks(2))] })).toBeNull();
    // What was remembered of an earlier claim says nothing of this one.
    expect(ask(weeks(4), { ...none, forEvent: ID, said: [said(weeks(2))] })).toBe("weeks4");
  });
});

describe("the overlay", () => {
  it("shows what waits at the end, and drops it once the thread has it", () => {
    const waits = comment();
    const view = toMyReport({ ...mine, thread: thread("heard") }, [waits]);
    expect(view.timeline).toMatchObject([{ id: waits.id, seq: null, text: "hello", by: { kind: "reporter" } }]);
    const received = { ...waits, state: "received" as const };
    const lines = (seq: string) => toMyReport({ ...mine, thread: thread("heard") }, [{ ...received, seq }]).timeline;
    expect(lines("6")).toMatchObject([{ id: waits.id, seq: "6" }]);
    expect(lines("5")).toEqual([]);
  });

  it("shows an event once that the collector has and that is offered again", () => {
    const again = comment();
    const [line] = toMyReport(mine, [again]).timeline;
    if (!line) throw new Error("no line");
    const known = thread("heard", { timeline: [{ ...line, seq: "4" }] });
    expect(toMyReport({ ...mine, thread: known }, [again]).timeline).toHaveLength(1);
  });

  it("takes the newest burden, and leaves IT's own events to the collector", () => {
    expect(toMyReport(mine, [burden()]).burden).toEqual({ often: "daily" });
    expect(toMyReport(mine, []).burden).toEqual({ often: "once" });
    const status = row(
      { type: "org.earshot.status.set.v1", data: { status: "heard", basedOn: null } },
      { route: "session" },
    );
    expect(toMyReport(mine, [status])).toMatchObject({ status: "new", timeline: [], nextAt: null });
  });

  it("says when the next attempt is, by the item or by its route", () => {
    const waits = comment({ nextAt: 500 });
    expect(toMyReport(mine, [waits]).nextAt).toBe(500);
    expect(toMyReport(mine, [waits], { thread: 900, session: 5_000 }).nextAt).toBe(900);
  });

  it("counts as news what IT said after the person looked, and never their own words", () => {
    const by = (kind: "reviewer" | "reporter") => ({
      ...thread("heard"),
      timeline: [
        { ...(toMyReport(mine, [comment()]).timeline[0] ?? never()), seq: "4", by: { kind, name: null }, at: AT },
      ],
    });
    expect(toMyReport({ ...mine, thread: by("reviewer") }, []).news).toBe(true);
    expect(toMyReport({ ...mine, thread: by("reviewer"), seenAt: Date.parse(AT) }, []).news).toBe(false);
    expect(toMyReport({ ...mine, thread: by("reporter") }, []).news).toBe(false);
  });
});

function never(): never {
  throw new Error("nothing there");
}

import { describe, expect, it } from "vitest";
import { addItems, withBodies } from "@/lib/database/items";
import type { OutboxItem, OutboxRow, Route } from "@/lib/database/rows";
import { freshDatabase } from "@/tests/support/fake-world";
import { claim, claimableOf, type ClaimInput } from "./claim";
import { endDamaged } from "./damaged";
import { repairClock } from "./housekeeping";
import { settle } from "./settle";

const NOW = Date.parse("2026-03-10T10:00:00Z");
const DAY = 86_400_000;
const CREATED = "org.earshot.report.created.v1";
const COMMENT = "org.earshot.comment.added.v1";

let made = 0;
function row(more: Partial<OutboxItem> = {}): OutboxItem {
  made += 1;
  return {
    id: `00000000-0000-4000-8000-${String(made).padStart(12, "0")}`,
    subject: "a",
    type: CREATED,
    route: "ingest",
    state: "queued",
    body: "{}",
    bodyBytes: 100,
    collector: "",
    createdAt: NOW,
    nextAt: NOW,
    nextSetAt: NOW,
    attempt: 0,
    owner: null,
    leaseUntil: 0,
    receivedAt: null,
    seq: null,
    epoch: null,
    problem: null,
    parkedFor: null,
    ...more,
  };
}

const input = (more: Partial<ClaimInput> = {}): ClaimInput => ({
  route: "ingest",
  now: NOW,
  owner: "me",
  maxEvents: 50,
  maxBytes: 256 * 1024,
  collector: "c",
  alive: null,
  ...more,
});

function many<T>(count: number, make: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, n) => make(n));
}

const leased = { state: "leased", owner: "other", leaseUntil: NOW + 30_000 } as const;
const comment = { type: COMMENT, route: "thread" } as const;
const erase = { type: "org.earshot.report.erased.v1", route: "erase", body: "" } as const;

describe("claimableOf", () => {
  it.each<[string, Partial<OutboxRow>[], Route, number]>([
    ["one that is due", [{}], "ingest", 1],
    ["one that is not", [{ nextAt: NOW + 1 }], "ingest", 0],
    ["what follows a creation by another road waits for it", [{}, comment], "thread", 0],
    ["what follows a received creation", [{ state: "received" }, comment], "thread", 1],
    ["what follows one that is on its way", [leased, comment], "thread", 0],
    ["taking back a report whose creation waits", [{}, erase], "erase", 0],
    ["taking back one whose creation is on its way", [leased, erase], "erase", 0],
    ["taking back one whose creation is set aside", [{ state: "parked" }, erase], "erase", 0],
    ["taking back one whose creation was received", [{ state: "received" }, erase], "erase", 1],
    ["taking back one whose creation was refused", [{ state: "dead" }, erase], "erase", 1],
    ["taking back one whose creation is long gone", [erase], "erase", 1],
    ["taking back past what a reviewer wrote", [{ type: COMMENT, route: "session" }, erase], "erase", 1],
    ["the creation of a report that is taken back", [{}, erase], "ingest", 1],
    ["what a reviewer writes on one that is taken back", [erase, { type: COMMENT, route: "session" }], "session", 0],
    ["what follows a lease that has ended", [{ ...leased, leaseUntil: NOW }, {}], "ingest", 2],
    ["what follows a refused creation has no report", [{ state: "dead" }, comment], "thread", 0],
    ["what follows a refused comment", [{ state: "received" }, { ...comment, state: "dead" }, comment], "thread", 1],
    ["what follows one that was set aside", [{ state: "parked" }, comment], "thread", 0],
    ["up to the first that has to wait", [{}, { nextAt: NOW + 1 }, {}], "ingest", 1],
    ["another collector's", [{ collector: "x" }], "ingest", 0],
    ["this collector's", [{ collector: "c" }], "ingest", 1],
    ["clock set back two days", [{ nextAt: NOW + 2 * DAY, nextSetAt: NOW + 2 * DAY }], "ingest", 1],
    ["clock set on two years", [{ nextAt: NOW - 730 * DAY, nextSetAt: NOW - 730 * DAY }], "ingest", 1],
    ["a lease from before the clock was set back", [{ ...leased, leaseUntil: NOW + 2 * DAY }], "ingest", 1],
  ])("%s", (_name, rows, route, count) => {
    const group = rows.map((more, index) => row({ ...more, order: index + 1 }));
    expect(claimableOf(group, input({ route }))).toHaveLength(count);
  });

  it("knows a worker that is gone by its lock", () => {
    const alive = new Set(["owner:other"]);
    expect(claimableOf([row(leased)], input({ alive }))).toHaveLength(0);
    expect(claimableOf([row(leased)], input({ alive: new Set() }))).toHaveLength(1);
  });
});

describe("claim", () => {
  it("leases what it takes, in the row itself", async () => {
    const db = freshDatabase();
    await addItems(db, [row()]);
    const [taken] = await claim(db, input());
    expect(taken).toMatchObject({ state: "leased", owner: "me", attempt: 1, leaseUntil: NOW + 60_000 });
    expect(await withBodies(db, await db.outbox.toArray())).toEqual([taken]);
  });

  it("gives each item to one of two senders that race", async () => {
    const db = freshDatabase();
    await addItems(
      db,
      many(40, (n) => row({ subject: `s${n % 20}` })),
    );
    const both = await Promise.all([
      claim(db, input({ owner: "one", maxEvents: 24 })),
      claim(db, input({ owner: "two", maxEvents: 24 })),
    ]);
    const ids = both.flat().map((taken) => taken.id);
    expect(ids).toHaveLength(40);
    expect(new Set(ids).size).toBe(40);
  });

  it("keeps to the number of events, and to the bytes", async () => {
    const db = freshDatabase();
    await addItems(
      db,
      many(60, (n) => row({ subject: `s${n}` })),
    );
    expect(await claim(db, input())).toHaveLength(50);
    const small = freshDatabase();
    await addItems(small, [row({ subject: "x", bodyBytes: 900 }), row({ subject: "y", bodyBytes: 200 })]);
    expect(await claim(small, input({ maxBytes: 1000 }))).toHaveLength(1);
  });

  it.each(["anon", "thread"] as const)("puts one report into a request by %s", async (route) => {
    const db = freshDatabase();
    await addItems(db, [row({ route, subject: "x" }), row({ route, subject: "y" }), row({ route, subject: "x" })]);
    const taken = await claim(db, input({ route }));
    expect(taken.map((each) => each.subject)).toEqual(["x", "x"]);
  });

  it("finds what can go behind hundreds that cannot", async () => {
    const db = freshDatabase();
    const blocked = many(450, (n) => [row({ subject: `s${n}` }), row({ ...comment, subject: `s${n}` })]);
    await addItems(db, [...blocked.flat(), row({ ...comment, subject: "free" })]);
    expect((await claim(db, input({ route: "thread" }))).map((each) => each.subject)).toEqual(["free"]);
  });

  it("looks in front of what is not a creation, also where both are due", async () => {
    const db = freshDatabase();
    const session = { ...comment, route: "session" } as const;
    await addItems(db, [row(), row(session), row({ ...session, subject: "b" })]);
    expect((await claim(db, input({ route: "session" }))).map((each) => each.subject)).toEqual(["b"]);
  });

  it("brings each item its own event, whatever the order of their ids", async () => {
    const db = freshDatabase();
    const ids = ["c", "a", "d", "b", "z"];
    await addItems(
      db,
      ids.map((id) => row({ id, subject: `of ${id}`, body: `"${id}"` })),
    );
    await db.bodies.bulkAdd(many(40, (n) => ({ id: `b${n}`, body: "another's" })));
    expect((await claim(db, input())).map(({ id, body }) => [id, body])).toEqual(ids.map((id) => [id, `"${id}"`]));
  });

  it("takes nothing where an event is missing: such an item is looked for and ended", async () => {
    const db = freshDatabase();
    await addItems(db, [row({ subject: "whole" }), row({ subject: "broken", body: "" })]);
    await expect(claim(db, input())).rejects.toThrow("without its event");
    expect((await db.outbox.toArray()).map(({ state }) => state)).toEqual(["queued", "queued"]);
    expect(await endDamaged(db, NOW, () => "new")).toMatchObject([{ subject: "broken", state: "dead" }]);
    expect((await claim(db, input())).map(({ subject }) => subject)).toEqual(["whole"]);
  });

  it("takes over a lease that has ended, and then the first sender settles nothing", async () => {
    const db = freshDatabase();
    await addItems(db, [row()]);
    const first = await claim(db, input({ owner: "slow" }));
    expect(await claim(db, input({ owner: "quick", now: NOW + 59_999 }))).toHaveLength(0);
    const second = await claim(db, input({ owner: "quick", now: NOW + 60_000 }));
    expect(second).toMatchObject([{ owner: "quick", attempt: 2 }]);
    const settled = await settle(db, rejecting(first), { rows: first, owner: "slow", ...settling });
    expect(settled).toEqual({ received: [], dead: [], retried: [] });
    expect(await db.outbox.toArray()).toMatchObject([{ state: "leased", owner: "quick" }]);
  });
});

describe("repairClock", () => {
  it("brings back what a jump has put out of reach, and nothing else", async () => {
    const db = freshDatabase();
    await addItems(db, [
      row({ subject: "jumped", nextAt: NOW + 3_600_000, nextSetAt: NOW + 3_000_000 }),
      row({ subject: "waits", nextAt: NOW + 3_600_000, nextSetAt: NOW - 1 }),
    ]);
    await repairClock(db, NOW);
    expect((await claim(db, input())).map((each) => each.subject)).toEqual(["jumped"]);
  });
});

const settling = { now: NOW, delayFor: () => 5_000, firstPollAt: () => NOW };
function rejecting(rows: OutboxRow[]) {
  const results = rows.map(({ id }) => ({ id, status: "rejected" as const }));
  return { epoch: "e", head: "1", results, wantBlobs: [] };
}

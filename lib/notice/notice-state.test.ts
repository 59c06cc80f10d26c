import { expect, it } from "vitest";
import { writeKv } from "@/lib/database/kv-values";
import { createOutbox } from "@/lib/outbox/outbox";
import { parsePolicy } from "@/lib/policy/parse-policy";
import { forgetReviewer } from "@/lib/sync/reviewer-copies";
import type { ReportRow } from "@/lib/database/rows";
import { docWith } from "@/lib/inbox/inbox.test-support";
import { freshDatabase, worldDeps } from "@/tests/support/fake-world";
import { takeNotice } from "./notice-state";

const ENDPOINT = "https://collector.example";
const id = (n: number) => `0195f000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const rowWith = (n: number, rev: number, part: Parameters<typeof docWith>[0] = {}, readRev = 0): ReportRow => {
  const doc = docWith({ id: id(n), ...part });
  return { id: id(n), collector: "", rev, origin: "", status: doc.status, doc, readRev };
};
const settings = (notifications = {}) => parsePolicy({ endpoint: ENDPOINT, notifications }).policy;

/** A reviewer's browser; `put` is what a poll brings. */
async function desk() {
  const db = freshDatabase();
  const deps = worldDeps();
  const info = { role: "reviewer" as const, name: "Ria", scope: null, expiresAt: "2027-01-01T00:00:00Z" };
  await writeKv(db, "session", { endpoint: ENDPOINT, token: "t", info, problem: null, nextAt: 0 });
  const cursor = (more = {}) => writeKv(db, "cursor", { collector: "", cursor: "1", nextAt: 1, ...more });
  await cursor();
  const put = (n: number, rev: number, doc = {}) => db.reports.put(rowWith(n, rev, doc));
  const { clock } = deps;
  const look = (policy = settings()) => takeNotice(db, policy, deps.clock.now());
  const outbox = createOutbox({ db, ...deps }, () => {});
  return { db, cursor, put, look, outbox, clock };
}
const BLOCKED = { blocked: 1 };

it("counts what nobody has heard, and where something has happened since", async () => {
  const { put, look, db } = await desk();
  await put(1, 1);
  await put(2, 2, { status: "done", attention: "not-helped" });
  await put(3, 3, { status: "heard" });
  await put(4, 4, { canonical: id(1) });
  expect(await look()).toEqual({ waiting: { fresh: 1, attention: 1 }, does: null, shown: [] });
  await put(2, 5, { status: "done" });
  await put(3, 6, { status: "heard", attention: "reply" });
  expect((await look())?.waiting).toEqual({ fresh: 1, attention: 1 });
  await db.reports.delete(id(3));
  expect((await look())?.waiting).toEqual({ fresh: 1, attention: 0 });
});

it("counts what IT wanted to look at again from that day on, with nothing but the clock", async () => {
  const { put, look, clock, db, outbox } = await desk();
  const no = { status: "declined", lookAgain: "2026-03-12" } as const;
  await put(1, 1, no);
  await put(2, 2, { ...no, canonical: id(1) });
  expect((await look())?.waiting).toEqual({ fresh: 0, attention: 0 });
  clock.at = new Date("2026-03-11T23:59:59").getTime();
  expect((await look())?.waiting).toEqual({ fresh: 0, attention: 0 });
  clock.at = new Date("2026-03-12T00:00:00").getTime();
  expect((await look())?.waiting).toEqual({ fresh: 0, attention: 1 });
  // Somebody joined: that is one reason more, and still one report.
  await put(1, 3, { ...no, attention: "me-too" });
  expect((await look())?.waiting).toEqual({ fresh: 0, attention: 1 });
  await put(1, 4, no);
  const said = { reportId: id(1), status: "declined", basedOn: null, text: "Not yet", lang: "en" } as const;
  await outbox.answer({ ...said, lookAgain: "2026-06-12" });
  expect((await look())?.waiting).toEqual({ fresh: 0, attention: 0 });
  await put(1, 5, { ...no, lookAgain: "2026-06-12" });
  expect((await look())?.waiting).toEqual({ fresh: 0, attention: 0 });
  await put(3, 6, no);
  expect((await look())?.waiting).toEqual({ fresh: 0, attention: 1 });
  await db.reports.delete(id(3));
  expect((await look())?.waiting).toEqual({ fresh: 0, attention: 0 });
});

it("reads a long Inbox page by page, and tells of it in one notification", async () => {
  const { db, look } = await desk();
  const rows = Array.from({ length: 1100 }, (_, n) => rowWith(n, n + 1, BLOCKED));
  await db.reports.bulkPut(rows);
  const noticed = await look();
  expect(noticed?.waiting).toEqual({ fresh: 1100, attention: 0 });
  expect(noticed?.does).toBe("show");
  expect(noticed?.shown).toHaveLength(1100);
});

it("is nobody's business who is no reviewer, or was signed out", async () => {
  const { db, put, look } = await desk();
  await put(1, 1, BLOCKED);
  expect((await look(parsePolicy({}).policy))?.waiting).toBeNull();
  expect((await look())?.does).toBe("show");
  await forgetReviewer(db);
  expect(await look()).toEqual({ waiting: null, does: "clear", shown: [] });
});

it("counts what was answered here as answered, before the collector has it", async () => {
  const { put, look, outbox } = await desk();
  await put(1, 1, BLOCKED);
  await put(2, 2, { status: "heard", attention: "reply" });
  expect((await look())?.does).toBe("show");
  for (const n of [1, 2]) {
    const said = { reportId: id(n), status: "planned" as const, basedOn: null, text: "We look.", lang: "en" };
    expect(await outbox.answer(said)).toBe(true);
  }
  expect(await look()).toMatchObject({ waiting: { fresh: 0, attention: 0 }, does: "clear" });
});

it("never tells of a report twice, also not after the copies were read anew", async () => {
  const { db, put, look, cursor } = await desk();
  await put(1, 7, BLOCKED);
  expect((await look())?.does).toBe("show");
  await put(1, 8, { ...BLOCKED, people: 2, blocked: 2 });
  expect((await look())?.does).toBeNull();
  await db.kv.delete("noticed");
  await put(1, 2, BLOCKED);
  await cursor({ sweeping: true });
  expect(await look()).toBeNull();
  await cursor();
  expect(await look()).toMatchObject({ waiting: { fresh: 1 }, does: null, shown: [id(1)] });
});

it("waits until all pages are here, for a quiet time to end, and for the switch", async () => {
  const { db, put, look, cursor } = await desk();
  await cursor({ nextAt: 0 });
  await put(1, 1, BLOCKED);
  expect((await look())?.does).toBeNull();
  await cursor();
  const quiet = settings({ quietDays: ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] });
  expect((await look(quiet))?.does).toBeNull();
  expect(await look()).toMatchObject({ does: "show", shown: [id(1)] });
  await writeKv(db, "notifyOff", true);
  await put(2, 2, BLOCKED);
  expect((await look())?.does).toBe("clear");
  await db.kv.delete("notifyOff");
  expect((await look())?.does).toBeNull();
});

it("says nothing of a report that was opened here, or joined to another one", async () => {
  const { db, put, look } = await desk();
  await db.reports.put(rowWith(1, 1, BLOCKED, 1));
  await put(2, 2, { ...BLOCKED, canonical: id(1) });
  expect(await look()).toMatchObject({ does: null, shown: [] });
});

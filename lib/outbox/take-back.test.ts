import { describe, expect, it } from "vitest";
import { writeKv } from "@/lib/database/kv-values";
import type { EarshotDatabase } from "@/lib/database/open";
import type { OutboxRow } from "@/lib/database/rows";
import { fakePicture } from "@/tests/support/fake-picture";
import { freshDatabase, worldDeps } from "@/tests/support/fake-world";
import { createOutbox } from "./outbox";
import { CREATED } from "./row-kinds";
import { readWaiting } from "./waiting";
import { readMyReports } from "./watch-my-reports";

const WORDS = "The list takes ages";
const text = {
  words: WORDS,
  lang: "en",
  goal: "Find an order",
  kind: "slow",
  burden: { often: "daily" },
  context: { origin: "https://erp.example", site: "Orders" },
} as const;
const EPOCH = "11111111-1111-4111-8111-111111111111";

async function world({ anonymous = false } = {}) {
  const db = freshDatabase();
  await writeKv(db, "name", "Ada");
  const deps = worldDeps();
  let kicks = 0;
  const outbox = createOutbox({ db, ...deps }, () => void (kicks += 1));
  const filed = await outbox.create(
    { ...text, anonymous, picture: fakePicture() },
    { siteName: "Orders", draftKey: null },
  );
  if (!filed.ok) throw new Error(filed.reason);
  await outbox.comment(filed.reportId, "and what is more", "en");
  return { db, clock: deps.clock, outbox, id: filed.reportId, kicks: () => kicks };
}

type World = Awaited<ReturnType<typeof world>>;

/** The creation as it is after the sender has had it. */
const CREATIONS = {
  "never tried": {},
  "tried in vain": { state: "queued", attempt: 1 },
  "under way": { state: "leased", attempt: 1, owner: "w", leaseUntil: 1 },
  received: { state: "received", attempt: 1, receivedAt: 1, seq: "1", epoch: EPOCH },
  "offered again": { state: "queued", attempt: 1, receivedAt: 1 },
  refused: { state: "dead", attempt: 1 },
  "set aside": { state: "parked", attempt: 0, parkedFor: "expired" },
} satisfies Record<string, Partial<OutboxRow>>;

async function be(w: World, how: keyof typeof CREATIONS): Promise<void> {
  await w.db.outbox.filter((row) => row.type === CREATED).modify(CREATIONS[how]);
}

/** Everything that the database holds of the report, as text. */
async function dump(db: EarshotDatabase): Promise<string> {
  const tables = [db.outbox, db.bodies, db.mine, db.blobs, db.drafts];
  return JSON.stringify(await Promise.all(tables.map((table) => table.toArray())));
}

describe("taking back", () => {
  it.each<[keyof typeof CREATIONS, "deleted" | "asked", string[]]>([
    ["never tried", "deleted", []],
    ["refused", "deleted", []],
    ["set aside", "deleted", []],
    ["received", "asked", ["erase"]],
    // The bytes of the creation, and what would come back with it, stay until its receipt.
    ["tried in vain", "asked", ["ingest", "thread", "erase"]],
    ["under way", "asked", ["ingest", "thread", "erase"]],
    ["offered again", "asked", ["ingest", "thread", "erase"]],
  ])("a report that is %s: %s", async (how, became, left) => {
    const w = await world();
    await be(w, how);
    const before = w.kicks();
    expect(await w.outbox.takeBack(w.id)).toBe(became);
    expect(w.kicks() - before).toBe(became === "asked" ? 1 : 0);
    const rows = await w.db.outbox.orderBy("order").toArray();
    expect(rows.map(({ route }) => route)).toEqual(left);
    expect(await w.db.blobBytes.count()).toBe(0);
    // Blank at once, whatever is still needed: in the list, and in the row that the list is made of.
    const reports = await readMyReports(w.db);
    expect(reports).toHaveLength(became === "asked" ? 1 : 0);
    expect(JSON.stringify([reports, await w.db.mine.toArray()])).not.toMatch(/ages|order|Orders|slow|daily|more/i);
    const isNeeded = left.includes("ingest");
    expect((await dump(w.db)).includes(WORDS)).toBe(isNeeded);
  });

  it("is one thing that waits, whatever is still needed to get there", async () => {
    const w = await world();
    await writeKv(w.db, "collector", { endpoint: "https://one.example", key: "one" });
    await be(w, "tried in vain");
    expect(await readWaiting(w.db)).toMatchObject({ waiting: 2 });
    await w.outbox.takeBack(w.id);
    expect(await w.db.outbox.count()).toBe(3);
    expect(await readWaiting(w.db)).toMatchObject({ waiting: 1 });
  });

  it("is one wish, however often it is pressed", async () => {
    const w = await world();
    await be(w, "received");
    await Promise.all([w.outbox.takeBack(w.id), w.outbox.takeBack(w.id), w.outbox.takeBack(w.id)]);
    expect(await w.db.outbox.filter((row) => row.route === "erase").count()).toBe(1);
    expect(await w.outbox.takeBack("0a4f7d0e-6c2c-4a5e-8f6f-3f6f0e1d2c3b")).toBe("unknown");
  });

  it("lets nothing more be said about it", async () => {
    const w = await world();
    await be(w, "received");
    await w.outbox.takeBack(w.id);
    const forEvent = "0a4f7d0e-6c2c-4a5e-8f6f-3f6f0e1d2c3b";
    expect([
      await w.outbox.comment(w.id, "one more thing", "en"),
      await w.outbox.burden(w.id, { often: "daily" }),
      await w.outbox.helped({ reportId: w.id, answer: "yes", forEvent }),
      (await w.outbox.resend(w.id, "again")).ok,
      await w.outbox.discard(w.id),
    ]).toEqual([false, false, false, false, false]);
    expect(await w.db.outbox.count()).toBe(1);
  });

  it("leaves what a reviewer wrote on it to the reviewer", async () => {
    const w = await world();
    await be(w, "received");
    await w.outbox.answer({ reportId: w.id, status: "heard", basedOn: null, text: "", lang: "en" });
    await w.outbox.takeBack(w.id);
    expect((await w.db.outbox.toArray()).map(({ route }) => route)).toEqual(["session", "erase"]);
  });

  it("goes to the collector that has the report, and waits while another one is in force", async () => {
    const w = await world();
    await be(w, "received");
    await w.db.mine.update(w.id, { collector: "one" });
    await writeKv(w.db, "collector", { endpoint: "https://two.example", key: "two" });
    await w.outbox.takeBack(w.id);
    expect(await w.db.outbox.toArray()).toMatchObject([
      { route: "erase", state: "parked", parkedFor: "other-collector", collector: "one" },
    ]);
    expect(await readMyReports(w.db)).toMatchObject([{ takenBack: { state: "elsewhere", canUndo: false } }]);
  });

  it("of a report without a name waits a random while, like everything about it", async () => {
    const w = await world({ anonymous: true });
    await be(w, "received");
    await w.outbox.takeBack(w.id);
    const [row] = await w.db.outbox.toArray();
    expect(row).toMatchObject({ route: "erase", anonymous: true });
    const waitMs = (row?.nextAt ?? 0) - w.clock.now();
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThan(10 * 60_000);
  });
});

describe("changing one's mind about it", () => {
  const erase = (w: World) => w.db.outbox.filter((row) => row.route === "erase");

  it.each<[keyof typeof CREATIONS, Partial<OutboxRow>, boolean]>([
    ["tried in vain", {}, true],
    ["under way", {}, true],
    ["tried in vain", { state: "parked" }, true],
    ["tried in vain", { attempt: 1 }, false],
    ["tried in vain", { state: "leased", attempt: 1 }, false],
    ["received", {}, false],
  ])("with a creation that is %s and an item %o: %s", async (how, item, undone) => {
    const w = await world();
    await be(w, how);
    const [before] = await readMyReports(w.db);
    await w.outbox.takeBack(w.id);
    await erase(w).modify(item);
    expect(await readMyReports(w.db)).toMatchObject([{ takenBack: { canUndo: undone } }]);
    expect(await w.outbox.undoTakeBack(w.id)).toBe(undone);
    expect(await erase(w).count()).toBe(undone ? 0 : 1);
    // All that was said is there again; the picture alone is lost.
    if (undone) expect(await readMyReports(w.db)).toEqual([{ ...before, picture: "lost" }]);
  });

  it("is nothing for a report that was not taken back", async () => {
    const w = await world();
    expect(await w.outbox.undoTakeBack(w.id)).toBe(false);
    expect(await readMyReports(w.db)).toMatchObject([{ words: WORDS, takenBack: null }]);
  });
});

describe("putting away what was taken back", () => {
  it("hides it, and keeps what is needed to erase it again", async () => {
    const w = await world();
    await w.outbox.putAway(w.id);
    expect(await readMyReports(w.db)).toHaveLength(1);
    await be(w, "received");
    await w.outbox.takeBack(w.id);
    await w.outbox.putAway(w.id);
    expect(await readMyReports(w.db)).toEqual([]);
    expect([await w.db.mine.count(), await w.db.outbox.count()]).toEqual([1, 1]);
  });

  it("leaves nothing where erasing came to nothing", async () => {
    const w = await world();
    await be(w, "received");
    await w.outbox.takeBack(w.id);
    await w.db.outbox.toCollection().modify({ state: "dead" });
    expect(await readMyReports(w.db)).toMatchObject([{ takenBack: { state: "unknown" } }]);
    await w.outbox.putAway(w.id);
    expect([await w.db.mine.count(), await w.db.outbox.count()]).toEqual([0, 0]);
  });
});

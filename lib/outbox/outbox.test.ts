import { describe, expect, it, vi } from "vitest";
import { withBodies } from "@/lib/database/items";
import { readKv, writeKv } from "@/lib/database/kv-values";
import type { PageContext } from "@/lib/protocol/context";
import { parseEvent } from "@/lib/protocol/event";
import { sha256Hex } from "@/lib/platform/digest";
import { freshDatabase, worldDeps } from "@/tests/support/fake-world";
import type { NewReport } from "./create-report";
import { createOutbox } from "./outbox";

const context: PageContext = { origin: "https://erp.example", path: "/po/{id}", title: "PO 7", exactPath: "/po/7" };
const report: NewReport = {
  words: "slow",
  lang: "en",
  goal: "",
  kind: null,
  burden: {},
  context,
  anonymous: false,
  picture: null,
};
const here = { siteName: "ERP", draftKey: "https://erp.example" };

async function world(name: string | null = "Ada") {
  const db = freshDatabase();
  if (name !== null) await writeKv(db, "name", name);
  const deps = worldDeps();
  const onAppended = vi.fn();
  return { db, ...deps, onAppended, outbox: createOutbox({ db, ...deps }, onAppended) };
}

type World = Awaited<ReturnType<typeof world>>;

async function events({ db }: World) {
  return (await withBodies(db, await db.outbox.toArray())).map((row) => {
    const parsed = parseEvent(JSON.parse(row.body));
    if (!parsed.ok || "unknown" in parsed.event) throw new Error(row.body);
    return { row, event: parsed.event };
  });
}

function tagOf(data: unknown): unknown {
  return (data as { ownTag?: string } | undefined)?.ownTag;
}

async function created(w: World, more: Partial<NewReport> = {}): Promise<string> {
  const outcome = await w.outbox.create({ ...report, ...more }, here);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.reportId;
}

async function endCreation(w: World, state: "dead" | "parked") {
  await w.db.outbox.toCollection().modify({ state, attempt: 1, ...(state === "parked" && { parkedFor: "expired" }) });
}

describe("create", () => {
  it("keeps report, key and the end of the draft together", async () => {
    const w = await world();
    const draft = { words: "sl", goal: "", kind: null, burden: {}, exactPath: false, anonymous: false };
    await w.db.drafts.put({ key: here.draftKey, draft, updatedAt: 1 });
    const id = await created(w);
    const [{ row, event } = { row: null, event: null }] = await events(w);
    const mine = await w.db.mine.get(id);
    expect(row).toMatchObject({ subject: id, route: "ingest", state: "queued", nextAt: w.clock.now() });
    expect(event).toMatchObject({
      subject: id,
      time: "2026-03-10T10:40:30.500Z",
      data: { words: "slow", identity: "claimed", reporter: { name: "Ada" }, context },
    });
    expect(event?.source).toMatch(/^urn:earshot:install:/);
    expect(event?.data).toMatchObject({ replyHash: sha256Hex(mine?.replyKey ?? "") });
    expect(mine).toMatchObject({ siteName: "ERP", words: "slow", identity: "claimed" });
    expect(mine?.replyKey).toMatch(/^[\w-]{43}$/);
    expect(await w.db.drafts.count()).toBe(0);
    expect(w.onAppended).toHaveBeenCalledOnce();
  });

  it.each([
    ["asked for", "Ada", true],
    ["no name known", null, false],
  ])("has nothing in an anonymous report that ties it to anything (%s)", async (_why, name, anonymous) => {
    const w = await world(name);
    await created(w, { anonymous });
    await created(w, { anonymous });
    const [first, second] = await events(w);
    const install = await readKv(w.db, "install");
    expect(first?.row).toMatchObject({ route: "anon" });
    expect(first?.event).toMatchObject({ source: "urn:earshot:anon", time: "2026-03-10T10:00:00.000Z" });
    expect(first?.event.id[14]).toBe("4");
    expect(first?.event.data).toMatchObject({ context: { origin: "https://erp.example", path: "/po/{id}" } });
    expect(first?.row.body).not.toMatch(/PO 7|\/po\/7|Ada|reporter/);
    expect(first?.row.body).not.toContain(install?.id ?? "no install");
    expect(new Set([first, second].map((each) => tagOf(each?.event.data))).size).toBe(2);
    const delays = [first, second].map((each) => (each?.row.nextAt ?? 0) - w.clock.now());
    for (const delay of delays) expect(delay).toBeLessThan(600_000);
    expect(new Set(delays).size).toBe(2);
  });

  it.each([
    [{ words: "  \n" }, "empty"],
    [{ words: "x".repeat(4001) }, "too-long"],
    [{ goal: "x".repeat(1001) }, "too-long"],
  ] as const)("refuses %o", async (more, reason) => {
    const w = await world();
    expect(await w.outbox.create({ ...report, ...more }, here)).toEqual({ ok: false, reason });
    expect([await w.db.outbox.count(), await w.db.mine.count()]).toEqual([0, 0]);
    expect(w.onAppended).not.toHaveBeenCalled();
  });

  it("takes a kind without words, and 4,000 characters", async () => {
    const w = await world();
    await created(w, { words: "", kind: "slow" });
    await created(w, { words: "ü".repeat(4000) });
    expect(await w.db.outbox.count()).toBe(2);
  });

  it.each([
    ["QuotaExceededError", "full"],
    ["UnknownError", "storage"],
  ])("says so when the disk refuses (%s), and keeps nothing", async (name, reason) => {
    const w = await world();
    w.db.outbox.hook("creating", () => {
      throw new DOMException("no", name);
    });
    expect(await w.outbox.create(report, here)).toEqual({ ok: false, reason });
    expect(await w.db.mine.count()).toBe(0);
  });
});

describe("what follows a report", () => {
  it("goes by its thread, in its form", async () => {
    const w = await world();
    const claimed = await created(w);
    const anon = await created(w, { anonymous: true });
    for (const id of [claimed, anon]) {
      expect(await w.outbox.burden(id, { often: "daily" })).toBe(true);
      expect(await w.outbox.comment(id, " more\r\n", "en")).toBe(true);
      expect(await w.outbox.helped({ reportId: id, answer: "yes", forEvent: claimed, text: "" })).toBe(true);
    }
    const followers = (await events(w)).filter(({ row }) => row.route === "thread");
    expect(followers).toHaveLength(6);
    for (const { event } of followers) {
      const isAnon = event.subject === anon;
      expect(event.source === "urn:earshot:anon").toBe(isAnon);
      expect(event.id[14]).toBe(isAnon ? "4" : "7");
    }
  });

  it("refuses what is empty, too long or about a stranger's report", async () => {
    const w = await world();
    const id = await created(w);
    const stranger = crypto.randomUUID();
    expect(await w.outbox.comment(id, "  ", "en")).toBe(false);
    expect(await w.outbox.comment(id, "x".repeat(4001), "en")).toBe(false);
    expect(await w.outbox.comment(stranger, "hi", "en")).toBe(false);
    expect(await w.outbox.burden(stranger, {})).toBe(false);
    expect(await w.outbox.helped({ reportId: id, answer: "no", forEvent: id, text: "x".repeat(601) })).toBe(false);
    expect(await w.db.outbox.count()).toBe(1);
  });

  it("says me too and answers for it with one tag, always anonymously", async () => {
    const w = await world();
    const other = crypto.randomUUID();
    await w.outbox.metoo(other, true, { often: "daily" });
    await w.outbox.metoo(other, false, undefined);
    await w.outbox.helped({ reportId: other, answer: "no", forEvent: other });
    const all = await events(w);
    const tags = all.map(({ event }) => (event.data as { tag?: string }).tag);
    expect(tags[0]).toMatch(/^[\w-]{22}$/);
    expect(new Set(tags).size).toBe(1);
    for (const { row, event } of all) {
      expect([row.route, event.source, event.id[14]]).toEqual(["anon", "urn:earshot:anon", "4"]);
    }
  });
});

describe("answer", () => {
  it.each([
    ["words alone", { status: null, text: "Thanks" }, "org.earshot.comment.added.v1"],
    ["a status with words", { status: "planned", text: "Soon" }, "org.earshot.status.set.v1"],
    ["a status alone", { status: "heard", text: " " }, "org.earshot.status.set.v1"],
    ["no words", { status: null, text: " " }, null],
    ["declined without a reason", { status: "declined", text: "" }, null],
    ["a note that is too long", { status: "planned", text: "x".repeat(1001) }, null],
  ] as const)("%s", async (_name, said, type) => {
    const w = await world();
    const reportId = crypto.randomUUID();
    expect(await w.outbox.answer({ reportId, basedOn: null, lang: "en", ...said })).toBe(type !== null);
    const [only] = await events(w);
    if (type === null) expect(only).toBeUndefined();
    else expect(only).toMatchObject({ row: { route: "session" }, event: { type, source: "urn:earshot:reviewer" } });
  });
});

describe("a change of mind", () => {
  it("sends a refused report again as a new one, with its burden and context", async () => {
    const w = await world();
    const id = await created(w, { burden: { often: "once" } });
    await w.outbox.burden(id, { often: "daily", minutes: 5 });
    await w.db.outbox
      .where("subject")
      .equals(id)
      .filter((row) => row.route === "ingest")
      .modify({ state: "dead" });
    const outcome = await w.outbox.resend(id, "better words");
    expect(outcome).toMatchObject({ ok: true });
    const [only, ...others] = await events(w);
    expect(others).toEqual([]);
    expect(only?.event.subject).not.toBe(id);
    expect(only?.event.data).toMatchObject({ words: "better words", burden: { often: "daily", minutes: 5 }, context });
    expect((await w.db.mine.toArray()).map((mine) => mine.words)).toEqual(["better words"]);
  });

  it("keeps the refused one when the new words are no good", async () => {
    const w = await world();
    const id = await created(w);
    await endCreation(w, "dead");
    expect(await w.outbox.resend(id, " ")).toEqual({ ok: false, reason: "empty" });
    expect(await w.db.mine.count()).toBe(1);
  });

  it("sends an expired one again as it is", async () => {
    const w = await world();
    const id = await created(w);
    const [[before], bodies] = await Promise.all([w.db.outbox.toArray(), w.db.bodies.toArray()]);
    await endCreation(w, "parked");
    expect(await w.outbox.resend(id, "slow")).toEqual({ ok: true, reportId: id });
    expect(await w.db.outbox.toArray()).toMatchObject([{ id: before?.id, state: "queued" }]);
    expect(await w.db.bodies.toArray()).toEqual(bodies);
  });

  it("discards what the collector cannot have, and nothing else", async () => {
    const w = await world();
    const fresh = await created(w);
    expect(await w.outbox.discard(fresh)).toBe(true);
    const tried = await created(w);
    await w.db.outbox.toCollection().modify({ attempt: 1 });
    expect(await w.outbox.discard(tried)).toBe(false);
    await endCreation(w, "dead");
    expect(await w.outbox.discard(tried)).toBe(true);
    expect([await w.db.outbox.count(), await w.db.bodies.count(), await w.db.mine.count()]).toEqual([0, 0, 0]);
  });
});

it("keeps a tidy name, and forgets an empty one", async () => {
  const w = await world(null);
  await w.outbox.saveName("  Ada \n Lovelace ");
  expect((await w.db.kv.get("name"))?.value).toBe("Ada Lovelace");
  await w.outbox.saveName(" ");
  expect(await w.db.kv.get("name")).toBeUndefined();
});

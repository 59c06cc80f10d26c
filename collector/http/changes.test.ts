import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { changesPageSchema, type ChangesPage } from "@/lib/protocol/documents";
import { onBothEngines } from "@/tests/support/postgres-and-pglite";
import { envelope, fileReport, newReport, openDesk, type Desk } from "../test-kit";

const DAY_MS = 86_400_000;

async function page(desk: Desk, query: string): Promise<ChangesPage> {
  const response = await desk.ask(`/v1/changes?${query}`, { token: desk.reviewer });
  expect(response.status).toBe(200);
  return changesPageSchema.parse(await response.json());
}

function status(id: string, to: string, basedOn: string | null = null) {
  return envelope("status.set.v1", id, { status: to, basedOn, note: "As said" });
}

onBothEngines("GET /v1/changes", (db) => {
  it("gives each report once, at its newest revision, page by page", async () => {
    const desk = await openDesk(db());
    const reports = Array.from({ length: 7 }, () => newReport());
    await desk.send(
      desk.ingest,
      "/v1/events",
      reports.map(({ event }) => event),
    );
    await desk.send(desk.reviewer, "/v1/events", [status(reports[0]?.id ?? "", "planned")]);
    const seen: ChangesPage[] = [];
    for (let since = ""; seen.at(-1)?.more ?? true;) {
      const read: ChangesPage = await page(desk, `limit=3${since && `&since=${since}`}`);
      seen.push(read);
      since = read.next;
    }
    expect(seen.map(({ items }) => items.length)).toEqual([3, 3, 1]);
    const items = seen.flatMap((read) => read.items);
    expect(items.map(({ rev }) => Number(rev))).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(items.at(-1)).toMatchObject({ id: reports[0]?.id, doc: { status: "planned", statusBy: "Robin" } });
    const after = seen.at(-1)?.next ?? "";
    expect((await page(desk, `since=${after}`)).items).toEqual([]);
    await desk.send(desk.reviewer, "/v1/events", [status(reports[3]?.id ?? "", "heard")]);
    expect((await page(desk, `since=${after}`)).items.map(({ id }) => id)).toEqual([reports[3]?.id]);
  });

  it("begins with what is open or changed of late, and leaves nothing out after that", async () => {
    // Tokens last a year, and this goes on for longer.
    let now = Date.parse("2030-01-01T00:00:00Z");
    const desk = await openDesk(db(), { now: () => new Date(now) });
    now = Date.parse("2026-01-01T00:00:00Z");
    const open = await fileReport(desk);
    const closed = await fileReport(desk);
    await desk.send(desk.reviewer, "/v1/events", [status(closed.id, "declined")]);
    now += 367 * DAY_MS;
    const recent = await fileReport(desk);
    const done = status(recent.id, "done");
    await desk.send(desk.reviewer, "/v1/events", [done]);
    const whole = await page(desk, "");
    expect(whole.items.map(({ id }) => id)).toEqual([open.id, recent.id]);
    // Two pages: what changes while they are read comes, closed and old or not.
    const first = await page(desk, "limit=1");
    expect(first).toMatchObject({ more: true, items: [{ id: open.id }] });
    now -= 367 * DAY_MS;
    const late = await fileReport(desk);
    await desk.send(desk.reviewer, "/v1/events", [status(late.id, "declined")]);
    now += 367 * DAY_MS;
    const rest = await page(desk, `since=${first.next}`);
    expect(rest.items.map(({ id }) => id)).toEqual([recent.id, late.id]);
    now += 367 * DAY_MS;
    await desk.send(desk.reviewer, "/v1/events", [status(closed.id, "planned", randomUUID())]);
    now += 367 * DAY_MS;
    expect((await page(desk, `since=${rest.next}`)).items.map(({ id }) => id)).toEqual([closed.id]);
  });

  it("begins also with what was declined long ago and is to be looked at again", async () => {
    // Tokens last a year, and this goes on for longer.
    let now = Date.parse("2030-01-01T00:00:00Z");
    const desk = await openDesk(db(), { now: () => new Date(now) });
    now = Date.parse("2026-01-01T00:00:00Z");
    const [gone, again] = [await fileReport(desk), await fileReport(desk)];
    const no = (id: string, more: object) =>
      envelope("status.set.v1", id, { status: "declined", basedOn: null, note: "Too dear", lang: "en", ...more });
    await desk.send(desk.reviewer, "/v1/events", [no(gone.id, {}), no(again.id, { lookAgain: "2027-03-01" })]);
    const thread = await desk.ask(`/v1/threads/${again.id}`, { token: again.key });
    expect(await thread.json()).toMatchObject({ status: "declined", lookAgain: "2027-03-01" });
    now += 367 * DAY_MS;
    const { items } = await page(desk, "");
    expect(items).toMatchObject([{ id: again.id, doc: { lookAgain: "2027-03-01" } }]);
    expect(items).toHaveLength(1);
  });

  it("answers 304 to whoever has it already", async () => {
    const desk = await openDesk(db());
    const { id } = await fileReport(desk);
    const { next } = await page(desk, "");
    const ask = (etag?: string) =>
      desk.ask(`/v1/changes?since=${next}`, { token: desk.reviewer, headers: etag ? { "if-none-match": etag } : {} });
    const etag = (await ask()).headers.get("etag") ?? "";
    expect(etag).toBe(`"${next}:1"`);
    expect((await ask(etag)).status).toBe(304);
    await desk.send(desk.reviewer, "/v1/events", [status(id, "heard")]);
    expect((await ask(etag)).status).toBe(200);
  });

  it("holds a long poll until something changes, or its time is over", async () => {
    const desk = await openDesk(db(), { sleep: (ms) => sleep(Math.min(ms, 20)) });
    const { id } = await fileReport(desk);
    const { next } = await page(desk, "");
    let answered = false;
    const waiting = page(desk, `since=${next}&wait=15`).then((read) => {
      answered = true;
      return read;
    });
    // Long enough for several looks at the head.
    for (let look = 0; look < 5; look += 1) await desk.ask("/readyz");
    expect(answered).toBe(false);
    await desk.send(desk.reviewer, "/v1/events", [status(id, "heard")]);
    expect((await waiting).items).toMatchObject([{ id, doc: { status: "heard" } }]);
    const nothing = await page(desk, `since=${(await waiting).next}&wait=0.05`);
    expect(nothing).toMatchObject({ items: [], more: false });
  });

  it("sends away cursors of another epoch, another scope, and none at all", async () => {
    const desk = await openDesk(db());
    await fileReport(desk);
    const { next, epoch } = await page(desk, "");
    const status410 = async (since: string) =>
      (await desk.ask(`/v1/changes?since=${since}`, { token: desk.reviewer })).status;
    expect(await status410("nonsense")).toBe(410);
    expect(await status410(`${epoch}.999`)).toBe(410);
    expect(await status410(`${next}&scope=https://erp.example.com`)).toBe(410);
    await db().query("update feed set floor = 1 where org = $1", [desk.org]);
    expect(await status410(`${epoch}.0`)).toBe(410);
    await db().query("update feed set epoch = $2::uuid where org = $1", [desk.org, randomUUID()]);
    const stale = await desk.ask(`/v1/changes?since=${next}`, { token: desk.reviewer });
    expect([stale.status, await stale.json()]).toMatchObject([410, { type: "urn:earshot:problem:cursor-expired" }]);
    expect(stale.headers.get("earshot-epoch")).not.toBe(epoch);
  });

  it("is for reviewers, and wants sound parameters", async () => {
    const desk = await openDesk(db());
    const code = async (query: string, token?: string) => (await desk.ask(`/v1/changes${query}`, { token })).status;
    expect(await code("")).toBe(401);
    expect(await code("", desk.ingest)).toBe(403);
    expect(await code("", desk.admin)).toBe(200);
    for (const query of ["?limit=0", "?limit=501", "?limit=x", "?wait=16", "?wait=-1"]) {
      expect(await code(query, desk.reviewer)).toBe(400);
    }
  });
});

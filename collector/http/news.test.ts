import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { collectorConfigSchema } from "@/lib/protocol/collector-config";
import { newsFileSchema, type PublishedMonth } from "@/lib/protocol/digest";
import { threadDocSchema } from "@/lib/protocol/documents";
import { LIMITS } from "@/lib/protocol/limits";
import { organisationSubject } from "@/lib/protocol/organisation-subject";
import { onBothEngines } from "@/tests/support/postgres-and-pglite";
import { fitMonths } from "../read/news";
import { envelope, fileReport, openDesk, outcomes, type Desk } from "../test-kit";

const FIGURE = { block: "figure", name: "given", people: 87, hours: 214.5, unknown: 3 };
const FIX = {
  block: "fix",
  status: "done",
  title: "Search keeps the filter",
  lang: "en",
  texts: { de: { title: "Die Suche behält den Filter" } },
  site: "Orders",
  helped: { yes: 12, partly: 2, no: 1 },
  hours: 6.5,
};
const NO = { block: "no", title: "Longer exports", reason: "Too dear", lang: "en", lookAgain: "2027-01-10" };
const OCTOBER = { month: "2026-10", lang: "en", blocks: [FIGURE, FIX, NO] };

async function newsOf(desk: Desk, headers: Record<string, string> = {}) {
  const config = await desk.ask("/v1/config", { token: desk.ingest });
  const { publicToken, features } = collectorConfigSchema.parse(await config.json());
  expect(features).toContain("news");
  return desk.ask(`/p/${publicToken}/news.json`, { headers });
}

async function monthsOf(desk: Desk) {
  return newsFileSchema.parse(await (await newsOf(desk)).json()).months;
}

const month = (desk: Desk, data: object, subject = organisationSubject(desk.org)) =>
  envelope("digest.published.v1", subject, data);

async function publish(desk: Desk, data: object, token = desk.reviewer, subject?: string) {
  const said = month(desk, data, subject);
  return outcomes(await desk.send(token, "/v1/events", [said]), [said]);
}

onBothEngines("the months that are published for everybody", (db) => {
  it("are there the newest first, each as it was last said, and gone where it was taken away", async () => {
    let now = new Date("2026-11-02T10:20:30.456Z");
    const desk = await openDesk(db(), { now: () => now });
    expect(await monthsOf(desk)).toEqual([]);
    expect(await publish(desk, OCTOBER)).toEqual(["accepted"]);
    await publish(desk, { ...OCTOBER, month: "2026-08" });
    await publish(desk, { ...OCTOBER, month: "2026-09", blocks: null });
    const { month: name, lang, blocks } = OCTOBER;
    expect(await monthsOf(desk)).toEqual([
      { month: name, lang, at: now.toISOString(), blocks },
      { month: "2026-08", lang, at: now.toISOString(), blocks },
    ]);
    now = new Date("2026-11-03T08:00:00.000Z");
    await publish(desk, { ...OCTOBER, blocks: [NO] });
    expect((await monthsOf(desk))[0]).toEqual({ month: name, lang, at: now.toISOString(), blocks: [NO] });
    await publish(desk, { ...OCTOBER, blocks: null });
    expect((await monthsOf(desk)).map((each) => each.month)).toEqual(["2026-08"]);
  });

  it("keep a block of a later version as it is", async () => {
    const desk = await openDesk(db());
    const later = { block: "chart", points: [1, 2] };
    expect(await publish(desk, { ...OCTOBER, blocks: [later, NO] })).toEqual(["accepted"]);
    expect((await monthsOf(desk))[0]?.blocks).toEqual([later, NO]);
  });

  it("say nothing of who published them", async () => {
    const desk = await openDesk(db());
    await publish(desk, OCTOBER);
    expect(await (await newsOf(desk)).text()).not.toContain("Robin");
  });

  it("come twice with the same event only once, and move the feed without any report", async () => {
    const desk = await openDesk(db());
    const said = month(desk, OCTOBER);
    const send = async () => outcomes(await desk.send(desk.reviewer, "/v1/events", [said]), [said]);
    expect([await send(), await send()]).toEqual([["accepted"], ["duplicate"]]);
    const changes = await desk.ask("/v1/changes", { token: desk.reviewer });
    expect(await changes.json()).toMatchObject({ items: [], more: false });
  });

  it("may be kept by caches, and are sent again only where they have changed", async () => {
    const desk = await openDesk(db());
    await publish(desk, OCTOBER);
    const first = await newsOf(desk);
    expect(first.headers.get("cache-control")).toBe(
      "public, max-age=300, s-maxage=300, stale-while-revalidate=3600, stale-if-error=86400",
    );
    const etag = first.headers.get("etag") ?? "";
    // The feed moves; what is published does not.
    await publish(desk, { ...OCTOBER, month: "2026-07", blocks: null });
    expect((await newsOf(desk, { "if-none-match": etag })).status).toBe(304);
    await publish(desk, { ...OCTOBER, month: "2026-07" });
    expect((await newsOf(desk, { "if-none-match": etag })).status).toBe(200);
    expect((await desk.ask("/p/nobody-has-this/news.json")).status).toBe(404);
  });

  it("come with how well people are heard, of five people and more, counted anew once an hour", async () => {
    let now = new Date("2026-11-02T10:20:30.456Z");
    const desk = await openDesk(db(), { now: () => now });
    const score = async () => newsFileSchema.parse(await (await newsOf(desk)).json()).listening;
    const nobody = { firstWordMs: null, answered: { count: 0, of: 0 }, helped: { yes: 0, partly: 0, no: 0, of: 0 } };
    expect(await score()).toEqual({ ...nobody, oldestUnheard: null, at: now.toISOString() });
    const four = [await fileReport(desk), await fileReport(desk), await fileReport(desk), await fileReport(desk)];
    // Within the hour it is what it was.
    expect((await score())?.answered).toEqual({ count: 0, of: 0 });
    now = new Date("2026-11-02T11:20:30.456Z");
    expect(await score()).toMatchObject({ answered: "few", firstWordMs: null, oldestUnheard: "2026-11-02" });
    const five = [...four, await fileReport(desk)];
    const said = five.map(({ id }) => envelope("status.set.v1", id, { status: "done", basedOn: null, note: "Mended" }));
    await desk.send(desk.reviewer, "/v1/events", said);
    const link = envelope("report.linked.v1", five[1]?.id ?? "", { into: five[0]?.id });
    await desk.send(desk.reviewer, "/v1/events", [link]);
    const answers: [number, string][] = [
      [0, "yes"],
      [1, "partly"],
      [2, "yes"],
      [3, "no"],
      [4, "yes"],
    ];
    for (const [at, answer] of answers) {
      const { id, key } = five[at] ?? { id: "", key: "" };
      const thread = await desk.ask(`/v1/threads/${id}`, { token: key });
      const { statusEvent: forEvent } = threadDocSchema.parse(await thread.json());
      const given = envelope("helped.answered.v1", id, { answer, forEvent });
      expect(outcomes(await desk.send(key, `/v1/threads/${id}/events`, [given]), [given])).toEqual(["accepted"]);
    }
    now = new Date("2026-11-02T12:20:30.456Z");
    expect(await score()).toEqual({
      firstWordMs: expect.any(Number) as number,
      answered: { count: 5, of: 5 },
      helped: { yes: 3, partly: 1, no: 1, of: 5 },
      oldestUnheard: null,
      at: now.toISOString(),
    });
  });

  it("are said by reviewers of all sites, about the organisation and nothing else", async () => {
    const desk = await openDesk(db());
    const report = await fileReport(desk);
    expect(await publish(desk, OCTOBER, desk.ingest)).toEqual(["rejected forbidden"]);
    expect(await publish(desk, OCTOBER, desk.reviewer, report.id)).toEqual(["rejected invalid-event"]);
    expect(await publish(desk, OCTOBER, desk.reviewer, randomUUID())).toEqual(["rejected invalid-event"]);
    const { token } = await desk.collector.tokens.create("reviewer", "Sam", "test");
    const scope = JSON.stringify(["https://erp.example.com"]);
    await db().query("update session set scope = $2::jsonb where org = $1 and name = 'Sam'", [desk.org, scope]);
    expect(await publish(desk, OCTOBER, token)).toEqual(["rejected forbidden"]);
    expect(await monthsOf(desk)).toEqual([]);
  });

  it("cannot be taken back by somebody who files a report under the organisation's id", async () => {
    const desk = await openDesk(db());
    await publish(desk, OCTOBER);
    const { event } = await fileReport(desk);
    const forged = { ...event, id: randomUUID(), subject: organisationSubject(desk.org) };
    expect(outcomes(await desk.send(desk.ingest, "/v1/events", [forged]), [forged])).toEqual([
      "rejected invalid-event",
    ]);
    expect(await monthsOf(desk)).toHaveLength(1);
  });

  it.each([
    { ...OCTOBER, month: "2026-13" },
    { ...OCTOBER, blocks: [] },
    { ...OCTOBER, lang: "no language" },
    { ...OCTOBER, blocks: [{ ...FIGURE, people: 4 }] },
    { ...OCTOBER, blocks: [{ ...FIGURE, name: "best colleague" }] },
    { ...OCTOBER, blocks: [{ ...FIX, title: " " }] },
    { ...OCTOBER, blocks: [{ ...NO, reason: "" }] },
    { ...OCTOBER, blocks: Array.from({ length: LIMITS.digestBlocks + 1 }, () => NO) },
  ])("are refused where they are no such thing: %#", async (data) => {
    const desk = await openDesk(db());
    expect(await publish(desk, data)).toEqual(["rejected invalid-event"]);
  });
});

it("of the months as many are in the file as fit, the newest first", () => {
  const text = "x".repeat(4000);
  const months = Array.from({ length: 20 }, (_, at): PublishedMonth => ({
    month: `20${40 - at}-01`,
    lang: "en",
    at: "2026-01-01T00:00:00.000Z",
    blocks: [{ block: "words", text, lang: "en" }],
  }));
  expect(fitMonths(months)).toEqual(months.slice(0, LIMITS.newsMonths));
  expect(fitMonths(months, 9_000)).toEqual(months.slice(0, 2));
  expect(Buffer.byteLength(JSON.stringify({ v: 1, months: fitMonths(months, 9_000) }))).toBeLessThan(9_000);
});

import { createHash, randomUUID } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { collectorConfigSchema } from "@/lib/protocol/collector-config";
import { threadDocSchema } from "@/lib/protocol/documents";
import { bucketFileSchema } from "@/lib/protocol/bucket-file";
import { bucketOf } from "@/lib/protocol/summary";
import { onBothEngines } from "@/tests/support/postgres-and-pglite";
import {
  anonymous,
  envelope,
  fileReport,
  newTag,
  openDesk,
  outcomes,
  takeBack,
  testSettings,
  type Desk,
} from "../test-kit";

const SAID = {
  title: "Search forgets the filter",
  text: "After you open an order, the filter is empty.",
  workaround: "Open the order in a new tab.",
  lang: "en",
  texts: { de: { title: "Die Suche vergisst den Filter" } },
};
const ORIGIN = "https://erp.example.com";
const HASH = createHash("sha256").update(ORIGIN).digest("hex");

async function configOf(desk: Desk) {
  return collectorConfigSchema.parse(await (await desk.ask("/v1/config", { token: desk.ingest })).json());
}

async function fileOf(desk: Desk, bucket = "all", headers: Record<string, string> = {}) {
  const { publicToken } = await configOf(desk);
  return desk.ask(`/p/${publicToken}/${bucket}.json`, { headers });
}

async function itemsOf(desk: Desk, bucket = "all") {
  return bucketFileSchema.parse(await (await fileOf(desk, bucket)).json()).items;
}

async function publish(desk: Desk, id: string, data: object = SAID) {
  const said = envelope("summary.published.v1", id, data);
  return outcomes(await desk.send(desk.reviewer, "/v1/events", [said]), [said]);
}

onBothEngines("what is published for everybody", (db) => {
  it("is IT's text alone, and nothing of who reported it or how", async () => {
    const desk = await openDesk(db());
    expect(await itemsOf(desk)).toEqual([]);
    const report = await fileReport(desk, { words: "Mrs Palmer's orders vanish", goal: "bill her" });
    await fileReport(desk, { words: "Nobody publishes this" });
    expect(await publish(desk, report.id)).toEqual(["accepted"]);
    const [item, ...others] = await itemsOf(desk);
    expect(others).toEqual([]);
    expect(item).toEqual({
      ...SAID,
      reportId: report.id,
      originHash: HASH,
      path: "/orders/{id}",
      status: "new",
      statusEvent: null,
      people: 1,
      updated: expect.any(String) as string,
    });
    const text = await (await fileOf(desk)).text();
    for (const secret of ["Palmer", "bill her", "Kim", "Robin", "erp.example.com"]) expect(text).not.toContain(secret);
    const thread = await desk.ask(`/v1/threads/${report.id}`, { token: report.key });
    expect(threadDocSchema.parse(await thread.json()).summary).toEqual(SAID);
  });

  it("follows what IT says of it: its text, its place, its status, and that it is no more", async () => {
    const desk = await openDesk(db());
    const report = await fileReport(desk);
    await publish(desk, report.id);
    await publish(desk, report.id, { title: "Search", lang: "en", place: "site" });
    const done = envelope("status.set.v1", report.id, { status: "done", basedOn: null, note: "Mended" });
    await desk.send(desk.reviewer, "/v1/events", [done]);
    const [item] = await itemsOf(desk);
    expect(item).toMatchObject({ title: "Search", status: "done", statusEvent: done.id });
    expect(item).not.toHaveProperty("path");
    expect(item).not.toHaveProperty("texts");
    await publish(desk, report.id, { title: null, lang: "en" });
    expect(await itemsOf(desk)).toEqual([]);
  });

  it("counts the people of reports that were joined to it, at any depth, and shows each once", async () => {
    const desk = await openDesk(db());
    const [one, two, three] = [await fileReport(desk), await fileReport(desk), await fileReport(desk)];
    const joined = anonymous("metoo.set.v1", three.id, { tag: newTag(), on: true });
    await desk.send(desk.ingest, "/v1/anon/events", [joined]);
    await publish(desk, one.id);
    await publish(desk, two.id, { title: "The same, said before they were joined", lang: "en" });
    const links = [
      envelope("report.linked.v1", two.id, { into: one.id }),
      envelope("report.linked.v1", three.id, { into: two.id }),
    ];
    await desk.send(desk.reviewer, "/v1/events", links);
    expect((await itemsOf(desk)).map(({ reportId, people }) => [reportId, people])).toEqual([[one.id, 4]]);
  });

  it("does not tell when somebody joined", async () => {
    let now = new Date("2026-03-04T10:20:30.456Z");
    const desk = await openDesk(db(), { now: () => now });
    const report = await fileReport(desk);
    await publish(desk, report.id);
    const [before] = await itemsOf(desk);
    now = new Date("2026-03-05T12:00:00.000Z");
    await desk.send(desk.ingest, "/v1/anon/events", [
      anonymous("metoo.set.v1", report.id, { tag: newTag(), on: true }),
    ]);
    expect(await itemsOf(desk)).toEqual([{ ...before, people: 2 }]);
  });

  it("goes with the report", async () => {
    const desk = await openDesk(db());
    const report = await fileReport(desk);
    await publish(desk, report.id);
    expect((await takeBack(desk, report)).status).toBe(204);
    expect(await itemsOf(desk)).toEqual([]);
  });

  it("leaves out a report without a page: no site has it", async () => {
    const desk = await openDesk(db());
    const report = await fileReport(desk, { context: null });
    expect(await publish(desk, report.id)).toEqual(["accepted"]);
    expect(await itemsOf(desk)).toEqual([]);
  });

  it("may be kept by caches, and is sent again only where it has changed", async () => {
    const desk = await openDesk(db());
    const report = await fileReport(desk);
    await publish(desk, report.id);
    const first = await fileOf(desk);
    expect(first.headers.get("cache-control")).toBe(
      "public, max-age=300, s-maxage=300, stale-while-revalidate=3600, stale-if-error=86400",
    );
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[^"]+"$/);
    // The feed moves; what is published does not.
    await fileReport(desk);
    const again = await fileOf(desk, "all", { "if-none-match": etag });
    expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, etag, ""]);
    await publish(desk, report.id, { title: "Search", lang: "en" });
    expect((await fileOf(desk, "all", { "if-none-match": etag })).status).toBe(200);
  });

  it("goes out in gzip to whoever takes that", async () => {
    const desk = await openDesk(db());
    await publish(desk, (await fileReport(desk)).id);
    const { publicToken } = await configOf(desk);
    const ask = (accept: string) =>
      desk.collector.fetch(
        new Request(`http://collector.test/p/${publicToken}/all.json`, { headers: { "accept-encoding": accept } }),
      );
    const packed = await ask("br, gzip");
    expect([packed.headers.get("content-encoding"), packed.headers.get("vary")]).toEqual(["gzip", "Accept-Encoding"]);
    const text = gunzipSync(await packed.bytes()).toString();
    const plain = await ask("gzip;q=0");
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(await plain.text()).toBe(text);
    expect(plain.headers.get("etag")).not.toBe(packed.headers.get("etag"));
  });

  it("is split by site where there is very much of it", async () => {
    const desk = await openDesk(db(), { settings: testSettings({ bucketBits: 5 }) });
    expect((await configOf(desk)).bucketBits).toBe(5);
    const report = await fileReport(desk);
    await publish(desk, report.id);
    const bucket = bucketOf(HASH, 5);
    expect(await itemsOf(desk, bucket)).toHaveLength(1);
    expect(await itemsOf(desk, bucket === "00" ? "01" : "00")).toEqual([]);
    for (const name of ["all", "20", "f"]) expect((await fileOf(desk, name)).status).toBe(404);
  });

  it("has an address that nobody guesses, the same for every process and after a restart", async () => {
    const desk = await openDesk(db());
    const { publicToken } = await configOf(desk);
    expect(publicToken).toMatch(/^[A-Za-z0-9_-]{22}$/);
    const [other, twin] = [await openDesk(db()), await openDesk(db(), { org: desk.org })];
    expect((await configOf(other)).publicToken).not.toBe(publicToken);
    expect((await configOf(twin)).publicToken).toBe(publicToken);
    expect((await desk.ask(`/p/${(await configOf(other)).publicToken}/all.json`)).status).toBe(404);
  });

  it("is limited by address, as everything is", async () => {
    const desk = await openDesk(db(), { settings: testSettings({ rates: { addressPerMinute: 2 } }) });
    const ask = () => desk.ask("/p/nobody-has-this/all.json");
    expect([(await ask()).status, (await ask()).status, (await ask()).status]).toEqual([404, 404, 429]);
  });

  it("is said by reviewers only", async () => {
    const desk = await openDesk(db());
    const report = await fileReport(desk);
    const said = envelope("summary.published.v1", report.id, SAID);
    for (const [token, path] of [
      [desk.ingest, "/v1/events"],
      [report.key, `/v1/threads/${report.id}/events`],
    ] as const) {
      expect(outcomes(await desk.send(token, path, [said]), [said])).toEqual(["rejected forbidden"]);
    }
    expect(await itemsOf(desk)).toEqual([]);
  });

  it.each([
    { title: "x".repeat(121), lang: "en" },
    { title: " ", lang: "en" },
    { title: "Search", text: "x".repeat(601), lang: "en" },
    { title: "Search", lang: "en", place: "everywhere" },
    { title: "Search", lang: "en", texts: { de: { title: "" } } },
    { title: "Search", lang: "en", texts: { "not a language": { title: "Suche" } } },
    {
      title: "Search",
      lang: "en",
      texts: Object.fromEntries("abcdefghi".split("").map((a) => [`a${a}`, { title: a }])),
    },
    { lang: "en" },
  ])("refuses %j", async (data) => {
    const desk = await openDesk(db());
    const report = await fileReport(desk);
    expect(await publish(desk, report.id, data)).toEqual(["rejected invalid-event"]);
  });

  it("waits for its report", async () => {
    const desk = await openDesk(db());
    expect(await publish(desk, randomUUID())).toEqual(["retry unknown-subject"]);
  });
});

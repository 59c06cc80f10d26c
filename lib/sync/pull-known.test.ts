import { describe, expect, it } from "vitest";
import { readKv } from "@/lib/database/kv-values";
import { sha256Hex } from "@/lib/platform/digest";
import { bucketOf } from "@/lib/protocol/summary";
import { clientWorld } from "@/tests/support/client-world";
import { bucketFile, known, ORIGIN } from "@/tests/support/known-file";
import { wantedBuckets } from "./pull-known";

const HOUR_MS = 3_600_000;

async function world({ bits = 0, features = ["summaries"] } = {}) {
  const w = await clientWorld();
  const published = {
    bits,
    features,
    org: "org-1",
    pollScale: 1,
    etag: '"1"',
    status: 200,
    epoch: w.collector.epoch,
    body: JSON.stringify(bucketFile([known(1)], bits)),
  };
  const config = () => ({
    protocol: 1,
    minClient: "0.1.0",
    limits: { eventBytes: 1, batchBytes: 1, batchEvents: 1, blobBytes: 1, gzip: false },
    org: { id: published.org, name: "Example Ltd" },
    features: published.features,
    publicToken: "tokentokentokentoken12",
    bucketBits: published.bits,
    pollScale: published.pollScale,
  });
  const head = () => ({
    "content-type": "application/json",
    "earshot-protocol": "1",
    "earshot-epoch": published.epoch,
  });
  w.collector.answer = ({ path, headers }) => {
    if (path === "/v1/config")
      return new Response(JSON.stringify(config()), { headers: { ...head(), "earshot-epoch": w.collector.epoch } });
    if (!path.startsWith("/p/")) return null;
    if (headers.get("if-none-match") === published.etag) return new Response(null, { status: 304, headers: head() });
    return new Response(published.body, { status: published.status, headers: { ...head(), etag: published.etag } });
  };
  w.state.policy.sites = [{ matches: [`${ORIGIN}/*`], name: "ERP" }] as never;
  await w.db.kv.delete("config");
  await w.engine.kick();
  const asked = () => w.collector.seen.filter(({ path }) => path.startsWith("/p/"));
  const titles = async () => (await w.db.buckets.toArray()).flatMap(({ items }) => items.map(({ title }) => title));
  return { ...w, published, asked, titles };
}

describe("fetching what is known", () => {
  it("asks for the file of all sites without a credential, and keeps it", async () => {
    const w = await world();
    expect(await w.titles()).toEqual(["Known 1"]);
    expect(w.asked().map(({ path }) => path)).toEqual(["/p/tokentokentokentoken12/all.json"]);
    expect(w.asked()[0]?.headers.get("authorization")).toBeNull();
  });

  it("asks again after four hours, a fifth more or less, with its entity tag; and as the collector scales it", async () => {
    const w = await world();
    w.clock.move(3 * HOUR_MS);
    await w.engine.refresh();
    expect(w.asked()).toHaveLength(1);
    w.clock.move(2 * HOUR_MS);
    await w.engine.kick();
    expect(w.asked().map(({ headers }) => headers.get("if-none-match"))).toEqual([null, '"1"']);
    expect(await w.titles()).toEqual(["Known 1"]);
    expect((await w.db.buckets.get("all"))?.fetchedAt).toBe(w.clock.now());
    w.published.pollScale = 5;
    await w.db.kv.delete("config");
    w.clock.move(5 * HOUR_MS);
    await w.engine.kick();
    w.clock.move(10 * HOUR_MS);
    await w.engine.kick();
    expect(w.asked()).toHaveLength(3);
  });

  it.each([
    ["too large", { body: JSON.stringify(bucketFile([known(2)])).padEnd(1_100_000) }],
    ["not as the protocol has it", { body: '{"v":2,"items":[]}' }],
    ["not even JSON", { body: "<h1>Sign in</h1>" }],
    ["an error", { status: 500 }],
    ["cut otherwise", { body: JSON.stringify(bucketFile([known(2)], 3)) }],
    ["another organisation's history", { epoch: "22222222-2222-4222-8222-222222222222" }],
    ["more than a file holds", { body: JSON.stringify(bucketFile(Array.from({ length: 1001 }, (_, n) => known(n)))) }],
  ])("leaves what is stored as it is where the next file is %s", async (_name, bad) => {
    const w = await world();
    const before = (await w.db.buckets.get("all"))?.fetchedAt;
    Object.assign(w.published, { etag: '"2"', body: JSON.stringify(bucketFile([known(2)])), ...bad });
    w.clock.move(5 * HOUR_MS);
    await w.engine.kick();
    expect(w.asked()).toHaveLength(2);
    expect(await w.titles()).toEqual(["Known 1"]);
    expect(await w.db.buckets.get("all")).toMatchObject({ etag: '"1"', fetchedAt: before });
    // Nothing is offered again because of what a cache on the way tells.
    expect(await readKv(w.db, "epoch")).toMatchObject({ epoch: w.collector.epoch });
    Object.assign(w.published, {
      status: 200,
      epoch: w.collector.epoch,
      body: JSON.stringify(bucketFile([known(3)])),
    });
    w.clock.move(HOUR_MS);
    await w.engine.kick();
    expect(await w.titles()).toEqual(["Known 3"]);
  });

  it("keeps nothing where another organisation, another endpoint, a webhook or no site is in force", async () => {
    const other = await world();
    Object.assign(other.published, { org: "org-2", status: 500 });
    await other.db.kv.delete("config");
    await other.engine.kick();
    await other.engine.kick();
    expect(await other.titles()).toEqual([]);

    const elsewhere = await world();
    elsewhere.state.policy.endpoint = null;
    await elsewhere.engine.kick();
    expect(await elsewhere.titles()).toEqual([]);

    const siteless = await world();
    siteless.state.policy.sites = [];
    await siteless.engine.kick();
    expect(await siteless.titles()).toEqual([]);

    const silent = await world();
    silent.published.features = [];
    await silent.db.kv.delete("config");
    await silent.engine.kick();
    expect(await silent.titles()).toEqual([]);
  });

  it("asks only for the files of its sites where there are many, and refuses what is not in them", async () => {
    const w = await world({ bits: 8 });
    const bucket = bucketOf(sha256Hex(ORIGIN), 8);
    expect(w.asked().map(({ path }) => path)).toEqual([`/p/tokentokentokentoken12/${bucket}.json`]);
    expect(await w.titles()).toEqual(["Known 1"]);
    w.published.etag = '"2"';
    w.published.body = JSON.stringify(bucketFile([known(2, { originHash: "0".repeat(64) })], 8));
    w.clock.move(5 * HOUR_MS);
    await w.engine.kick();
    expect(await w.titles()).toEqual(["Known 1"]);
  });

  it("names no file for a site of which no origin is known", () => {
    const sites = [{ matches: ["https://*.example/*"], name: "All" }] as never;
    expect(wantedBuckets({ sites }, { bucketBits: 8 } as never)).toEqual([]);
    expect(wantedBuckets({ sites }, { bucketBits: 0 } as never)).toEqual(["all"]);
  });
});

it("tells what was joined as the files have it, and when IT took it away", async () => {
  const w = await world();
  const row = await w.db.buckets.get("all");
  await w.db.joined.add({ id: known(1).reportId, collector: row?.collector ?? "", burden: {}, at: 1, known: known(1) });
  w.published.etag = '"2"';
  w.published.body = JSON.stringify(bucketFile([known(1, { status: "done", people: 2 })]));
  w.clock.move(5 * HOUR_MS);
  await w.engine.kick();
  expect(await w.db.joined.toArray()).toMatchObject([{ known: { status: "done", people: 2 } }]);
  w.published.etag = '"3"';
  w.published.body = JSON.stringify(bucketFile([]));
  w.clock.move(5 * HOUR_MS);
  await w.engine.kick();
  expect(await w.db.joined.toArray()).toMatchObject([{ known: { status: "done" }, gone: true }]);
});

import { expect, it } from "vitest";
import { readKv } from "@/lib/database/kv-values";
import { readNews } from "@/lib/known/watch-news";
import type { NewsFile } from "@/lib/protocol/digest";
import { clientWorld } from "@/tests/support/client-world";

const HOUR_MS = 3_600_000;
const FILE: NewsFile = {
  v: 1,
  months: [
    {
      month: "2026-10",
      lang: "en",
      at: "2026-11-02T10:00:00.000Z",
      blocks: [{ block: "no", title: "Longer exports", reason: "Too dear", lang: "en" }],
    },
  ],
};

async function world() {
  const w = await clientWorld();
  const published = {
    org: "org-1",
    features: ["news"],
    etag: '"1"',
    body: JSON.stringify(FILE),
    epoch: w.collector.epoch,
  };
  const config = () => ({
    protocol: 1,
    minClient: "0.1.0",
    limits: { eventBytes: 1, batchBytes: 1, batchEvents: 1, blobBytes: 1, gzip: false },
    org: { id: published.org, name: "Example Ltd" },
    features: published.features,
    publicToken: "tokentokentokentoken12",
  });
  const head = (epoch: string) => ({
    "content-type": "application/json",
    "earshot-protocol": "1",
    "earshot-epoch": epoch,
  });
  w.collector.answer = ({ path, headers }) => {
    if (path === "/v1/config") return new Response(JSON.stringify(config()), { headers: head(w.collector.epoch) });
    if (!path.startsWith("/p/")) return null;
    const { etag, body, epoch } = published;
    if (headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers: head(epoch) });
    return new Response(body, { headers: { ...head(epoch), etag } });
  };
  await w.db.kv.delete("config");
  await w.engine.kick();
  const asked = () => w.collector.seen.filter(({ path }) => path.startsWith("/p/"));
  const shown = async () => (await readNews(w.db)).months.map(({ month }) => month);
  return { ...w, published, asked, shown };
}

it("comes on the timer, without a credential and without any site of the policy", async () => {
  const w = await world();
  expect(w.asked().map(({ path }) => path)).toEqual(["/p/tokentokentokentoken12/news.json"]);
  expect(w.asked()[0]?.headers.get("authorization")).toBeNull();
  expect(await w.shown()).toEqual(["2026-10"]);
  w.clock.move(130 * HOUR_MS);
  await w.engine.kick();
  expect(w.asked()).toHaveLength(1);
  w.clock.move(80 * HOUR_MS);
  await w.engine.kick();
  expect(w.asked().map(({ headers }) => headers.get("if-none-match"))).toEqual([null, '"1"']);
  expect(await w.shown()).toEqual(["2026-10"]);
});

it.each([
  ["too large", { body: JSON.stringify(FILE).padEnd(300_000) }],
  ["not as the protocol has it", { body: '{"v":1,"months":[{}]}' }],
  ["a sign-in page", { body: "<h1>Sign in</h1>" }],
  ["another organisation's history", { epoch: "22222222-2222-4222-8222-222222222222" }],
])("stays as it is where the next file is %s", async (_name, bad) => {
  const w = await world();
  Object.assign(w.published, { etag: '"2"', ...bad });
  w.clock.move(210 * HOUR_MS);
  await w.engine.kick();
  expect(w.asked()).toHaveLength(2);
  expect(await w.shown()).toEqual(["2026-10"]);
  expect((await readKv(w.db, "news"))?.etag).toBe('"1"');
  // What is not meant is asked for again sooner.
  w.clock.move(HOUR_MS);
  await w.engine.kick();
  expect(w.asked()).toHaveLength(3);
});

it("comes sooner where somebody looks, once an hour at most", async () => {
  const w = await world();
  w.clock.move(HOUR_MS / 2);
  await w.engine.refresh();
  expect(w.asked()).toHaveLength(1);
  w.clock.move(HOUR_MS);
  await w.engine.refresh();
  await w.engine.refresh();
  expect(w.asked()).toHaveLength(2);
});

it("goes with the organisation, and where the collector has none", async () => {
  const w = await world();
  w.published.org = "org-2";
  w.published.body = JSON.stringify({ v: 1, months: [] });
  await w.db.kv.delete("config");
  await w.engine.kick();
  await w.engine.kick();
  expect(await w.shown()).toEqual([]);
  w.published.features = [];
  await w.db.kv.delete("config");
  await w.engine.kick();
  expect(await readKv(w.db, "news")).toBeNull();
});

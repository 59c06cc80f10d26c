import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBlobFiles } from "@/collector/blobs/blob-files";
import { createCollector, type Collector } from "@/collector/create-collector";
import type { Db } from "@/collector/store/db";
import { markAsSample } from "@/collector/store/org";
import { collectorConfigSchema } from "@/lib/protocol/collector-config";
import { type DigestBlock, newsFileSchema } from "@/lib/protocol/digest";
import type { ReportDoc } from "@/lib/protocol/documents";
import { bucketFileSchema } from "@/lib/protocol/bucket-file";
import { copyOfTemplate, open } from "@/tests/support/postgres-and-pglite";
import { makeSample } from "../make-sample";
import { fillCollector, SAMPLE_ORG } from "./load-sample";
import { sharingDays } from "./share-months";
import { inWaves, requestOf } from "./waves";

const NOW = Date.UTC(2026, 10, 20, 9, 30);
const DAY_MS = 86_400_000;
const sample = makeSample({
  seed: 1,
  now: NOW,
  reports: 500,
  handbookOrigin: "http://127.0.0.1:4310",
  me: "Ada from Accounting",
});

describe("a collector that lived through the sample's year", () => {
  let db: Db;
  let docs: ReportDoc[] = [];
  const shares: number[] = [];

  beforeAll(async () => {
    db = await open("pglite");
    const kept = { ...db, close: () => Promise.resolve() };
    const blobs = openBlobFiles(join(copyOfTemplate(), "blobs"), SAMPLE_ORG);
    await fillCollector({ db: kept, blobs, events: sample.events, onProgress: (share) => shares.push(share) });
    docs = (await db.query<{ doc: { doc: ReportDoc } }>("select doc from report where org = $1", [SAMPLE_ORG])).map(
      ({ doc }) => doc.doc ?? doc,
    );
  });
  afterAll(() => db.close());

  it("has every report, at the time when it was made", () => {
    expect(docs).toHaveLength(sample.reports);
    const ages = docs.map(({ createdAt }) => NOW - Date.parse(createdAt));
    expect(Math.max(...ages)).toBeGreaterThan(340 * DAY_MS);
    expect(ages.filter((age) => age > 60 * DAY_MS).length).toBeGreaterThan(docs.length / 2);
    expect(Math.min(...ages)).toBeGreaterThan(0);
    const { report } = sample.mine[0] ?? {};
    const mine = docs.find(({ id }) => id === report?.id);
    expect(mine?.createdAt).toBe(new Date(report?.at ?? 0).toISOString());
  });

  it("has answers, and what people said of them, from when they said it", () => {
    const statuses = new Set(docs.map(({ status }) => status));
    expect([...statuses].toSorted()).toEqual(["asked", "declined", "done", "heard", "new", "planned", "possible"]);
    const helped = docs.reduce((sum, doc) => sum + doc.helped.yes, 0);
    expect(helped).toBeGreaterThan(100);
    const said = docs.flatMap(({ timeline }) => timeline.filter(({ type }) => type === "helped.answered"));
    expect(said.filter(({ at }) => NOW - Date.parse(at) > 90 * DAY_MS).length).toBeGreaterThan(20);
    // Each status came upon the one before it: nothing was overtaken.
    expect(docs.flatMap(({ timeline }) => timeline).filter(({ applied }) => !applied)).toEqual([]);
  });

  it("says of itself that it is made up, and has known annoyances for everybody", async () => {
    const { config, read } = await forEverybody();
    expect(config.org).toMatchObject({ id: SAMPLE_ORG, sample: true });
    const file = bucketFileSchema.parse(await read("all.json"));
    expect(file.items.length).toBeGreaterThan(20);
    expect(file.items.some(({ texts }) => texts?.["de"] !== undefined)).toBe(true);
  });

  it("shared each month when it was over: what was put right, what was not and why, and no reporter's words", async () => {
    const { read } = await forEverybody();
    const news = newsFileSchema.parse(await read("news.json"));
    const months = news.months.map(({ month }) => month);
    expect(months.length).toBeGreaterThanOrEqual(10);
    expect(months[0]).toBe("2026-10");
    expect(months).toEqual(months.toSorted().toReversed());
    const blocks = news.months.flatMap((month) => month.blocks) as DigestBlock[];
    expect(blocks.filter(({ block }) => block === "fix").length).toBeGreaterThan(8);
    expect(blocks.some((block) => block.block === "no" && block.lookAgain !== undefined)).toBe(true);
    expect(blocks.some((block) => block.block === "figure" && block.name === "given" && block.hours)).toBe(true);
    const told = JSON.stringify(news.months);
    expect(docs.filter(({ words }) => words.length > 12 && told.includes(words))).toEqual([]);
    for (const { month, at } of news.months) expect(at.slice(0, 7) > month).toBe(true);
  });

  it("has no token left that it was filled with, and is not filled twice", async () => {
    const collector = await again();
    const tokens = await collector.tokens.list();
    expect(tokens.filter(({ name, revokedAt }) => name === "sample" && revokedAt === null)).toEqual([]);
    await expect(markAsSample(db, SAMPLE_ORG)).rejects.toThrow("has reports already");
  });

  it("tells how far it is", () => {
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  /** What every browser of the organisation may read. */
  async function forEverybody() {
    const collector = await again();
    const { token } = await collector.tokens.create("ingest", "test", "test");
    const ask = async (path: string): Promise<unknown> =>
      (
        await collector.fetch(new Request(`http://collector${path}`, { headers: { authorization: `Bearer ${token}` } }))
      ).json();
    const config = collectorConfigSchema.parse(await ask("/v1/config"));
    return { config, read: (file: string) => ask(`/p/${config.publicToken}/${file}`) };
  }

  function again(): Promise<Collector> {
    const blobs = openBlobFiles(join(copyOfTemplate(), "blobs"), SAMPLE_ORG);
    return createCollector({ db: { ...db, close: () => Promise.resolve() }, blobs, org: SAMPLE_ORG });
  }
});

it("shares a month on a working day of the next one, from the second on, within the year", () => {
  const days = sharingDays(Date.UTC(2025, 10, 20), Date.UTC(2026, 10, 20)).map((at) => new Date(at).toISOString());
  expect(days).toHaveLength(12);
  expect(days[0]).toBe("2025-12-02T09:00:00.000Z");
  // 2 May 2026 is a Saturday, 2 August 2026 a Sunday.
  expect(days).toContain("2026-05-04T09:00:00.000Z");
  expect(days).toContain("2026-08-03T09:00:00.000Z");
});

it("sends nothing beside something else about the same report", () => {
  const waves = inWaves(sample.events);
  expect(waves.flat()).toEqual(sample.events);
  for (const wave of waves) {
    const requests = new Map<string, Set<string>>();
    for (const each of wave) {
      const { into } = each.event["data"] as { into?: string };
      for (const id of [each.event.subject, ...(into === undefined ? [] : [into])]) {
        requests.set(id, (requests.get(id) ?? new Set()).add(requestOf(each)));
      }
    }
    expect([...requests.values()].filter(({ size }) => size > 1)).toEqual([]);
  }
});

import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { problemSchema, slugOf } from "@/lib/protocol/problem";
import { open } from "@/tests/support/postgres-and-pglite";
import { silentLog } from "../log";
import type { Rates } from "../settings";
import type { Db } from "../store/db";
import { anonymous, envelope, fileReport, newReport, newTag, openDesk, testSettings, type Desk } from "../test-kit";
import { createRateLimits } from "./rate-limits";

const UNLIMITED = testSettings().rates;

describe("a pool", () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.parse("2026-03-04T10:00:00Z") }));
  afterEach(() => void vi.useRealTimers());

  const limits = (rates: Partial<Rates>, random: typeof randomBytes = randomBytes) =>
    createRateLimits({ rates: { ...UNLIMITED, ...rates }, now: () => new Date(), random });

  it("is spent by key, says when to come again, and is full again then", async () => {
    const { take } = limits({ installPerMinute: 3, orgPerSecond: 1 });
    const seen = [];
    for (const key of ["a", "a", "a", "a", "b"]) seen.push(await take("install", key));
    expect(seen).toEqual([null, null, null, 60, null]);
    vi.advanceTimersByTime(59_500);
    expect(await take("install", "a")).toBe(1);
    vi.advanceTimersByTime(500);
    expect(await take("install", "a")).toBeNull();
    expect([await take("org", ""), await take("org", "")]).toEqual([null, 1]);
    expect(await take("session", "a")).toBeNull();
  });

  it("holds no key as it was given, and another one each day", async () => {
    const secrets: number[] = [];
    const random = ((size: number) => {
      secrets.push(size);
      return randomBytes(size);
    }) as typeof randomBytes;
    const { take } = limits({ addressPerMinute: 1 }, random);
    await take("address", "203.0.113.7");
    const before = secrets.length;
    vi.setSystemTime(Date.parse("2026-03-05T10:00:00Z"));
    expect(await take("address", "203.0.113.7")).toBeNull();
    expect(secrets.slice(before)).toEqual([32]);
  });
});

describe("a collector with limits", () => {
  let db: Db;
  beforeAll(async () => void (db = await open("pglite")));
  afterAll(() => db.close());
  // The limits' own clock stands still: a slow machine must not let a second pass between two requests.
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  const post = (desk: Desk, token: string, path: string, events: object[], address = "192.0.2.1") =>
    desk.ask(path, {
      token,
      headers: { "content-type": "application/json", "x-forwarded-for": `198.51.100.66, ${address}` },
      body: JSON.stringify(events),
    });

  const limited = (rates: Partial<Rates>) => openDesk(db, { settings: testSettings({ rates, trustedProxies: 1 }) });

  it("answers 429 with a problem and Retry-After, stores nothing of it, and takes it when it comes again", async () => {
    const desk = await limited({ installPerMinute: 2 });
    const from = `urn:earshot:install:${randomUUID()}`;
    const report = () => ({ ...newReport().event, source: from });
    expect((await post(desk, desk.ingest, "/v1/events", [report()])).status).toBe(200);
    expect((await post(desk, desk.ingest, "/v1/events", [report(), report()])).status).toBe(200);
    const over = await post(desk, desk.ingest, "/v1/events", [report()]);
    expect([over.status, over.headers.get("content-type")]).toEqual([429, "application/problem+json"]);
    expect(Number(over.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    expect(slugOf(problemSchema.parse(await over.json()))).toBe("rate-limited");
    // Another browser is not held up by it.
    const receipt = await desk.send(desk.ingest, "/v1/events", [newReport().event]);
    expect(receipt.head).toBe("4");
  });

  it("counts sessions, tokens by address, bad tokens by address, and all of an organisation", async () => {
    const config = (desk: Desk, token: string, address: string) =>
      desk.ask("/v1/config", { token, headers: { "x-forwarded-for": `203.0.113.9, ${address}` } });
    const statuses = async (desk: Desk, asked: [string, string][]) => {
      const seen: number[] = [];
      for (const [token, address] of asked) seen.push((await config(desk, token, address)).status);
      return seen;
    };
    const sessions = await limited({ sessionPerMinute: 1 });
    const of = (token: string): [string, string] => [token, "192.0.2.1"];
    expect(await statuses(sessions, [sessions.reviewer, sessions.reviewer, sessions.admin].map(of))).toEqual([
      200, 429, 200,
    ]);
    const addresses = await limited({ addressPerMinute: 1 });
    const { ingest } = addresses;
    expect(
      await statuses(addresses, [
        [ingest, "192.0.2.1"],
        [ingest, "192.0.2.1"],
        [ingest, "192.0.2.2"],
        // A guesser is counted too, and never against those who have a good token.
        ["A".repeat(43), "192.0.2.3"],
        ["B".repeat(43), "192.0.2.3"],
        [ingest, "192.0.2.3"],
      ]),
    ).toEqual([200, 429, 200, 401, 429, 200]);
    const all = await limited({ orgPerSecond: 1 });
    expect(await statuses(all, [of(all.ingest), of(all.reviewer)])).toEqual([200, 429]);
  });

  it("lets all anonymous requests and threads share one pool, whoever they come from", async () => {
    const desk = await limited({ anonymousPerSecond: 2 });
    const { id, key } = await fileReport(desk);
    const join = () => anonymous("metoo.set.v1", id, { tag: newTag(), on: true });
    const comment = envelope("comment.added.v1", id, { text: "Hm", lang: "en", visibility: "thread" });
    expect((await post(desk, desk.ingest, "/v1/anon/events", [join()], "192.0.2.1")).status).toBe(200);
    expect((await post(desk, key, `/v1/threads/${id}/events`, [comment], "192.0.2.2")).status).toBe(200);
    expect((await post(desk, desk.ingest, "/v1/anon/events", [join()], "192.0.2.3")).status).toBe(429);
    expect((await desk.ask(`/v1/threads/${id}`, { token: key })).status).toBe(429);
    expect((await post(desk, desk.ingest, "/v1/events", [newReport().event])).status).toBe(200);
  });

  it("believes no address that a client names for itself", async () => {
    const warn = vi.fn();
    const settings = testSettings({ rates: { addressPerMinute: 1 } });
    const desk = await openDesk(db, { settings, log: { ...silentLog, warn } });
    const first = await post(desk, desk.ingest, "/v1/events", [], "192.0.2.1");
    const second = await post(desk, desk.ingest, "/v1/events", [], "192.0.2.2");
    expect([first.status, second.status]).toEqual([200, 429]);
    // It says once that there seems to be a proxy.
    expect(warn).toHaveBeenCalledOnce();
  });
});

import { describe, expect, it } from "vitest";
import { readMyReports } from "@/lib/outbox/watch-my-reports";
import { readWaiting } from "@/lib/outbox/waiting";
import { clientWorld as world, posts } from "@/tests/support/client-world";

const DAY = 86_400_000;

describe("sending", () => {
  it("brings a report and what follows it, says when it was received, and asks for the thread later", async () => {
    const w = await world();
    const id = await w.file();
    await w.outbox.burden(id, { often: "daily", minutes: 5 });
    expect(await readMyReports(w.db)).toMatchObject([{ delivery: "saved", burden: { often: "daily" } }]);
    await w.engine.kick();
    expect(w.collector.docs.get(id)?.stored.doc).toMatchObject({ words: "slow", hoursAWeek: 0.416667 });
    expect(w.settled.map((row) => row.state)).toEqual(["received", "received"]);
    expect(await readMyReports(w.db)).toMatchObject([{ delivery: "received", problem: null, nextAt: null }]);
    const [mine] = await w.db.mine.toArray();
    expect((mine?.nextPollAt ?? 0) - w.clock.now()).toBeGreaterThan(20 * 60_000);
  });

  it("asks with the protocol's headers and options", async () => {
    const w = await world();
    await w.file();
    await w.engine.kick();
    const [request] = posts(w);
    expect(request?.path).toBe("/v1/events");
    expect(request?.headers.get("authorization")).toBe("Bearer it");
    expect(request?.headers.get("content-type")).toBe("application/cloudevents-batch+json");
  });

  it("does not send anonymous reports back to back when the network returns", async () => {
    const w = await world();
    for (let i = 0; i < 4; i += 1) await w.file({ anonymous: true });
    // All four are long due by now, as after a night without a network.
    w.clock.move(12 * 3_600_000);
    await w.engine.kick();
    expect(posts(w)).toHaveLength(1);
    const waiting = (await w.db.outbox.toArray()).filter((row) => row.state === "queued");
    expect(new Set(waiting.map((row) => row.nextAt)).size).toBe(3);
    for (let minute = 0; minute < 60; minute += 1) {
      w.clock.move(60_000);
      await w.engine.kick();
    }
    expect(w.collector.docs.size).toBe(4);
  });

  it.each([
    [0, 0, 0],
    [240, 15, 240],
  ])("lets what has no name wait as long as policy says: %i minutes", async (most, atLeast, atMost) => {
    const w = await world();
    w.state.policy.anonymousDelayMinutes = most;
    for (let i = 0; i < 4; i += 1) await w.file({ anonymous: true });
    const waits = (rows: { nextAt: number }[]) => rows.map(({ nextAt }) => (nextAt - w.clock.now()) / 60_000);
    const longest = Math.max(...waits(await w.db.outbox.toArray()));
    expect(longest).toBeGreaterThanOrEqual(atLeast);
    expect(longest).toBeLessThanOrEqual(atMost);
    // What waits anew since another one goes waits by the same rule.
    w.clock.move(240 * 60_000);
    await w.engine.kick();
    const queued = (await w.db.outbox.toArray()).filter((row) => row.state === "queued");
    expect(queued).toHaveLength(most === 0 ? 0 : 3);
    if (most > 0) expect(Math.max(...waits(queued))).toBeGreaterThan(10);
  });

  it("gives each route its path and credential, and each anonymous report its request", async () => {
    const w = await world();
    w.state.policy.reviewers.token = "rev";
    const named = await w.file();
    await w.file({ anonymous: true });
    await w.file({ anonymous: true });
    await w.outbox.comment(named, "more", "en");
    // Twice: when one anonymous report has gone, the other waits a new while.
    for (let round = 0; round < 2; round += 1) {
      w.clock.move(11 * 60_000);
      await w.engine.kick();
    }
    const reports = posts(w).map(({ path, headers }) => [path, headers.get("authorization")?.split(" ")[0]]);
    expect(reports).toEqual([
      ["/v1/events", "Bearer"],
      [`/v1/threads/${named}/events`, "Reply"],
      ["/v1/anon/events", "Bearer"],
      ["/v1/anon/events", "Bearer"],
    ]);
    await w.outbox.answer({ reportId: named, status: "planned", basedOn: null, text: "Soon", lang: "en" });
    await w.engine.kick();
    expect(posts(w).at(-1)?.headers.get("authorization")).toBe("Bearer rev");
  });

  it("keeps the same bytes over attempts, and waits between them by timer and alarm", async () => {
    const w = await world();
    const faults = ["network", "504-after"] as const;
    let attempt = 0;
    w.collector.fault = () => faults[attempt++] ?? null;
    const id = await w.file();
    await w.engine.kick();
    expect(await readWaiting(w.db)).toEqual({ waiting: 1, reason: "offline" });
    expect(w.timers.pending).toHaveLength(1);
    expect(w.alarms.set).toHaveBeenLastCalledWith("sync", expect.any(Number));
    for (let n = 0; n < 2; n += 1) {
      w.clock.move(11_000);
      await w.engine.kick();
    }
    expect(w.collector.stored.get(id)).toHaveLength(1);
    expect(new Set(posts(w).map(({ text }) => text)).size).toBe(1);
    expect(posts(w)).toHaveLength(3);
    expect(await readWaiting(w.db)).toEqual({ waiting: 0, reason: null });
  });

  it("waits as long as Retry-After says", async () => {
    const w = await world();
    w.collector.fault = () => "429";
    await w.file();
    await w.engine.kick();
    w.clock.move(6_999);
    await w.engine.kick();
    expect(posts(w)).toHaveLength(1);
    w.clock.move(1);
    await w.engine.kick();
    expect(posts(w)).toHaveLength(2);
  });

  it("never calls a portal's page a receipt", async () => {
    const w = await world();
    w.collector.fault = () => "html-200";
    await w.file();
    for (let n = 0; n < 3; n += 1) {
      w.clock.move(60 * 60_000);
      await w.engine.kick();
    }
    expect(await readWaiting(w.db)).toEqual({ waiting: 1, reason: "captive" });
    w.collector.fault = () => null;
    await w.engine.tryAgain();
    expect(await readWaiting(w.db)).toEqual({ waiting: 0, reason: null });
  });

  it("keeps a report that is refused where the person sees it, with the reason", async () => {
    const w = await world();
    w.collector.answer = ({ method, text }) => {
      if (method !== "POST") return null;
      const results = (JSON.parse(text) as { id: string }[]).map(({ id }) => ({
        id,
        status: "rejected",
        problem: { type: "urn:earshot:problem:invalid-event", title: "No", detail: "too long", pointer: "/data/words" },
      }));
      const receipt = { epoch: w.collector.epoch, head: "0", results, wantBlobs: [] };
      return Response.json(receipt, { headers: { "earshot-protocol": "1" } });
    };
    await w.file();
    await w.engine.kick();
    const problem = { slug: "invalid-event", detail: "too long", pointer: "/data/words" };
    expect(await readMyReports(w.db)).toMatchObject([{ delivery: "refused", problem }]);
    expect(w.settled).toMatchObject([{ state: "dead", problem }]);
  });

  it("finds the one event in a batch that is too large, and brings the others", async () => {
    const w = await world();
    const ids = [];
    for (let n = 0; n < 9; n += 1) ids.push(await w.file({ words: n === 4 ? "poison" : "fine" }));
    w.collector.fault = ({ text }) => (text.includes("poison") ? "413" : null);
    await w.engine.kick();
    expect(w.settled.filter((row) => row.state === "dead")).toMatchObject([
      { subject: ids[4], problem: { slug: "too-large" } },
    ]);
    expect(w.collector.docs.size).toBe(8);
  });

  it("compresses only where the collector's configuration says so", async () => {
    const w = await world();
    w.collector.gzip = true;
    await w.file({ words: "x".repeat(3000) });
    await w.engine.kick();
    expect(posts(w)[0]?.headers.get("content-encoding")).toBeNull();
    w.clock.move(2 * DAY);
    await w.engine.kick();
    await w.file({ words: "x".repeat(3000) });
    await w.file();
    await w.engine.kick();
    expect(posts(w).at(-1)?.headers.get("content-encoding")).toBe("gzip");
    expect(w.collector.docs.size).toBe(3);
  });

  it("keeps everything without an endpoint, and sends when there is one", async () => {
    const w = await world(null);
    await w.file();
    await w.engine.kick();
    expect(await readWaiting(w.db)).toEqual({ waiting: 1, reason: "no-endpoint" });
    w.state.policy.endpoint = "https://collector.example";
    await w.engine.tryAgain();
    expect(w.collector.docs.size).toBe(1);
  });

  it("sets aside what was written for another collector, until that one is back", async () => {
    const w = await world();
    await w.engine.kick();
    w.collector.fault = () => "network";
    await w.file();
    await w.engine.kick();
    w.collector.fault = () => null;
    w.state.policy.endpoint = "https://other.example";
    await w.engine.tryAgain();
    expect(w.collector.docs.size).toBe(0);
    expect(await readMyReports(w.db)).toMatchObject([{ delivery: "parked", parkedFor: "other-collector" }]);
    w.state.policy.endpoint = "https://collector.example";
    await w.engine.tryAgain();
    expect(w.collector.docs.size).toBe(1);
  });

  it("asks the person about what could not be sent for a month", async () => {
    const w = await world();
    w.collector.fault = () => "network";
    await w.file();
    w.clock.move(31 * DAY);
    await w.engine.kick();
    expect(await readMyReports(w.db)).toMatchObject([{ delivery: "parked", parkedFor: "expired" }]);
  });

  it("goes on at once with what a killed worker held", async () => {
    const w = await world();
    await w.file();
    await w.db.outbox.toCollection().modify({ state: "leased", owner: "gone", leaseUntil: w.clock.now() + 60_000 });
    await w.engine.kick();
    expect(w.collector.docs.size).toBe(1);
  });
});

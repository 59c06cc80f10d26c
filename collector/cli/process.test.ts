import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { receiptSchema } from "@/lib/protocol/receipt";
import { startCollectorProcess, type CollectorProcess } from "@/tests/support/collector-process";
import { copyOfTemplate } from "@/tests/support/postgres-and-pglite";
import { openPglite } from "../store/open-pglite";
import { newReport, testSettings } from "../test-kit";
import { command } from "./test-run";

/** Against hanging: each start takes seconds where the machine is busy. */
vi.setConfig({ testTimeout: 240_000 });

let work = "";
let data = "";
let running: CollectorProcess | null = null;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), "earshot-process-"));
  data = copyOfTemplate();
});
afterEach(async () => {
  await running?.end("SIGKILL");
  running = null;
  for (const path of [work, data]) rmSync(path, { recursive: true, force: true });
});

async function start(more: object = {}): Promise<CollectorProcess> {
  const file = join(work, "settings.json");
  writeFileSync(file, JSON.stringify({ ...testSettings(), ...more }));
  running = await startCollectorProcess({ data, setupFile: join(work, "setup.json"), settings: file });
  return running;
}

interface Event {
  id: string;
}

function post({ setup }: CollectorProcess, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${setup.endpoint}/v1/events`, {
    method: "POST",
    headers: { authorization: `Bearer ${setup.ingestToken}`, "content-type": "application/json", ...headers },
    body,
  });
}

async function offer(collector: CollectorProcess, events: readonly Event[]) {
  const statuses: string[] = [];
  let epoch = "";
  for (let from = 0; from < events.length; from += 100) {
    const response = await post(collector, JSON.stringify(events.slice(from, from + 100)));
    const receipt = receiptSchema.parse(await response.json());
    epoch = receipt.epoch;
    statuses.push(...receipt.results.map(({ status }) => status));
  }
  return { epoch, statuses };
}

/** Some clients that send one report after the other until nobody answers; `acknowledged` has a receipt for each. */
function keepFiling(collector: CollectorProcess, clients: number) {
  const acknowledged: Event[] = [];
  const unanswered: Event[] = [];
  const done = Promise.all(
    Array.from({ length: clients }, async () => {
      for (;;) {
        const { event } = newReport();
        try {
          const { results } = receiptSchema.parse(await (await post(collector, JSON.stringify([event]))).json());
          if (results[0]?.status === "accepted") acknowledged.push(event);
        } catch {
          unanswered.push(event);
          return;
        }
      }
    }),
  );
  return { acknowledged, unanswered, done };
}

describe("a collector that is killed while eight clients send", () => {
  it("keeps every event that it has acknowledged, lets nobody else in, and begins a new epoch", async () => {
    const kept: Event[] = [];
    const epochs: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      const collector = await start();
      const { statuses, epoch } = await offer(collector, kept);
      expect(statuses.filter((status) => status !== "duplicate")).toEqual([]);
      epochs.push(epoch);
      const filing = keepFiling(collector, 8);
      await vi.waitFor(() => expect(filing.acknowledged.length).toBeGreaterThan(30), 60_000);
      if (round === 0) {
        expect(await command(["serve", "--port", "0", "--data", data])).toMatchObject({
          code: 2,
          err: expect.stringContaining(`is in use by another collector (process ${collector.pid})`),
        });
      }
      await collector.end("SIGKILL");
      await filing.done;
      kept.push(...filing.acknowledged);
    }
    // A token command in between must not make the folder look as if it had been closed in good order.
    expect((await command(["token", "list", "--data", data])).out).toContain("reviewer");
    const last = await start();
    expect(last.said()).toContain("a new epoch begins");
    const { statuses, epoch } = await offer(last, kept);
    expect(statuses).toEqual(kept.map(() => "duplicate"));
    expect(new Set([...epochs.slice(1), epoch]).size).toBe(2);
    expect(await last.end("SIGTERM")).toBe(0);
  });
});

describe("a collector that is asked to end while eight clients send", () => {
  it("answers all that it has taken in, takes in nothing more, and closes its database in good order", async () => {
    const collector = await start();
    const filing = keepFiling(collector, 8);
    // And one whose request is still on its way when the end comes.
    const { event: last } = newReport();
    const slow = beginPost(collector, JSON.stringify([last]));
    await vi.waitFor(() => expect(filing.acknowledged.length).toBeGreaterThan(30), 60_000);
    const ended = collector.end("SIGTERM");
    await vi.waitFor(() => expect(collector.said()).toContain("Stopping."), 60_000);
    expect(await slow.finish()).toContain('"status":"accepted"');
    filing.acknowledged.push(last);
    expect(await ended).toBe(0);
    await filing.done;
    expect(["clean", "lock"].map((name) => existsSync(join(data, name)))).toEqual([true, false]);
    const { db, recovery } = await openPglite(data);
    expect(recovery).toBeNull();
    const stored = (await db.query<Event>("select id from event")).map(({ id }) => id);
    await db.close();
    const acknowledged = new Set(filing.acknowledged.map(({ id }) => id));
    expect(stored.filter((id) => !acknowledged.has(id))).toEqual([]);
    expect(stored).toHaveLength(acknowledged.size);
    // Each client has noticed by a request that was not answered; of none of these is anything stored.
    expect(filing.unanswered).toHaveLength(8);
  });
});

describe("a collector at work", () => {
  it("answers 200 MB out of 194 KB of gzip with 413, twenty at once, in no more memory", async () => {
    const collector = await start();
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024, 0x20), { level: 9 });
    expect(bomb.byteLength).toBeLessThan(200 * 1024);
    await offer(collector, [newReport().event]);
    const before = mostMemoryOf(collector);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post(collector, bomb, { "content-encoding": "gzip" })),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 413));
    // Each may hold 1 MiB packed and 1 MiB unpacked; unpacked altogether they are 4 GB.
    expect(mostMemoryOf(collector) - before).toBeLessThan(150 * 1024 * 1024);
    expect(await offer(collector, [newReport().event])).toMatchObject({ statuses: ["accepted"] });
  });

  it("writes no word, name, key, token or address into its log, whatever happens", async () => {
    const collector = await start({ trustedProxies: 1 });
    const { setup } = collector;
    const forwarded = { "x-forwarded-for": "203.0.113.77" };
    const report = newReport({ words: "canary-words", reporter: { name: "Canary Name" } });
    await post(collector, JSON.stringify([report.event]), forwarded);
    await post(collector, '[{"canary-words', forwarded);
    await post(collector, JSON.stringify([{ ...report.event, data: { words: "canary-words" } }]), forwarded);
    for (const path of [
      `/v1/threads/${report.id}`,
      "/v1/changes?since=canary-words",
      "/canary-words",
      "/v1/anon/events",
    ]) {
      const authorization = `Reply ${report.key.slice("reply:".length)}`;
      await fetch(setup.endpoint + path, { headers: { authorization, ...forwarded } });
      await fetch(setup.endpoint + path, { headers: { authorization: `Bearer ${setup.ingestToken}`, ...forwarded } });
    }
    expect(await collector.end("SIGTERM")).toBe(0);
    const said = collector.said();
    expect(said).toContain("Stopping.");
    for (const secret of [
      "canary",
      "Canary",
      "203.0.113",
      report.id,
      report.key.slice(6),
      setup.ingestToken,
      setup.reviewerToken,
      setup.adminToken,
    ]) {
      expect(said).not.toContain(secret);
    }
  });
});

/** A request of which all but the last byte is sent; `finish` sends that, and gives the whole answer. */
function beginPost({ setup }: CollectorProcess, body: string) {
  const socket = connect(Number(new URL(setup.endpoint).port), "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk: Buffer) => (answer += chunk.toString()));
  socket.on("error", () => {});
  const headers = [
    "POST /v1/events HTTP/1.1",
    "Host: collector",
    `Authorization: Bearer ${setup.ingestToken}`,
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.write(`${headers.join("\r\n")}\r\n\r\n${body.slice(0, -1)}`);
  return {
    async finish(): Promise<string> {
      const closed = once(socket, "close");
      if (socket.closed) return answer;
      socket.write(body.slice(-1));
      await closed;
      return answer;
    },
  };
}

/** The most that a process has ever held, in bytes; 0 where the system does not say (only Linux does). */
function mostMemoryOf({ pid }: CollectorProcess): number {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return 0;
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(path, "utf8"))?.[1] ?? 0) * 1024;
}

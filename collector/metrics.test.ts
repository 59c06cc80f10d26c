import { expect, it } from "vitest";
import { onBothEngines } from "@/tests/support/postgres-and-pglite";
import {
  anonymous,
  envelope,
  fileReport,
  newReport,
  newShot,
  newTag,
  openDesk,
  putShot,
  testSettings,
} from "./test-kit";

onBothEngines("the metrics", (db) => {
  it("are sums on a port of their own, and name nobody", async () => {
    const desk = await openDesk(db(), { settings: testSettings({ rates: { sessionPerMinute: 3 } }) });
    const { endpoint } = await desk.collector.listenForMetrics({ host: "127.0.0.1", port: 0 });
    const shot = newShot();
    const report = await fileReport(desk, { words: "Nobody's business", attachments: [shot.attachment] });
    await putShot(desk, shot);
    await desk.send(desk.ingest, "/v1/events", [report.event, newReport({ words: "x".repeat(5000) }).event]);
    await desk.send(desk.ingest, "/v1/anon/events", [
      anonymous("metoo.set.v1", report.id, { tag: newTag(), on: true }),
    ]);
    await desk.ask("/v1/events", { token: desk.ingest, body: "[]", headers: { "content-type": "text/plain" } });
    const thread = await desk.ask(`/v1/threads/${report.id}`, { token: report.key });
    const etag = thread.headers.get("etag") ?? "";
    await desk.ask(`/v1/threads/${report.id}`, { token: report.key, headers: { "if-none-match": etag } });
    for (let asked = 0; asked < 4; asked += 1) await desk.ask("/v1/changes", { token: desk.reviewer });
    // Somebody restored the database beside us.
    await db().query("update feed set epoch = gen_random_uuid() where org = $1", [desk.org]);
    await desk.send(desk.ingest, "/v1/events", [envelope("mood.set.v1", report.id, {})]);

    const response = await fetch(`${endpoint}/metrics`);
    expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await response.text();
    for (const line of [
      'earshot_events_total{status="accepted"} 3',
      'earshot_events_total{status="duplicate"} 1',
      'earshot_events_total{status="rejected"} 1',
      'earshot_rejected_events_total{slug="invalid-event"} 1',
      'earshot_refused_requests_total{slug="unsupported-media-type"} 1',
      'earshot_refused_requests_total{slug="rate-limited"} 1',
      'earshot_rate_limited_total{pool="session"} 1',
      'earshot_polls_total{what="changes",status="200"} 3',
      'earshot_polls_total{what="thread",status="304"} 1',
      "earshot_epoch_changes_total 1",
      `earshot_blob_bytes_total ${shot.attachment.size}`,
      "earshot_receipt_seconds_count 4",
      "earshot_group_events_sum 4",
      "earshot_feed_lock_wait_seconds_count 4",
    ]) {
      expect(text.split("\n")).toContain(line);
    }
    expect(text).toContain("process_resident_memory_bytes");
    for (const secret of [report.id, desk.ingest.slice(3, 15), "Nobody", "erp.example", "Kim", "Robin"]) {
      expect(text).not.toContain(secret);
    }
    expect((await fetch(endpoint)).status).toBe(404);
    // Clients do not find them.
    expect((await desk.ask("/metrics", { token: desk.admin })).status).toBe(404);
    await desk.collector.close();
    await expect(fetch(`${endpoint}/metrics`)).rejects.toThrow();
  });
});

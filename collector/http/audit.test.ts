import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { auditPageSchema, type AuditEntry } from "@/collector/audit/audit-trail";
import { onBothEngines } from "@/tests/support/postgres-and-pglite";
import { fileReport, newReport, newShot, openDesk, putShot, takeBack, type Desk } from "../test-kit";

const AT = "2026-03-04T09:00:00.000Z";

async function trail(desk: Desk, query = ""): Promise<AuditEntry[]> {
  const response = await desk.ask(`/v1/admin/audit${query}`, { token: desk.admin });
  expect(response.status).toBe(200);
  return auditPageSchema.parse(await response.json()).entries;
}

function opened(desk: Desk, ids: readonly string[], token = desk.reviewer): Promise<Response> {
  const body = JSON.stringify({ opened: ids.map((id) => ({ id, at: AT })) });
  return desk.ask("/v1/reports/opened", { token, headers: { "content-type": "application/json" }, body });
}

const ofReading = (entries: AuditEntry[]) => entries.filter(({ action }) => !action.startsWith("token."));

onBothEngines("the audit trail", (db) => {
  it("says who opened which named report, and when; nothing of those without a name", async () => {
    const desk = await openDesk(db());
    const named = await fileReport(desk);
    const nameless = newReport({}, "anon");
    await desk.send(desk.ingest, "/v1/anon/events", [nameless.event]);
    const gone = await fileReport(desk);
    await takeBack(desk, gone);
    expect((await opened(desk, [named.id, nameless.id, gone.id, randomUUID()])).status).toBe(204);
    expect(ofReading(await trail(desk))).toMatchObject([
      { actor: "Robin", action: "report.opened", target: named.id, detail: { openedAt: AT } },
    ]);
  });

  it("is not for reviewers, nor for clients", async () => {
    const desk = await openDesk(db());
    expect((await desk.ask("/v1/admin/audit", { token: desk.reviewer })).status).toBe(403);
    expect((await opened(desk, [randomUUID()], desk.ingest)).status).toBe(403);
    expect((await opened(desk, [])).status).toBe(400);
    expect((await opened(desk, ["x"])).status).toBe(400);
  });

  it("says once that all was copied, and who read the picture of a named report", async () => {
    const desk = await openDesk(db());
    const shot = newShot();
    const report = await fileReport(desk, { attachments: [shot.attachment] });
    expect((await putShot(desk, shot)).status).toBe(201);
    const first = await desk.ask("/v1/changes?limit=1", { token: desk.reviewer });
    const { next } = (await first.json()) as { next: string };
    await desk.ask(`/v1/changes?since=${next}`, { token: desk.reviewer });
    // The person's own look at it is nobody's business.
    await desk.ask(`/v1/blobs/${shot.sha256}`, { token: report.key });
    await desk.ask(`/v1/blobs/${shot.sha256}`, { token: desk.reviewer });
    const said = ofReading(await trail(desk)).map(({ actor, action, target }) => [actor, action, target]);
    expect(said).toHaveLength(2);
    expect(said).toContainEqual(["Robin", "reports.copied", null]);
    expect(said).toContainEqual(["Robin", "picture.read", report.id]);
  });

  it("is read page by page, newest first", async () => {
    let now = Date.parse("2026-01-01T00:00:00Z");
    const desk = await openDesk(db(), { now: () => new Date(now) });
    const report = await fileReport(desk);
    for (let n = 0; n < 5; n += 1) {
      now += 1000;
      await opened(desk, [report.id]);
    }
    const seen: AuditEntry[] = [];
    for (let before: string | null = ""; before !== null;) {
      const query = `?limit=2${before && `&before=${before}`}`;
      const response = await desk.ask(`/v1/admin/audit${query}`, { token: desk.admin });
      const page = auditPageSchema.parse(await response.json());
      seen.push(...page.entries);
      before = page.next;
    }
    expect(ofReading(seen)).toHaveLength(5);
    expect(seen.map(({ at }) => at)).toEqual(seen.map(({ at }) => at).toSorted((a, b) => (a < b ? 1 : -1)));
    expect((await desk.ask("/v1/admin/audit?before=x", { token: desk.admin })).status).toBe(400);
  });

  it("goes after the months that the organisation keeps it", async () => {
    let now = Date.parse("2026-01-01T00:00:00Z");
    const desk = await openDesk(db(), { now: () => new Date(now) });
    const report = await fileReport(desk);
    await opened(desk, [report.id]);
    now = Date.parse("2028-01-02T00:00:00Z");
    await desk.collector.nightly();
    const admin = (await desk.collector.tokens.create("admin", "Alex", "test")).token;
    expect(ofReading(await trail({ ...desk, admin }))).toEqual([]);
  });
});

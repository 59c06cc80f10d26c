import { expect, it } from "vitest";
import { changesPageSchema, threadDocSchema } from "@/lib/protocol/documents";
import { onBothEngines } from "@/tests/support/postgres-and-pglite";
import { envelope, fileReport, openDesk, outcomes } from "../test-kit";

const REF = { system: "Jira", key: "OPS-1", url: "https://tracker.example/OPS-1" };

onBothEngines("how IT deals with a report", (db) => {
  it("is seen by reviewers, never by the reporter, and said by reviewers only", async () => {
    const desk = await openDesk(db());
    const report = await fileReport(desk);
    const said = envelope("triage.set.v1", report.id, {
      assignee: "Somebody at IT",
      labels: ["wish"],
      externalRefs: [REF],
    });
    expect(outcomes(await desk.send(desk.reviewer, "/v1/events", [said]), [said])).toEqual(["accepted"]);

    const changes = await desk.ask("/v1/changes", { token: desk.reviewer });
    const { items } = changesPageSchema.parse(await changes.json());
    expect(items[0]).toMatchObject({
      doc: { triage: { assignee: "Somebody at IT", labels: ["wish"], externalRefs: [REF] } },
    });
    const thread = await (await desk.ask(`/v1/threads/${report.id}`, { token: report.key })).text();
    expect(threadDocSchema.parse(JSON.parse(thread)).status).toBe("new");
    for (const secret of ["Somebody at IT", "wish", "OPS-1"]) expect(thread).not.toContain(secret);

    const theirs = envelope("triage.set.v1", report.id, { labels: ["urgent"] });
    const receipt = await desk.send(report.key, `/v1/threads/${report.id}/events`, [theirs]);
    expect(outcomes(receipt, [theirs])).toEqual(["rejected forbidden"]);
  });

  it.each([
    { labels: [""] },
    { labels: Array.from({ length: 21 }, (_, n) => `label ${n}`) },
    { assignee: "x".repeat(121) },
    { externalRefs: [{ ...REF, url: "javascript:alert(1)" }] },
    { externalRefs: [{ ...REF, url: "not an address" }] },
  ])("refuses %j", async (data) => {
    const desk = await openDesk(db());
    const report = await fileReport(desk);
    const said = envelope("triage.set.v1", report.id, data);
    const [outcome] = outcomes(await desk.send(desk.reviewer, "/v1/events", [said]), [said]);
    expect(outcome).toMatch(/^rejected invalid/);
  });
});

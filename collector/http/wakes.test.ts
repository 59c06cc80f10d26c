import { expect, it } from "vitest";
import { changesPageSchema } from "@/lib/protocol/documents";
import { onBothEngines } from "@/tests/support/postgres-and-pglite";
import { envelope, fileReport, newReport, openDesk, type Desk } from "../test-kit";

const LATER = "2026-03-05T10:20:30.456Z";

async function docOf(desk: Desk, id: string) {
  const response = await desk.ask("/v1/changes", { token: desk.reviewer });
  const { items } = changesPageSchema.parse(await response.json());
  const found = items.find((item) => item.id === id);
  if (!found || !("doc" in found)) throw new Error("no such report");
  return { ...found.doc, rev: found.rev };
}

onBothEngines("a slow page that was put right", (db) => {
  const open = (now: string) => openDesk(db(), { now: () => new Date(now) });

  it("needs another look when somebody finds it slow again", async () => {
    const desk = await open(LATER);
    const [older, fixed, elsewhere] = [
      await fileReport(desk),
      await fileReport(desk),
      await fileReport(desk, { context: { origin: "https://erp.example.com", path: "/stock" } }),
    ];
    const done = (id: string, time: string) =>
      envelope("status.set.v1", id, { status: "done", basedOn: null, note: "Quick now" }, { time });
    await desk.send(desk.reviewer, "/v1/events", [
      done(older.id, "2026-03-04T11:00:00.000Z"),
      done(fixed.id, "2026-03-04T12:00:00.000Z"),
      done(elsewhere.id, "2026-03-04T12:00:00.000Z"),
    ]);
    const before = await docOf(desk, fixed.id);
    // Written before the fix, and held up on its way.
    await fileReport(desk);
    expect((await docOf(desk, fixed.id)).attention).toBeNull();

    const again = newReport();
    await desk.send(desk.ingest, "/v1/events", [{ ...again.event, time: "2026-03-05T09:00:00.000Z" }]);
    const after = await docOf(desk, fixed.id);
    expect(after).toMatchObject({ attention: "slow-again", status: "done" });
    expect(BigInt(after.rev)).toBeGreaterThan(BigInt(before.rev));
    // One is enough to tell IT, and another page is another matter.
    expect((await docOf(desk, older.id)).attention).toBeNull();
    expect((await docOf(desk, elsewhere.id)).attention).toBeNull();
    expect((await docOf(desk, again.id)).attention).toBeNull();
  });

  it("is woken by nothing else that is said there, and sleeps again once IT has answered", async () => {
    const desk = await open(LATER);
    const fixed = await fileReport(desk);
    const done = envelope(
      "status.set.v1",
      fixed.id,
      { status: "done", basedOn: null },
      { time: "2026-03-04T12:00:00Z" },
    );
    await desk.send(desk.reviewer, "/v1/events", [done]);
    const say = (kind: "slow" | "broken") =>
      desk.send(desk.ingest, "/v1/events", [{ ...newReport({ kind }).event, time: "2026-03-05T09:00:00.000Z" }]);
    await say("broken");
    expect((await docOf(desk, fixed.id)).attention).toBeNull();
    await say("slow");
    expect((await docOf(desk, fixed.id)).attention).toBe("slow-again");
    const comment = { text: "We look at it", lang: "en", visibility: "thread" };
    await desk.send(desk.reviewer, "/v1/events", [envelope("comment.added.v1", fixed.id, comment)]);
    expect((await docOf(desk, fixed.id)).attention).toBeNull();
  });
});

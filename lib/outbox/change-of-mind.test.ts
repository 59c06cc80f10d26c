import { expect, it, vi } from "vitest";
import { withBodies } from "@/lib/database/items";
import { writeKv } from "@/lib/database/kv-values";
import { freshDatabase, worldDeps } from "@/tests/support/fake-world";
import { createOutbox } from "./outbox";

const text = { words: "slow", lang: "en", goal: "", kind: null, burden: {}, context: null, picture: null };
const here = { siteName: null, draftKey: null };

/** A report that was refused, with a comment and a burden behind it. */
async function world(anonymous = false) {
  const db = freshDatabase();
  await writeKv(db, "name", "Ada");
  const deps = worldDeps();
  const onBegin = vi.fn();
  const outbox = createOutbox({ db, ...deps }, () => {}, onBegin);
  const filed = await outbox.create({ ...text, anonymous }, here);
  if (!filed.ok) throw new Error(filed.reason);
  await outbox.comment(filed.reportId, "and what is more", "en");
  await outbox.burden(filed.reportId, { often: "daily" });
  await db.outbox.filter((row) => row.type === "org.earshot.report.created.v1").modify({ state: "dead" });
  return { db, outbox, onBegin, id: filed.reportId };
}

it("makes one report of a refused one, however often it is pressed", async () => {
  const w = await world();
  const outcomes = await Promise.all([w.outbox.resend(w.id, "better"), w.outbox.resend(w.id, "better")]);
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(await w.db.mine.count()).toBe(1);
});

it.each([false, true])("takes what waited behind a refused report along (anonymous: %s)", async (anonymous) => {
  const w = await world(anonymous);
  const before = await w.db.outbox.toArray();
  const again = await w.outbox.resend(w.id, "better");
  if (!again.ok) throw new Error(again.reason);
  const rows = await withBodies(w.db, await w.db.outbox.orderBy("order").toArray());
  // The burden is in the report itself.
  expect(rows.map(({ type, subject, route, state }) => ({ type, subject, route, state }))).toEqual([
    {
      type: "org.earshot.report.created.v1",
      subject: again.reportId,
      route: anonymous ? "anon" : "ingest",
      state: "queued",
    },
    { type: "org.earshot.comment.added.v1", subject: again.reportId, route: "thread", state: "queued" },
  ]);
  expect(JSON.parse(rows[1]?.body ?? "")).toMatchObject({
    subject: again.reportId,
    data: { text: "and what is more", lang: "en", visibility: "thread" },
  });
  expect(rows[1]?.body.includes("urn:earshot:anon")).toBe(anonymous);
  expect(rows[1]?.body).not.toContain(w.id);
  expect(before.map((row) => row.id)).not.toContain(rows[1]?.id);
});

it.each(["dead", "parked"] as const)(
  "goes again without the name that the organisation wants no more (%s)",
  async (state) => {
    const w = await world();
    await w.db.outbox.filter((row) => row.type === "org.earshot.report.created.v1").modify({ state });
    const again = await w.outbox.resend(w.id, "slow", true);
    if (!again.ok) throw new Error(again.reason);
    expect(again.reportId).not.toBe(w.id);
    const rows = await w.db.bodies.toArray();
    expect(rows).toHaveLength(2);
    for (const { body } of rows) expect(body).toMatch(/"source":"urn:earshot:anon"/);
    expect(JSON.stringify(rows)).not.toContain("Ada");
    expect((await w.db.mine.get(again.reportId))?.identity).toBe("anon");
  },
);

it("sees to it that the worker comes back before it stores anything", async () => {
  const w = await world();
  const [said, stored] = [w.onBegin.mock.calls.length, await w.db.outbox.count()];
  const saving = w.outbox.comment(w.id, "once more", "en");
  expect(w.onBegin).toHaveBeenCalledTimes(said + 1);
  await saving;
  expect(await w.db.outbox.count()).toBe(stored + 1);
});

import { expect, test } from "vitest";
import { readKv, writeKv } from "@/lib/database/kv-values";
import { clientWorld } from "@/tests/support/client-world";
import { readChanges } from "@/lib/protocol/read-changes";

type Changes = { items: { id: string; doc: Record<string, unknown> }[] };

/** A reviewer's client, of whose feed `change` makes what a newer collector might send. */
async function newerFeed(change: (page: Changes) => void) {
  const w = await clientWorld();
  const ids = [await w.file({ words: "first" }), await w.file({ words: "second" }), await w.file({ words: "third" })];
  await w.engine.kick();
  w.state.policy.reviewers.token = "rev";
  w.collector.answer = async (request) => {
    if (!request.path.startsWith("/v1/changes")) return null;
    const { answer } = w.collector;
    w.collector.answer = null;
    const real = await w.collector.fetch(`https://collector.example${request.path}`, { headers: request.headers });
    w.collector.answer = answer;
    if (real.status !== 200) return real;
    const page = (await real.json()) as Changes;
    change(page);
    return new Response(JSON.stringify(page), { headers: real.headers });
  };
  await w.engine.refresh();
  return { ...w, ids };
}

const docOf = (page: Changes, words: string) => page.items.find(({ doc }) => doc.words === words)?.doc ?? {};

test("one document that is beyond us does not keep the others away, and is told anew after an update", async () => {
  const w = await newerFeed((page) => Object.assign(docOf(page, "second"), { v: 2, words: { rich: true } }));
  expect((await w.db.reports.toArray()).map(({ doc }) => doc.words).toSorted()).toEqual(["first", "third"]);
  expect(await readKv(w.db, "newer")).toEqual({ version: "1.2.3", skipped: [w.ids[1]], partly: [] });
  w.collector.answer = null;
  await w.engine.refresh();
  expect(await w.db.reports.count()).toBe(2);
  await writeKv(w.db, "newer", { version: "1.2.2", skipped: [w.ids[1] ?? ""], partly: [] });
  await w.engine.refresh();
  expect(await w.db.reports.count()).toBe(3);
  expect(await readKv(w.db, "newer")).toBeNull();
});

test("what can be read of a newer document is kept, and that something is missing", async () => {
  const entry = { seq: "9", by: { kind: "reviewer", name: "Jonas" }, at: "2026-11-20T08:00:00.000Z", applied: true };
  const said = { ...entry, id: crypto.randomUUID(), visibility: "thread", text: "Hold on" };
  const w = await newerFeed((page) => {
    const doc = docOf(page, "second");
    Object.assign(doc, { status: "waiting", kind: "loud", attention: "angry", mood: 3 });
    Object.assign(doc, { burden: { often: "yearly", minutes: 5 } });
    doc.timeline = [
      { ...said, type: "voice.added" },
      { ...said, type: "status.set", status: "waiting" },
      { ...said, type: "comment.added", by: { kind: "robot", name: "R" } },
      { ...said, type: "comment.added", reactions: ["+1"] },
    ];
  });
  const rows = await w.db.reports.toArray();
  expect(rows).toHaveLength(3);
  const row = rows.find(({ id }) => id === w.ids[1]);
  expect(row).toMatchObject({
    partly: true,
    status: "heard",
    doc: { words: "second", status: "heard", kind: "other", attention: "look-again", burden: { minutes: 5 } },
  });
  expect(row?.doc.timeline.map(({ type, status }) => [type, status])).toEqual([
    ["status.set", undefined],
    ["comment.added", undefined],
  ]);
  expect(rows.filter(({ partly }) => partly)).toHaveLength(1);
});

test.each([
  ["without people", { people: "many" }],
  ["about a page of nowhere", { context: { origin: 7 } }],
  ["that is none", null],
])("a document %s is passed over", async (_name, wrong) => {
  const w = await newerFeed((page) => {
    const item = page.items.find(({ doc }) => doc.words === "second");
    if (item) item.doc = wrong === null ? (null as never) : { ...item.doc, ...wrong };
  });
  expect(await w.db.reports.count()).toBe(2);
  expect(await readKv(w.db, "newer")).toMatchObject({ skipped: [w.ids[1]] });
});

test("what is no page of changes is still none", () => {
  expect(readChanges({ items: [] })).toBeNull();
  expect(readChanges("<html>")).toBeNull();
});

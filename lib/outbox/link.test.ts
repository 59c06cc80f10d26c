import { expect, it } from "vitest";
import { freshDatabase, worldDeps } from "@/tests/support/fake-world";
import { createOutbox } from "./outbox";

const A = "00000000-0000-4000-8000-00000000000a";
const B = "00000000-0000-4000-8000-00000000000b";

function world() {
  const db = freshDatabase();
  const deps = worldDeps();
  return { db, ...deps, outbox: createOutbox({ db, ...deps }, () => {}) };
}

it("waits for ten seconds before it leaves, as a reviewer's event", async () => {
  const { db, clock, outbox } = world();
  const eventId = await outbox.link(A, B);
  const rows = await db.outbox.toArray();
  expect(rows).toMatchObject([
    { id: eventId, subject: A, route: "session", state: "queued", nextAt: clock.now() + 10_000 },
  ]);
  expect(JSON.parse((await db.bodies.get(eventId ?? ""))?.body ?? "")).toMatchObject({
    type: "org.earshot.report.linked.v1",
    source: "urn:earshot:reviewer",
    data: { into: B },
  });
});

it("can be undone until it was on its way", async () => {
  const { db, outbox } = world();
  const first = await outbox.link(A, B);
  expect(await outbox.undo([first ?? ""])).toBe(true);
  expect(await Promise.all([db.outbox.count(), db.bodies.count()])).toEqual([0, 0]);
  expect(await outbox.undo([first ?? ""])).toBe(false);
  const second = await outbox.link(A, null);
  await db.outbox.toCollection().modify({ state: "leased", attempt: 1 });
  expect(await outbox.undo([second ?? ""])).toBe(false);
  await db.outbox.toCollection().modify({ state: "queued" });
  expect(await outbox.undo([second ?? ""])).toBe(false);
  // Received once, and offered again after the collector was restored: that it is here anew does not make it unsaid.
  await db.outbox.toCollection().modify({ attempt: 0, receivedAt: 1 });
  expect(await outbox.undo([second ?? ""])).toBe(false);
  expect(await db.outbox.count()).toBe(1);
});

it("says one thing of many reports, which goes back as a whole or not at all", async () => {
  const { db, outbox } = world();
  const answer = { status: "planned", basedOn: null, text: "In May", lang: "en" } as const;
  const all = await outbox.all([
    { answer: { ...answer, reportId: A } },
    { answer: { ...answer, reportId: B, text: " ", status: "declined" } },
    { triage: { reportId: B, labels: ["May"] } },
  ]);
  // A reason is missing for the second: it is not saved, and the others are.
  expect((await db.outbox.toArray()).map(({ id }) => id)).toEqual(all);
  expect(all).toHaveLength(2);
  await db.outbox.where("subject").equals(B).modify({ attempt: 1 });
  expect(await outbox.undo(all)).toBe(false);
  expect(await db.outbox.count()).toBe(2);
  await db.outbox.toCollection().modify({ attempt: 0 });
  expect(await outbox.undo(all)).toBe(true);
  expect(await db.outbox.count()).toBe(0);
});

it("keeps a note among colleagues, and says who looks after a report", async () => {
  const { db, outbox } = world();
  expect(await outbox.note({ reportId: A, text: "Ask the vendor", lang: "en" })).toBe(true);
  expect(await outbox.note({ reportId: A, text: "  ", lang: "en" })).toBe(false);
  expect(await outbox.triage({ reportId: A, assignee: "Kim" })).toBe(true);
  expect(await outbox.triage({ reportId: A, labels: [""] })).toBe(false);
  const said = (await db.bodies.toArray()).map(({ body }) => (JSON.parse(body) as { data: object }).data);
  expect(said).toEqual(
    expect.arrayContaining([{ text: "Ask the vendor", lang: "en", visibility: "internal" }, { assignee: "Kim" }]),
  );
});

it("publishes what fits, to be undone for a while, and takes it away by a title of null", async () => {
  const { db, clock, outbox } = world();
  const said = { reportId: A, title: "Search forgets the filter", workaround: "Use a new tab", lang: "en" };
  const eventId = await outbox.publish({ ...said, texts: { de: { title: "Die Suche vergisst den Filter" } } });
  expect(await db.outbox.toArray()).toMatchObject([
    { id: eventId, subject: A, route: "session", nextAt: clock.now() + 10_000 },
  ]);
  expect(await outbox.publish({ ...said, title: " " })).toBeNull();
  expect(await outbox.publish({ ...said, workaround: "x".repeat(601) })).toBeNull();
  expect(await outbox.publish({ ...said, texts: { de: { title: "x".repeat(121) } } })).toBeNull();
  expect(await db.outbox.count()).toBe(1);
  expect(await outbox.publish({ reportId: A, title: null, lang: "en" })).not.toBeNull();
});

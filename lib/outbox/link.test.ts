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
  expect(JSON.parse(rows[0]?.body ?? "")).toMatchObject({
    type: "org.earshot.report.linked.v1",
    source: "urn:earshot:reviewer",
    data: { into: B },
  });
});

it("can be undone until it was on its way", async () => {
  const { db, outbox } = world();
  const first = await outbox.link(A, B);
  expect(await outbox.undo(first ?? "")).toBe(true);
  expect(await db.outbox.count()).toBe(0);
  expect(await outbox.undo(first ?? "")).toBe(false);
  const second = await outbox.link(A, null);
  await db.outbox.toCollection().modify({ state: "leased", attempt: 1 });
  expect(await outbox.undo(second ?? "")).toBe(false);
  await db.outbox.toCollection().modify({ state: "queued" });
  expect(await outbox.undo(second ?? "")).toBe(false);
  expect(await db.outbox.count()).toBe(1);
});

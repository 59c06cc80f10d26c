import { IDBKeyRange, indexedDB } from "fake-indexeddb";
import { expect, it } from "vitest";
import { createOutbox } from "@/lib/outbox/outbox";
import { HERE, REPORT } from "@/tests/support/client-world";
import { worldDeps } from "@/tests/support/fake-world";
import { EarshotDatabase } from "./open";

const engine = { indexedDB, IDBKeyRange };

function opened(name: string, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(new Error("no such version")));
  });
}

it("tells the person where an old context holds an upgrade up, and saves when it has let go", async () => {
  const old = await opened("blocked", 10);
  const db = new EarshotDatabase("blocked", engine);
  const outbox = createOutbox({ db, ...worldDeps() }, () => {});
  expect(await outbox.create(REPORT, HERE)).toEqual({ ok: false, reason: "storage" });
  expect(await outbox.create(REPORT, HERE)).toEqual({ ok: false, reason: "storage" });
  old.close();
  await expect.poll(() => outbox.create(REPORT, HERE)).toMatchObject({ ok: true });
  expect(await db.outbox.count()).toBe(1);
  db.close();
});

it("lets go of the database where a newer version wants it", async () => {
  const db = new EarshotDatabase("outdated", engine);
  await db.open();
  const newer = await opened("outdated", 990);
  expect(newer.version).toBe(990);
  newer.close();
  db.close();
});

it("opens the database anew where it was closed under it", async () => {
  const db = new EarshotDatabase("closed", engine);
  const outbox = createOutbox({ db, ...worldDeps() }, () => {});
  expect(await outbox.create(REPORT, HERE)).toMatchObject({ ok: true });
  // As when a browser runs into trouble with its own files.
  db.backendDB().close();
  expect(await outbox.create(REPORT, HERE)).toMatchObject({ ok: true });
  expect(await db.outbox.count()).toBe(2);
  db.close();
});

import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { readMyReports } from "@/lib/outbox/watch-my-reports";
import { clientWorld } from "@/tests/support/client-world";
import { onBothEngines } from "@/tests/support/postgres-and-pglite";
import type { Db } from "../store/db";
import { openDesk, type Desk } from "../test-kit";

const DAY_MS = 86_400_000;
const TABLES = ["event", "report", "voice", "blob"];

/** Copies what the database holds of an organisation; gives the function that brings it back, under a new epoch. */
async function backUp(db: Db, org: string): Promise<() => Promise<void>> {
  const [feed] = await db.query<{ head: bigint }>("select head from feed where org = $1", [org]);
  for (const table of TABLES) await db.query(`create table ${org}_${table} as select * from ${table}`);
  return async () => {
    for (const table of TABLES) {
      await db.query(`delete from ${table} where org = $1`, [org]);
      await db.query(`insert into ${table} select * from ${org}_${table} where org = $1`, [org]);
    }
    await db.query("update feed set head = $2, epoch = $3::uuid where org = $1", [org, feed?.head, randomUUID()]);
  };
}

onBothEngines("a collector that was restored from a backup", (db) => {
  /** The real client, with the real collector in place of a network. */
  async function client(desk: () => Desk) {
    const asked: string[] = [];
    const world = await clientWorld("https://collector.test", (address, init) => {
      const request = new Request(address, init);
      if (request.method !== "GET") asked.push(`${request.method} ${new URL(address).pathname}`);
      return desk().collector.fetch(request);
    });
    world.state.policy.ingestToken = desk().ingest;
    await world.engine.tryAgain();
    return { ...world, asked };
  }

  it("is told again what was taken back since, before anything else, and keeps nothing of it", async () => {
    let desk = await openDesk(db());
    const w = await client(() => desk);
    const words = "Nobody must ever read this again";
    const [id, other] = [await w.file({ words }), await w.file({ words: "This may stay" })];
    await w.engine.kick();
    const key = `reply:${(await w.db.mine.get(id))?.replyKey}`;
    const restore = await backUp(db(), desk.org);
    await w.outbox.takeBack(id);
    await w.engine.kick();
    const gone = await desk.ask(`/v1/threads/${id}`, { token: key });
    expect(gone.status).toBe(410);

    await restore();
    // Another process, as after every restoring.
    desk = await openDesk(db(), { org: desk.org });
    expect((await desk.ask(`/v1/threads/${id}`, { token: key })).status).toBe(200);
    w.asked.length = 0;
    w.clock.move(DAY_MS);
    await w.engine.kick();
    expect(w.asked).toEqual([`DELETE /v1/threads/${id}`]);
    w.clock.move(DAY_MS);
    await w.engine.kick();
    expect(w.asked).toEqual([`DELETE /v1/threads/${id}`, "POST /v1/events"]);

    expect((await desk.ask(`/v1/threads/${id}`, { token: key })).status).toBe(410);
    const told = await (await desk.ask("/v1/changes", { token: desk.reviewer })).json();
    expect(told).toMatchObject({
      items: [
        { id: other, doc: { words: "This may stay" } },
        { id, erased: true },
      ],
    });
    const events = await db().query("select body from event where subject = $1", [id]);
    expect(events).toEqual([{ body: null }, { body: null }]);
    const states = new Map((await readMyReports(w.db)).map((report) => [report.id, report.takenBack?.state]));
    expect([states.get(id), states.get(other)]).toEqual(["gone", undefined]);
  });

  it("that is older than the report is not given it", async () => {
    let desk = await openDesk(db());
    const w = await client(() => desk);
    const restore = await backUp(db(), desk.org);
    const id = await w.file();
    await w.engine.kick();
    await w.outbox.takeBack(id);
    await w.engine.kick();
    await restore();
    desk = await openDesk(db(), { org: desk.org });
    w.asked.length = 0;
    for (let day = 0; day < 3; day += 1) {
      w.clock.move(DAY_MS);
      await w.engine.kick();
    }
    expect(w.asked).toEqual([`DELETE /v1/threads/${id}`]);
    expect(await db().query("select 1 from event where subject = $1", [id])).toEqual([]);
    expect((await readMyReports(w.db)).map(({ takenBack }) => takenBack?.state)).toEqual(["gone"]);
  });
});

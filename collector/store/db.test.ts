import { expect, it } from "vitest";
import { onBothEngines, open } from "@/tests/support/postgres-and-pglite";
import { listMigrations, migrate } from "./migrate";
import { sqlState } from "./retry";

onBothEngines("the driver", (db, engine) => {
  it("gives the same values", async () => {
    const [row] = await db().query(
      "select 9007199254740993::int8 as big, $1::jsonb as json, $2::uuid[] as ids, '2026-01-02T03:04:05Z'::timestamptz as at",
      ['{"b":1,"a":[null]}', ["0a4f7d0e-6c2c-4a5e-8f6f-3f6f0e1d2c3b"]],
    );
    expect(row).toEqual({
      big: 9_007_199_254_740_993n,
      json: { a: [null], b: 1 },
      ids: ["0a4f7d0e-6c2c-4a5e-8f6f-3f6f0e1d2c3b"],
      at: new Date("2026-01-02T03:04:05Z"),
    });
  });

  it("answers each query with its own answer after one has failed", async () => {
    for (const [sql, value, code] of [
      ["select $1::int", "x", "22P02"],
      ["select nonsense from $1", 1, "42601"],
      ["insert into org (id, name) values ($1, null)", "o", "23502"],
    ] as const) {
      const error: unknown = await db()
        .query(sql, [value])
        .catch((thrown: unknown) => thrown);
      expect(sqlState(error)).toBe(code);
      expect(await db().query("select $1::int as n", [7])).toEqual([{ n: 7 }]);
    }
  });

  it("undoes a transaction that failed, and can go on", async () => {
    const id = `undo-${db().engine}`;
    const failed = db().transaction(async (tx) => {
      await tx.query("insert into org (id, name) values ($1, $1)", [id]);
      await tx.query("insert into org (id, name) values ($1, $1)", [id]);
    });
    await expect(failed).rejects.toThrow("duplicate key");
    expect(await db().query("select id from org where id = $1", [id])).toEqual([]);
  });

  it("migrates once, in order, and refuses a database that is newer", async () => {
    const own = await open(engine);
    const now = () => new Date();
    const next = (listMigrations().at(-1)?.version ?? 0) + 1;
    const steps = [
      ...listMigrations(),
      { version: next, sql: "create table later (a int); create table later2 (a int)" },
    ];
    await Promise.all([migrate(own, now, steps), migrate(own, now, steps), migrate(own, now, steps)]);
    expect(await own.query("select version from schema_version order by version")).toEqual(
      Array.from({ length: next + 1 }, (_, version) => ({ version })),
    );
    await expect(migrate(own, now)).rejects.toThrow(`The database is of version ${next}`);
    // A step that fails leaves nothing behind.
    const bad = [...steps, { version: next + 1, sql: "create table half (a int); select nonsense" }];
    await expect(migrate(own, now, bad)).rejects.toThrow();
    expect(await own.query("select to_regclass('half') as half")).toEqual([{ half: null }]);
    await own.close();
  });
});

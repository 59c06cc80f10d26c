import pg from "pg";

/** What statements run on. Rows come as plain objects; int8 as bigint, jsonb parsed, timestamptz as Date. */
export interface Queryable {
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

export interface Db extends Queryable {
  engine: "pglite" | "postgres";
  /** Runs `work` between begin and commit (READ COMMITTED); rolls back where it throws. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A feed position may pass 2^53. Given to each pool: the driver's own table of parsers is global to the process. */
export const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === pg.types.builtins.INT8 ? BigInt : pg.types.getTypeParser(oid, format)),
};

export function dbOfPool(pool: pg.Pool, engine: Db["engine"], afterClose?: () => Promise<void>): Db {
  // A connection that breaks while idle is dropped by the pool; the next query opens another or fails by itself.
  pool.on("error", () => {});
  return {
    engine,
    query: (sql, values) => rowsOf(pool, sql, values),
    async transaction(work) {
      const client = await pool.connect();
      let broken = false;
      try {
        await client.query("begin");
        const result = await work({ query: (sql, values) => rowsOf(client, sql, values) });
        await client.query("commit");
        return result;
      } catch (error) {
        await client.query("rollback").catch(() => {
          broken = true;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    },
    async close() {
      await pool.end();
      await afterClose?.();
    },
  };
}

async function rowsOf<Row extends object>(
  on: pg.Pool | pg.PoolClient,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  // Without values the simple protocol is used, which alone takes several statements (migrations).
  const result = values.length === 0 ? await on.query<Row>(sql) : await on.query<Row>(sql, [...values]);
  return result.rows;
}

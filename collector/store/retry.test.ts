import { expect, it } from "vitest";
import { retriedTransaction } from "./retry";
import type { Db } from "./db";

function failing(times: number, code: string) {
  let attempts = 0;
  const db: Db = {
    engine: "postgres",
    query: () => Promise.resolve([]),
    close: () => Promise.resolve(),
    transaction: async (work) => {
      attempts += 1;
      if (attempts <= times) throw Object.assign(new Error("no"), { code });
      return work(db);
    },
  };
  const waits: number[] = [];
  const deps = {
    db,
    random: () => 0.5,
    sleep: async (ms: number) => {
      waits.push(ms);
    },
  };
  return { run: () => retriedTransaction(deps, async () => "done"), attempts: () => attempts, waits };
}

it.each(["40001", "40P01"])("repeats a transaction that the database asks to repeat (%s)", async (code) => {
  const case7 = failing(7, code);
  expect(await case7.run()).toBe("done");
  expect(case7.waits).toEqual(Array.from({ length: 7 }, () => 102.5));
  const case8 = failing(8, code);
  await expect(case8.run()).rejects.toThrow("no");
  expect(case8.attempts()).toBe(8);
});

it("repeats nothing else", async () => {
  const once = failing(1, "23505");
  await expect(once.run()).rejects.toThrow("no");
  expect(once.attempts()).toBe(1);
});

import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Db } from "@/collector/store/db";
import { openDesk, type Desk } from "@/collector/test-kit";
import { onBothEngines, open } from "@/tests/support/postgres-and-pglite";
import { brokenFetch, FAULTS } from "./broken-collector";
import { conformance } from "./command";
import { CLAUSES } from "./run";
import type { Fetch } from "./world";

/** Against hanging. */
vi.setConfig({ testTimeout: 240_000 });

/** The suite against a collector without a network in between. */
async function tryOut(desk: Desk, spoil: (good: Fetch) => Fetch = (good) => good, more: string[] = []) {
  let out = "";
  let err = "";
  const io = { out: (text: string) => (out += text), err: (text: string) => (err += text) };
  const good: Fetch = (address, init) => desk.collector.fetch(new Request(address, init));
  const args = ["https://collector.test/", "--token", desk.ingest, ...more];
  return { code: await conformance(args, io, spoil(good)), out, err, lines: out.split("\n") };
}

const idOf = (line: string) => line.split(/ +/)[2];

onBothEngines("our collector", (db) => {
  it("keeps every promise, and has nothing left of the test", async () => {
    const desk = await openDesk(db());
    const { code, err, lines } = await tryOut(desk, undefined, ["--session", desk.reviewer]);
    expect(lines.filter((line) => !line.startsWith("pass"))).toEqual(["", `${CLAUSES.length} kept, 0 broken.`, ""]);
    expect(lines.slice(0, CLAUSES.length).map(idOf)).toEqual(CLAUSES.map(({ id }) => id));
    expect([code, err]).toEqual([0, ""]);
    expect(await db().query("select id from report where org = $1 and not erased", [desk.org])).toEqual([]);
  });
});

describe("a collector", () => {
  let db: Db;
  beforeAll(async () => {
    db = await open("postgres");
  });
  afterAll(() => db.close());

  it("with mistakes fails the clauses that each of them breaks, and no others", async () => {
    const desk = await openDesk(db);
    const { code, lines } = await tryOut(desk, brokenFetch, ["--session", desk.reviewer]);
    expect(code).toBe(1);
    const failed = lines.filter((line) => line.startsWith("FAIL")).map(idOf);
    expect(new Set(failed)).toEqual(new Set(Object.values(FAULTS).flatMap(({ breaks }) => breaks)));
    // With the reason.
    expect(lines.find((line) => line.includes("a time is told"))).toMatch(/:07:00/);
  });

  it("is tried with the ingest token alone as far as that goes", async () => {
    const desk = await openDesk(db);
    const { code, lines } = await tryOut(desk);
    expect(code).toBe(0);
    const over = CLAUSES.filter(({ needs }) => needs === "session");
    expect(lines.filter((line) => line.startsWith("–"))).toHaveLength(over.length);
    expect(lines.at(-2)).toContain(`${over.length} passed over: they need --session`);
  });
});

it("says in one line that something else answers, or nothing, or that it was called wrongly", async () => {
  const html: Fetch = async () => new Response("<h1>Sign in</h1>", { headers: { "content-type": "text/html" } });
  const nothing: Fetch = () => Promise.reject(new TypeError("fetch failed"));
  const said: string[] = [];
  const io = { out: () => {}, err: (text: string) => void said.push(text) };
  const args = ["https://collector.test", "--token", "it"];
  expect([await conformance(args, io, html), await conformance(args, io, nothing)]).toEqual([2, 2]);
  expect(said).toEqual([
    "The collector at https://collector.test cannot be tried: /v1/config came as text/html.\n",
    "The collector at https://collector.test cannot be tried: nothing answers there.\n",
  ]);
  for (const wrong of [[], ["https://x"], ["--token", "x"], ["--tokn", "x", "https://x"]]) {
    expect(await conformance(wrong, io, html)).toBe(2);
  }
});

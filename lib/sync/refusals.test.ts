import { describe, expect, it } from "vitest";
import { readKv } from "@/lib/database/kv-values";
import { problemType } from "@/lib/protocol/problem";
import { clientWorld } from "@/tests/support/client-world";

const DAY = 86_400_000;

function refusal(slug: "unauthorized" | "token-revoked"): Response {
  const headers = { "earshot-protocol": "1", "content-type": "application/problem+json" };
  return new Response(JSON.stringify({ type: problemType(slug), title: slug }), { status: 401, headers });
}

/** A reviewer with one copy. */
async function world() {
  const w = await clientWorld();
  w.state.policy.reviewers.token = "rev";
  const id = await w.file();
  await w.engine.kick();
  await w.engine.refresh();
  expect(await w.db.reports.count()).toBe(1);
  return { ...w, id };
}

describe("a reviewer's token that is refused", () => {
  it.each([
    ["unauthorized", 1],
    ["token-revoked", 0],
  ] as const)("is said at once by the changes (%s), and a revoked one takes the copies along", async (slug, copies) => {
    const w = await world();
    w.collector.answer = ({ path }) => (path.startsWith("/v1/changes") ? refusal(slug) : null);
    w.clock.move(10 * 60_000);
    await w.engine.kick();
    expect(await readKv(w.db, "session")).toMatchObject({ problem: "unauthorized" });
    expect(await w.db.reports.count()).toBe(copies);
    const asked = w.collector.seen.length;
    w.clock.move(10 * 60_000);
    await w.engine.kick();
    expect(w.collector.seen.slice(asked).filter(({ path }) => path.startsWith("/v1/changes"))).toEqual([]);
    w.collector.answer = null;
    await w.engine.refresh();
    expect(await readKv(w.db, "session")).toMatchObject({ problem: null, info: { name: "Ines" } });
    expect(await w.db.reports.count()).toBe(1);
  });

  it.each([
    ["unauthorized", 1],
    ["token-revoked", 0],
  ] as const)("is said by the session (%s)", async (slug, copies) => {
    const w = await world();
    w.collector.answer = ({ path }) => (path === "/v1/auth/session" ? refusal(slug) : null);
    w.clock.move(DAY);
    await w.engine.kick();
    expect(await readKv(w.db, "session")).toMatchObject({ problem: "unauthorized" });
    expect(await w.db.reports.count()).toBe(copies);
  });

  it("is said by the first answer that cannot be sent", async () => {
    const w = await world();
    w.collector.answer = ({ method }) => (method === "POST" ? refusal("token-revoked") : null);
    await w.outbox.answer({ reportId: w.id, status: "planned", basedOn: null, text: "Soon", lang: "en" });
    await w.engine.kick();
    expect(await readKv(w.db, "session")).toMatchObject({ problem: "unauthorized" });
    expect(await w.db.reports.count()).toBe(0);
  });
});

it("deletes copies that no collector has confirmed for a fortnight", async () => {
  const w = await world();
  w.collector.answer = () => new Response("", { status: 503 });
  w.clock.move(13 * DAY);
  await w.engine.kick();
  expect(await w.db.reports.count()).toBe(1);
  w.clock.move(2 * DAY);
  await w.engine.kick();
  expect(await w.db.reports.count()).toBe(0);
  w.collector.answer = null;
  await w.engine.refresh();
  expect(await w.db.reports.count()).toBe(1);
});

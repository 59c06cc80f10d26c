import { describe, expect, it } from "vitest";
import { readKv } from "@/lib/database/kv-values";
import { readSetAside } from "@/lib/outbox/set-aside";
import { problemType } from "@/lib/protocol/problem";
import { clientWorld } from "@/tests/support/client-world";

const DAY = 86_400_000;

function refusal(slug: "unauthorized" | "token-revoked"): Response {
  const headers = { "earshot-protocol": "1", "content-type": "application/problem+json" };
  return new Response(JSON.stringify({ type: problemType(slug), title: slug }), { status: 401, headers });
}

function answered(json: object): Response {
  return new Response(JSON.stringify(json), {
    headers: { "earshot-protocol": "1", "content-type": "application/json" },
  });
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
  it.each(["unauthorized", "token-revoked"] as const)(
    "is said at once by the changes (%s), and takes the copies along",
    async (slug) => {
      const w = await world();
      w.collector.answer = ({ path }) => (path.startsWith("/v1/changes") ? refusal(slug) : null);
      w.clock.move(10 * 60_000);
      await w.engine.kick();
      expect(await readKv(w.db, "session")).toMatchObject({ problem: "unauthorized" });
      expect(await w.db.reports.count()).toBe(0);
      const asked = w.collector.seen.length;
      w.clock.move(10 * 60_000);
      await w.engine.kick();
      expect(w.collector.seen.slice(asked).filter(({ path }) => path.startsWith("/v1/changes"))).toEqual([]);
      w.collector.answer = null;
      await w.engine.refresh();
      expect(await readKv(w.db, "session")).toMatchObject({ problem: null, info: { name: "Ines" } });
      expect(await w.db.reports.count()).toBe(1);
    },
  );

  it.each([
    ["401", () => refusal("unauthorized")],
    ["a revoked token", () => refusal("token-revoked")],
    [
      "another role",
      () => answered({ role: "employee", name: "Ines", scope: null, expiresAt: "2027-01-01T00:00:00Z" }),
    ],
  ] as const)("is said by the session (%s)", async (_name, said) => {
    const w = await world();
    w.collector.answer = ({ path }) => (path === "/v1/auth/session" ? said() : null);
    w.clock.move(DAY);
    await w.engine.kick();
    expect(await readKv(w.db, "session")).toMatchObject({ problem: "unauthorized" });
    expect(await w.db.reports.count()).toBe(0);
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

describe("what a reviewer said before the role was lost", () => {
  async function said() {
    const w = await world();
    w.collector.answer = ({ method }) => (method === "POST" ? refusal("unauthorized") : null);
    await w.outbox.answer({ reportId: w.id, status: "planned", basedOn: null, text: "Soon", lang: "en" });
    await w.engine.kick();
    w.collector.answer = null;
    return w;
  }

  it("is set aside, seen, and sent only by the person's word", async () => {
    const w = await said();
    expect(await readSetAside(w.db)).toMatchObject([{ text: "Soon", status: "planned" }]);
    // Another person's token: nothing goes out under their name.
    w.state.policy.reviewers.token = "rev2";
    await w.engine.refresh();
    expect(w.collector.stored.get(w.id)).toHaveLength(1);
    await w.outbox.setAside(true);
    await w.engine.tryAgain();
    expect(w.collector.stored.get(w.id)).toHaveLength(2);
    expect(await readSetAside(w.db)).toEqual([]);
  });

  it("does not go out with another person's token", async () => {
    const w = await world();
    w.collector.answer = () => new Response("", { status: 503 });
    await w.outbox.answer({ reportId: w.id, status: "planned", basedOn: null, text: "Soon", lang: "en" });
    await w.engine.kick();
    w.collector.answer = null;
    w.state.policy.reviewers.token = "rev2";
    await w.engine.tryAgain();
    expect(w.collector.stored.get(w.id)).toHaveLength(1);
    expect(await readSetAside(w.db)).toMatchObject([{ text: "Soon" }]);
  });

  it("does not hold up what they say of their own report, and can be deleted", async () => {
    const w = await said();
    await w.outbox.comment(w.id, "more", "en");
    await w.engine.kick();
    expect(w.collector.stored.get(w.id)).toHaveLength(2);
    await w.outbox.setAside(false);
    expect(await readSetAside(w.db)).toEqual([]);
    expect(await w.db.bodies.filter(({ body }) => body.includes("Soon")).count()).toBe(0);
  });
});

it("confines the copies to the sites that the role names, at once", async () => {
  const w = await world();
  const copy = (await w.db.reports.toArray())[0];
  if (!copy) throw new Error("no copy");
  await w.db.reports.put({ ...copy, id: crypto.randomUUID(), origin: "https://erp.example" });
  w.collector.answer = ({ path }) =>
    path === "/v1/auth/session"
      ? answered({ role: "reviewer", name: "Ines", scope: ["https://erp.example"], expiresAt: "2027-01-01T00:00:00Z" })
      : path.startsWith("/v1/changes")
        ? new Response("", { status: 503 })
        : null;
  w.clock.move(DAY);
  await w.engine.kick();
  expect(await w.db.reports.toArray()).toMatchObject([{ origin: "https://erp.example" }]);
});

it("deletes copies that nobody has looked at for a fortnight, and copies nothing until somebody does", async () => {
  const w = await world();
  w.clock.move(13 * DAY);
  await w.engine.kick();
  expect(await w.db.reports.count()).toBe(1);
  w.clock.move(2 * DAY);
  await w.engine.kick();
  w.clock.move(DAY);
  await w.engine.kick();
  expect(await w.db.reports.count()).toBe(0);
  await w.engine.refresh();
  expect(await w.db.reports.count()).toBe(1);
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

import { type CloudEvent, HTTP } from "cloudevents";
import { expect, it } from "vitest";
import { readKv } from "@/lib/database/kv-values";
import { readMyReports } from "@/lib/outbox/watch-my-reports";
import { parsePolicy } from "@/lib/policy/parse-policy";
import { clientWorld, type ClientWorld } from "@/tests/support/client-world";

const HOOK = "https://hooks.example.com/in?sig=1";
const headers = [{ name: "x-key", value: "k" }];

interface Seen {
  address: string;
  headers: Headers;
  body: string;
}

/** A client that points to a webhook, which answers with `answer` and is read by an independent receiver. */
async function webhookWorld(profile: "ce-batch" | "json", answer = () => new Response(null, { status: 202 })) {
  const seen: Seen[] = [];
  const hook = { answer };
  const w = await clientWorld(null, async (address, init) => {
    seen.push({ address, headers: new Headers(init.headers), body: typeof init.body === "string" ? init.body : "" });
    return hook.answer();
  });
  Object.assign(w.state, parsePolicy({ endpoint: HOOK, ingestToken: "it", sink: { profile, headers } }));
  await w.engine.tryAgain();
  return { ...w, seen, hook };
}

async function afterAWhile(w: ClientWorld, minutes = 11): Promise<void> {
  w.clock.move(minutes * 60_000);
  await w.engine.kick();
}

it("posts events that an independent receiver of CloudEvents takes, with the headers of policy and nothing of ours", async () => {
  const w = await webhookWorld("ce-batch");
  const id = await w.file({ words: "The list is slow – “again”" });
  await w.file({ words: "Nobody knows me", anonymous: true });
  await w.engine.kick();
  await afterAWhile(w);
  const events = w.seen.flatMap((request) =>
    HTTP.toEvent({ headers: Object.fromEntries(request.headers), body: request.body }),
  );
  expect(events).toHaveLength(2);
  for (const event of events) expect((event as CloudEvent).validate()).toBe(true);
  expect(events).toMatchObject([
    { type: "org.earshot.report.created.v1", subject: id, data: { words: "The list is slow – “again”" } },
    { source: "urn:earshot:anon", data: { words: "Nobody knows me", identity: "anon" } },
  ]);
  for (const request of w.seen) {
    expect(request.address).toBe(HOOK);
    expect(Object.fromEntries(request.headers)).toEqual({
      "content-type": "application/cloudevents-batch+json",
      "x-key": "k",
    });
  }
  expect(await readMyReports(w.db)).toMatchObject([
    { delivery: "received", sendOnly: true },
    { delivery: "received", sendOnly: true },
  ]);
});

it("posts the same under plain JSON, and sends nothing twice and asks for nothing afterwards", async () => {
  const w = await webhookWorld("json");
  const id = await w.file();
  await w.outbox.burden(id, { often: "daily", minutes: 5 });
  await w.engine.kick();
  await afterAWhile(w, 60 * 24 * 3);
  await w.engine.refresh();
  const bodies = w.seen.map(({ body }) => JSON.parse(body) as { type: string }[]);
  expect(bodies.flat().map(({ type }) => type)).toEqual(["org.earshot.report.created.v1", "org.earshot.burden.set.v1"]);
  expect(w.seen[0]?.headers.get("content-type")).toBe("application/json");
});

it("keeps to what a webhook takes at once", async () => {
  const w = await webhookWorld("json");
  w.hook.answer = () => new Response(null, { status: 503 });
  for (let index = 0; index < 45; index += 1) await w.file({ words: "x".repeat(index < 25 ? 4000 : 10) });
  await w.engine.kick();
  w.hook.answer = () => Response.json({ ok: true });
  w.seen.length = 0;
  await w.engine.tryAgain();
  expect(w.seen.flatMap(({ body }) => JSON.parse(body) as unknown[])).toHaveLength(45);
  for (const { body } of w.seen) {
    expect((JSON.parse(body) as unknown[]).length).toBeLessThanOrEqual(20);
    expect(new TextEncoder().encode(body).length).toBeLessThanOrEqual(192 * 1024);
  }
});

it.each([
  ["a page for people", () => new Response("<h1>Sign in</h1>", { headers: { "content-type": "text/html" } }), "busy"],
  ["400", () => new Response(null, { status: 400 }), "config"],
  ["401", () => new Response(null, { status: 401 }), "auth"],
  ["404", () => new Response(null, { status: 404 }), "config"],
  ["410", () => new Response(null, { status: 410 }), "config"],
  ["415", () => new Response(null, { status: 415 }), "config"],
  ["422", () => new Response(null, { status: 422 }), "config"],
  ["429", () => new Response(null, { status: 429 }), "busy"],
  ["503", () => new Response(null, { status: 503 }), "busy"],
  ["no network", () => Response.error(), "offline"],
])("loses nothing to %s, and goes on when it is over", async (what, answer, reason) => {
  const w = await webhookWorld("json");
  w.hook.answer = () => {
    if (what === "no network") throw new TypeError("Failed to fetch");
    return answer();
  };
  await w.file();
  await w.engine.kick();
  expect((await readKv(w.db, "gates"))?.routes.ingest).toMatchObject({ reason });
  expect(await readMyReports(w.db)).toMatchObject([{ delivery: "saved" }]);
  w.hook.answer = () => new Response(null, { status: 200 });
  await w.engine.tryAgain();
  expect(await readMyReports(w.db)).toMatchObject([{ delivery: "received" }]);
});

it("halves what is too large at once, and ends only what is too large alone", async () => {
  const w = await webhookWorld("json");
  w.hook.answer = () => {
    const events = JSON.parse(w.seen.at(-1)?.body ?? "[]") as { data: { words: string } }[];
    const fits = events.length === 1 && events[0]?.data.words !== "large";
    return new Response(null, { status: fits ? 202 : 413 });
  };
  for (const words of ["one", "large", "two", "three"]) await w.file({ words });
  await w.engine.kick();
  const reports = await readMyReports(w.db);
  expect(Object.fromEntries(reports.map(({ words, delivery }) => [words, delivery]))).toEqual({
    one: "received",
    large: "refused",
    two: "received",
    three: "received",
  });
});

it("takes a refusal of many for too much at once, and asks with fewer before it waits for somebody", async () => {
  const w = await webhookWorld("ce-batch");
  const countOf = (seen: Seen | undefined) => (JSON.parse(seen?.body ?? "[]") as unknown[]).length;
  w.hook.answer = () => new Response(null, { status: countOf(w.seen.at(-1)) > 2 ? 403 : 200 });
  for (let index = 0; index < 6; index += 1) await w.file();
  await w.engine.kick();
  expect((await readMyReports(w.db)).map(({ delivery }) => delivery)).toEqual(Array(6).fill("received"));
  w.hook.answer = () => new Response(null, { status: 403 });
  await w.file();
  await w.engine.kick();
  expect((await readKv(w.db, "gates"))?.routes.ingest).toMatchObject({ reason: "auth" });
});

it("is another receiver than a collector at the same address: neither gets what was written for the other", async () => {
  const w = await webhookWorld("ce-batch");
  w.hook.answer = () => new Response(null, { status: 503 });
  await w.file({ words: "for the webhook" });
  await w.engine.kick();
  Object.assign(w.state, parsePolicy({ endpoint: "https://hooks.example.com/in", ingestToken: "it" }));
  w.seen.length = 0;
  await w.engine.tryAgain();
  w.clock.move(1000);
  await w.file({ words: "for the collector" });
  await w.engine.kick();
  expect(w.seen.filter(({ body }) => body.includes("for the webhook"))).toEqual([]);
  Object.assign(w.state, parsePolicy({ endpoint: HOOK, sink: { profile: "ce-batch" } }));
  w.hook.answer = () => new Response(null, { status: 202 });
  await w.engine.tryAgain();
  expect(await readMyReports(w.db)).toMatchObject([{ delivery: "parked" }, { delivery: "received" }]);
});

it("stops a report that still waits, and says that nothing can be done about one that is there", async () => {
  const w = await webhookWorld("json");
  w.hook.answer = () => new Response(null, { status: 503 });
  const waits = await w.file();
  await w.engine.kick();
  expect(await w.outbox.takeBack(waits)).toBe("deleted");
  w.hook.answer = () => new Response(null, { status: 202 });
  const gone = await w.file();
  await w.engine.tryAgain();
  expect(await w.outbox.takeBack(gone)).toBe("tooLate");
  expect(await readMyReports(w.db)).toMatchObject([{ id: gone, takenBack: null }]);
  expect(await w.db.outbox.toArray()).toMatchObject([{ subject: gone, state: "received" }]);
});

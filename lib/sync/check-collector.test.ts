import { expect, it } from "vitest";
import { parsePolicy } from "@/lib/policy/parse-policy";
import { clientWorld } from "@/tests/support/client-world";

it("says that the collector is there, whose it is, and that it is the one from before", async () => {
  const w = await clientWorld();
  expect(await w.engine.check(w.state.policy)).toMatchObject({
    outcome: "well",
    status: 200,
    orgName: expect.stringMatching(/\S/),
    isOther: false,
    waitingElsewhere: 0,
    clockOffMs: 0,
  });
  expect(w.collector.seen.at(-1)?.headers.get("authorization")).toBe("Bearer it");
});

const PROTOCOL = { "earshot-protocol": "1", "content-type": "application/json" };

it.each([
  ["a portal's page", () => new Response("<h1>Sign in</h1>", { headers: { "content-type": "text/html" } }), "stranger"],
  ["another server's JSON", () => Response.json({ ok: true }), "stranger"],
  ["no such token", () => new Response("{}", { status: 401, headers: PROTOCOL }), "refused"],
  ["too much to do", () => new Response("{}", { status: 503, headers: PROTOCOL }), "busy"],
  ["a later protocol", () => new Response('{"protocol":2}', { headers: PROTOCOL }), "unreadable"],
  ["nothing there", () => Promise.reject(new TypeError("Failed to fetch")), "away"],
] as const)("tells %s", async (_what, answer, outcome) => {
  const w = await clientWorld();
  w.collector.answer = () => answer();
  expect(await w.engine.check(w.state.policy)).toMatchObject({ outcome, orgName: null, isOther: false });
});

it("notices another organisation behind the same address", async () => {
  const w = await clientWorld();
  const own = await w.collector.fetch("https://collector.example/v1/config");
  const config = (await own.json()) as { org: object };
  const other = { ...config, org: { id: "somebody-else", name: "Somebody else" } };
  w.collector.answer = () => Response.json(other, { headers: PROTOCOL });
  expect(await w.engine.check(w.state.policy)).toMatchObject({
    outcome: "well",
    orgName: "Somebody else",
    isOther: true,
  });
});

it("asks nobody where there is nobody to ask", async () => {
  const w = await clientWorld();
  const asked = w.collector.seen.length;
  const hook = { endpoint: "https://hooks.example.com/in?sig=1", sink: { profile: "json" } };
  expect(await w.engine.check(parsePolicy({}).policy)).toMatchObject({ outcome: "no-endpoint", status: null });
  expect(await w.engine.check(parsePolicy(hook).policy)).toMatchObject({ outcome: "one-way", status: null });
  expect(w.collector.seen).toHaveLength(asked);
});

import { expect, it } from "vitest";
import { collectorConfigSchema, sessionInfoSchema } from "@/lib/protocol/collector-config";
import { problemSchema } from "@/lib/protocol/problem";
import { onBothEngines } from "@/tests/support/postgres-and-pglite";
import { createLog } from "../log";
import type { Db } from "../store/db";
import { newReport, openDesk, testSettings } from "../test-kit";

onBothEngines("every answer", (db) => {
  it("names protocol and epoch, and is a problem document where it is one", async () => {
    const desk = await openDesk(db());
    const seen: unknown[] = [];
    for (const [path, method] of [
      ["/", "GET"],
      ["/v1/nothing", "POST"],
      ["/v1/config", "PUT"],
      ["/v1/events", "GET"],
      ["/v1/changes", "GET"],
      ["/v1/events", "POST"],
    ] as const) {
      const response = await desk.ask(path, { method });
      expect(response.headers.get("earshot-protocol")).toBe("1");
      expect(response.headers.get("earshot-epoch")).toMatch(/^[0-9a-f-]{36}$/);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect(problemSchema.parse(await response.json()).status).toBe(response.status);
      seen.push([path, method, response.status, response.headers.get("allow")]);
    }
    expect(seen).toEqual([
      ["/", "GET", 404, null],
      ["/v1/nothing", "POST", 404, null],
      ["/v1/config", "PUT", 405, "GET, HEAD, OPTIONS"],
      ["/v1/events", "GET", 405, "POST, OPTIONS"],
      ["/v1/changes", "GET", 401, null],
      ["/v1/events", "POST", 401, null],
    ]);
  });

  it("lets other origins read it, without credentials", async () => {
    const desk = await openDesk(db());
    const preflight = await desk.ask("/v1/events", {
      method: "OPTIONS",
      headers: { origin: "chrome-extension://x", "access-control-request-method": "POST" },
    });
    expect(preflight.status).toBe(204);
    const allowed = preflight.headers.get("access-control-allow-headers")?.toLowerCase().split(",");
    expect(allowed).toEqual(expect.arrayContaining(["authorization", "content-type", "if-none-match"]));
    const response = await desk.ask("/v1/nothing", { headers: { origin: "chrome-extension://x" } });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
    const exposed = response.headers.get("access-control-expose-headers")?.split(",");
    expect(exposed).toEqual(["Earshot-Protocol", "Earshot-Epoch", "ETag", "Retry-After", "Date"]);
  });

  it("is 503 with Retry-After while the database is away, and tells no more than that", async () => {
    const lines: string[] = [];
    const log = createLog(
      (line) => lines.push(line),
      () => new Date(),
    );
    let failing: Error | null = null;
    const guarded: Db = {
      ...db(),
      query: (sql, values) => (failing ? Promise.reject(failing) : db().query(sql, values)),
      transaction: (work) => (failing ? Promise.reject(failing) : db().transaction(work)),
    };
    const desk = await openDesk(guarded, { log });
    const post = () =>
      desk.ask("/v1/events", {
        token: desk.ingest,
        headers: { "content-type": "application/json" },
        body: JSON.stringify([newReport().event]),
      });
    expect((await post()).status).toBe(200);
    failing = Object.assign(new Error("secret words"), { code: "ECONNREFUSED" });
    const away = await post();
    expect([away.status, away.headers.get("retry-after"), await away.json()]).toMatchObject([
      503,
      "10",
      { type: "urn:earshot:problem:store-unavailable" },
    ]);
    expect((await desk.ask("/readyz")).status).toBe(503);
    expect((await desk.ask("/healthz")).status).toBe(200);
    failing = Object.assign(new Error("secret words"), { code: "55P03" });
    expect(await (await post()).json()).toMatchObject({ status: 503, type: "urn:earshot:problem:busy" });
    failing = new Error("secret words");
    const broken = await post();
    expect([broken.status, await broken.text()]).toEqual([
      500,
      '{"type":"about:blank","title":"Something went wrong here","status":500}',
    ]);
    expect(lines.join("")).toContain("a request failed");
    expect(lines.join("")).not.toContain("secret words");
    failing = null;
    expect((await post()).status).toBe(200);
  });
});

onBothEngines("what a client asks about the collector", (db) => {
  it("is its configuration, with an entity tag", async () => {
    const desk = await openDesk(db(), { orgName: "Acme", settings: testSettings({ pollScale: 2 }) });
    const response = await desk.ask("/v1/config", { token: desk.ingest });
    const config = collectorConfigSchema.parse(await response.json());
    expect(config).toMatchObject({ org: { id: desk.org, name: "Acme" }, pollScale: 2, limits: { batchEvents: 100 } });
    const etag = response.headers.get("etag") ?? "";
    const again = await desk.ask("/v1/config", { token: desk.ingest, headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect((await desk.ask("/v1/config")).status).toBe(401);
  });

  it("is who a session belongs to", async () => {
    let now = Date.parse("2026-03-04T10:00:00Z");
    const desk = await openDesk(db(), { now: () => new Date(now) });
    const session = async (token?: string) => desk.ask("/v1/auth/session", { token });
    expect(sessionInfoSchema.parse(await (await session(desk.reviewer)).json())).toEqual({
      role: "reviewer",
      name: "Robin",
      scope: null,
      expiresAt: "2027-03-04T10:00:00.000Z",
    });
    expect(await (await session(desk.admin)).json()).toMatchObject({ role: "admin", name: "Alex" });
    expect((await session(desk.ingest)).status).toBe(403);
    now += 366 * 86_400_000;
    expect((await session(desk.reviewer)).status).toBe(401);
  });

  it("are tokens, where an admin asks", async () => {
    const desk = await openDesk(db());
    const create = (token: string, body: object) =>
      desk.ask("/v1/admin/tokens", {
        token,
        body: JSON.stringify(body),
        headers: { "content-type": "application/json" },
      });
    expect((await create(desk.reviewer, { kind: "admin", name: "Me" })).status).toBe(403);
    expect((await create(desk.ingest, { kind: "admin", name: "Me" })).status).toBe(403);
    expect((await create(desk.admin, { kind: "root", name: "Me" })).status).toBe(400);
    expect((await create(desk.admin, { kind: "reviewer", name: " " })).status).toBe(400);
    const made = await create(desk.admin, { kind: "reviewer", name: "Sam" });
    expect(made.status).toBe(201);
    const { token, id } = (await made.json()) as { token: string; id: string };
    expect((await desk.ask("/v1/auth/session", { token })).status).toBe(200);
    const list = await (await desk.ask("/v1/admin/tokens", { token: desk.admin })).text();
    expect(list).toContain('"name":"Sam"');
    expect(list).not.toContain(token);
    const revoke = () => desk.ask(`/v1/admin/tokens/${id}`, { token: desk.admin, method: "DELETE" });
    expect((await revoke()).status).toBe(204);
    expect((await desk.ask("/v1/auth/session", { token })).status).toBe(401);
    expect((await desk.ask("/v1/admin/tokens/unknown", { token: desk.admin, method: "DELETE" })).status).toBe(404);
    const stored = await db().query("select * from audit where org = $1 and actor = 'Alex'", [desk.org]);
    expect(stored).toHaveLength(2);
  });
});

onBothEngines("going down", (db) => {
  it("says that it is not ready, and lets those who wait go at once", async () => {
    const { collector } = await openDesk(db(), { org: "down" });
    const { token } = await collector.tokens.create("reviewer", "Robin", "test");
    const server = await collector.listen({ host: "127.0.0.1", port: 0 });
    const get = (path: string) => fetch(server.endpoint + path, { headers: { authorization: `Bearer ${token}` } });
    expect((await get("/readyz")).status).toBe(200);
    const { next } = (await (await get("/v1/changes")).json()) as { next: string };
    const waiting = get(`/v1/changes?since=${next}&wait=15`);
    // Its head has been read once more after this: the poll is being held.
    expect((await get("/readyz")).status).toBe(200);
    const closing = collector.close();
    expect((await collector.fetch(new Request("http://x/readyz"))).status).toBe(503);
    expect(await (await waiting).json()).toMatchObject({ items: [] });
    await closing;
    await expect(get("/healthz")).rejects.toThrow();
  });
});

import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, expect, it } from "vitest";
import { open } from "@/tests/support/postgres-and-pglite";
import type { Db } from "../store/db";
import { openDesk, type Desk } from "../test-kit";

let db: Db;
let desk: Desk;
beforeAll(async () => {
  db = await open("pglite");
  desk = await openDesk(db);
});
afterAll(() => db.close());

it("is served to everybody, and is what docs/openapi.json has (else run this test with -u)", async () => {
  const response = await desk.ask("/openapi.json");
  expect(response.status).toBe(200);
  const text = `${JSON.stringify(await response.json(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot("../../docs/openapi.json");
});

it("is OpenAPI 3.1", async () => {
  const description = (await (await desk.ask("/openapi.json")).json()) as Record<string, unknown>;
  const validator = new Validator();
  expect(await validator.validate(description)).toEqual({ valid: true });
  expect(validator.version).toBe("3.1");
  // The check can fail.
  const spoilt = { ...description, paths: { "/x": { get: { responses: 7 } } } };
  expect(await new Validator().validate(spoilt)).toMatchObject({ valid: false });
});

it("describes every path that the protocol names for clients, each once", async () => {
  const names = desk.collector.routes.map(({ method, path }) => `${method} ${path}`);
  expect(new Set(names).size).toBe(names.length);
  expect(names.sort()).toEqual([
    "DELETE /v1/admin/tokens/:id",
    "DELETE /v1/auth/session",
    "DELETE /v1/threads/:id",
    "GET /extension/:file",
    "GET /healthz",
    "GET /openapi.json",
    "GET /p/:publicToken/:file",
    "GET /p/:publicToken/news.json",
    "GET /readyz",
    "GET /v1/admin/audit",
    "GET /v1/admin/tokens",
    "GET /v1/auth/callback",
    "GET /v1/auth/session",
    "GET /v1/auth/start",
    "GET /v1/blobs/:sha256",
    "GET /v1/changes",
    "GET /v1/config",
    "GET /v1/threads/:id",
    "POST /v1/admin/tokens",
    "POST /v1/anon/events",
    "POST /v1/auth/token",
    "POST /v1/events",
    "POST /v1/reports/opened",
    "POST /v1/threads/:id/events",
    "PUT /v1/anon/blobs/:sha256",
    "PUT /v1/blobs/:sha256",
  ]);
});

it("says how long texts may be, also those that are cleaned first", async () => {
  const { components } = (await (await desk.ask("/openapi.json")).json()) as {
    components: { schemas: { Event: { anyOf: { properties: { data: { properties?: object } } }[] } } };
  };
  expect(components.schemas.Event.anyOf[0]?.properties.data.properties).toMatchObject({
    words: { type: "string", maxLength: 4000 },
    context: { anyOf: [{ properties: { path: { maxLength: 512 } } }, { type: "null" }] },
  });
});

import { z } from "zod";
import { problemType } from "@/lib/protocol/problem";
import type { Described } from "./methods";
import type { Answer, Caller, Operation } from "./operation";
import { NAMED } from "./schemas";

type Json = Record<string, unknown>;

const SECURITY: Record<Caller, Json> = {
  ingest: { type: "http", scheme: "bearer", description: "The ingest token: `it_<id>_<secret>`." },
  session: { type: "http", scheme: "bearer", description: "The session token of a reviewer or an admin." },
  admin: { type: "http", scheme: "bearer", description: "The session token of an admin." },
  reply: {
    type: "apiKey",
    in: "header",
    name: "Authorization",
    description: "`Reply <key>`, with the reply key of one report: 32 bytes in base64url.",
  },
};

const HEADERS: Record<string, { description: string; schema: Json }> = {
  "Earshot-Protocol": { description: "The protocol's major version.", schema: { const: "1" } },
  "Earshot-Epoch": {
    description: "A new one says that history may have been rolled back.",
    schema: { type: "string", format: "uuid" },
  },
  "Cache-Control": { description: "How long a cache may answer with it.", schema: { type: "string" } },
  ETag: { description: "For `If-None-Match`.", schema: { type: "string" } },
  "Content-Security-Policy": { description: "A picture is no page.", schema: { const: "sandbox; default-src 'none'" } },
  "Content-Disposition": { description: "It is not shown by itself.", schema: { const: "attachment" } },
  Location: { description: "Where it goes on.", schema: { type: "string", format: "uri" } },
  "Retry-After": { description: "Seconds.", schema: { type: "integer" } },
};
const ALWAYS = ["Earshot-Protocol", "Earshot-Epoch"];

/** The OpenAPI 3.1 description of these routes. Its schemas are those by which the collector reads and writes. */
export function openApi(routes: readonly Described[]): Json {
  const paths: Record<string, Json> = {};
  for (const { method, path, operation } of routes) {
    const name = path.replaceAll(/:(\w+)/g, "{$1}");
    paths[name] = { ...paths[name], [method.toLowerCase()]: describe(method, name, operation) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Earshot collector",
      version: "1",
      description: "Made from the collector's routes. What the protocol promises beyond shapes: docs/protocol.md.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    paths,
    components: { schemas: namedSchemas(), headers: HEADERS, securitySchemes: SECURITY },
  };
}

function describe(method: string, path: string, operation: Operation): Json {
  const { summary, callers, params, query, body } = operation;
  const parameters = [...parametersOf("path", params), ...parametersOf("query", query)];
  return {
    operationId: `${method.toLowerCase()}${path.replaceAll(/[^A-Za-z0-9]+(.)?/g, (_, next: string = "") => next.toUpperCase())}`,
    summary,
    security: callers.map((caller) => ({ [caller]: [] })),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: content(body.media, body.schema) } }),
    responses: { ...answersOf(operation), ...problemsOf(operation) },
  };
}

function answersOf({ answers }: Operation): Json {
  const described = Object.entries<Answer>(answers).map(([status, { means, schema, media, headers = [] }]) => [
    status,
    {
      description: means,
      headers: headersOf([...ALWAYS, ...headers]),
      ...((schema || media) && { content: content(media ?? ["application/json"], schema ?? null) }),
    },
  ]);
  return Object.fromEntries(described) as Json;
}

function problemsOf({ problems }: Operation): Json {
  const described = Object.entries(problems).map(([status, slugs]) => [
    status,
    {
      description: slugs.map((slug) => (slug === null ? "about:blank" : problemType(slug))).join(", "),
      headers: headersOf([...ALWAYS, ...(["429", "503", "507"].includes(status) ? ["Retry-After"] : [])]),
      content: content(["application/problem+json"], NAMED["Problem"] ?? null),
    },
  ]);
  return Object.fromEntries(described) as Json;
}

function headersOf(names: readonly string[]): Json {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

function content(media: readonly string[], schema: z.ZodType | null): Json {
  return Object.fromEntries(media.map((type) => [type, schema ? { schema: schemaOf(schema) } : {}]));
}

function parametersOf(place: "path" | "query", schema: z.ZodType | undefined): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: "input", override: keepLengths });
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: property,
  }));
}

const REF = (id: string) => `#/components/schemas/${id}`;

const registry = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });

function namedSchemas(): Json {
  const { schemas } = z.toJSONSchema(registry, { io: "input", uri: REF, override: keepLengths });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, bare(schema)]));
}

function schemaOf(schema: z.ZodType): Json {
  const name = Object.keys(NAMED).find((each) => NAMED[each] === schema);
  if (name !== undefined) return { $ref: REF(name) };
  if (schema instanceof z.ZodArray) return { type: "array", items: schemaOf(schema.element as z.ZodType) };
  return bare(z.toJSONSchema(schema, { io: "input", override: keepLengths }));
}

/** Without what stands for the whole document. */
function bare(schema: object): Json {
  return Object.fromEntries(Object.entries(schema).filter(([name]) => name !== "$schema" && name !== "$id"));
}

/** A text that is cleaned before it is measured is a pipe; its length stands at the far end, and belongs to it all the same. */
function keepLengths({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: Json }): void {
  if (zodSchema._zod.def.type !== "pipe") return;
  const out = zodSchema._zod.def.out;
  if (!(out instanceof z.ZodString) || out.maxLength === null) return;
  jsonSchema["maxLength"] = out.maxLength;
}

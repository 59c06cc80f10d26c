import { fileURLToPath } from "node:url";
import { serveFolder, type StaticServer } from "./static-server";

/** A small interface description of the kind that a company keeps for its own services. */
const spec = (handbook: string) => ({
  openapi: "3.0.3",
  info: {
    title: "Warehouse API",
    version: "4.2.0",
    description: `Stock, bins and pick lists. See the [handbook](${handbook}).`,
  },
  servers: [{ url: "/api" }],
  paths: {
    "/stock/{article}": {
      get: {
        tags: ["stock"],
        summary: "What is on the shelves",
        parameters: [{ name: "article", in: "path", required: true, schema: { type: "string" } }],
        responses: { "200": { description: "The amount in each bin" }, "404": { description: "No such article" } },
      },
    },
    "/picks": {
      get: { tags: ["picks"], summary: "Open pick lists", responses: { "200": { description: "A list" } } },
      post: { tags: ["picks"], summary: "Start a pick list", responses: { "201": { description: "Started" } } },
    },
  },
});

const INITIALIZER = `window.onload = () => {
  window.ui = SwaggerUIBundle({
    url: "/warehouse.json",
    dom_id: "#swagger-ui",
    deepLinking: true,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: "StandaloneLayout",
  });
};`;

/** Swagger UI as it comes from npm: React, shadowless, with its own keys and focus rules; not written by us. */
export function serveSwagger(handbook: string): Promise<StaticServer> {
  const folder = fileURLToPath(new URL("../../node_modules/swagger-ui-dist", import.meta.url));
  return serveFolder(folder, {
    "/warehouse.json": JSON.stringify(spec(handbook)),
    "/swagger-initializer.js": INITIALIZER,
  });
}

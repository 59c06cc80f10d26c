import { z } from "zod";
import { json, route } from "../methods";
import { openApi } from "../openapi";
import { endpoint } from "../operation";
import type { Routes } from "../parts";

/** The description of all routes, itself among them. */
export const descriptionRoutes: Routes = (router) => {
  let made: object | null = null;
  route(router, "/openapi.json", {
    GET: endpoint(
      {
        summary: "This description",
        callers: [],
        answers: { 200: { means: "OpenAPI 3.1", schema: z.looseObject({ openapi: z.string() }) } },
        problems: {},
      },
      () => {
        made ??= openApi(router.described);
        return json(made, { "Cache-Control": "public, max-age=3600" });
      },
    ),
  });
};

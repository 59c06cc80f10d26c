import { z } from "zod";
import { isUnchanged, notModified, route } from "../methods";
import { endpoint } from "../operation";
import type { Routes } from "../parts";
import { notFound } from "../problem";
import { throttlePublic } from "../throttle";

/** Short: a browser that asks is to hear of a new version, and a proxy in front may answer many. */
const CACHE = { "Cache-Control": "public, max-age=300" };

/** The extension itself, for browsers that policy tells to install it from here: the kit's folder `extension/`. */
export const extensionRoutes: Routes = (router, parts) => {
  route(router, "/extension/:file", {
    GET: endpoint(
      {
        summary: "The extension: its packages, and which of them is the newest",
        callers: [],
        params: z.object({ file: z.string().max(100) }),
        answers: {
          200: {
            means: "the file",
            media: ["application/x-chrome-extension", "application/x-xpinstall", "text/xml", "application/json"],
            headers: ["ETag", "Cache-Control"],
          },
          304: { means: "as `If-None-Match` has it", headers: ["ETag", "Cache-Control"] },
        },
        problems: { 404: ["not-found"], 429: ["rate-limited"] },
      },
      async (c, input) => {
        await throttlePublic(c, parts);
        const file = (await parts.extension?.read(input.params().file)) ?? null;
        if (file === null) throw notFound();
        if (isUnchanged(c, file.etag)) return notModified(file.etag, CACHE);
        return new Response(file.bytes, { headers: { "Content-Type": file.type, ...CACHE, ETag: file.etag } });
      },
    ),
  });
};

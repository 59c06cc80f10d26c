import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { type Listening, listen } from "./listen";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".png": "image/png",
  ".json": "application/json",
};

export type StaticServer = Listening;

/** Serves a folder on a free port of the loopback address; `extra` has texts for paths that are not in it. */
export async function serveFolder(folder: string, extra: Record<string, string> = {}): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    const file = path === "/" ? "/index.html" : normalize(path);
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const text = extra[file];
    const content = text === undefined ? readFile(join(folder, file)) : Promise.resolve(Buffer.from(text));
    content.then(
      (body) => response.writeHead(200, { "content-type": type }).end(body),
      () => response.writeHead(404).end("not here"),
    );
  });
  return listen(server);
}

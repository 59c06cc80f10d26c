import { createServer } from "node:http";
import { type Listening, listen } from "@/tests/support/listen";
import { PAGES } from "./pages";

export type SampleSite = Listening;

/** Serves the sample pages on a free port of the loopback address. What is not there answers 404, `/api/broken` 500. */
export async function serveSampleSite(): Promise<SampleSite> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const page = PAGES[pathname];
    if (!page) {
      response.writeHead(pathname === "/api/broken" ? 500 : 404, { "content-type": "text/plain" }).end("not here");
      return;
    }
    response.writeHead(200, { "content-type": page.type ?? "text/html; charset=utf-8", ...page.headers });
    response.end(page.body);
  });
  return listen(server);
}

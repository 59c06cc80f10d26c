import { createServer, type OutgoingHttpHeaders } from "node:http";
import { type Listening, listen } from "@/tests/support/listen";
import {
  appPage,
  badInputPage,
  documentOpenPage,
  framedPage,
  hostilePage,
  keysPage,
  pdf,
  rtlPage,
  spaPage,
  transformsPage,
} from "./pages";

/** One awkward page of the kind that internal tools have; each was made for something that went wrong somewhere. */
interface Page {
  type?: string;
  headers?: OutgoingHttpHeaders;
  body: string;
}

const PAGES: Record<string, Page> = {
  "/": { body: appPage("Orders") },
  "/orders/4711": { body: appPage("Order 4711 of jane@corp.test") },
  "/csp": { body: appPage("Strict policy"), headers: { "content-security-policy": "default-src 'none'" } },
  "/trusted-types": {
    body: appPage("Trusted types"),
    headers: { "content-security-policy": "require-trusted-types-for 'script'; trusted-types 'none'" },
  },
  "/sandbox": { body: appPage("Sandbox"), headers: { "content-security-policy": "sandbox" } },
  "/sandbox-scripts": { body: appPage("Sandbox"), headers: { "content-security-policy": "sandbox allow-scripts" } },
  "/isolated": {
    body: appPage("Isolated"),
    headers: {
      "cross-origin-embedder-policy": "require-corp",
      "cross-origin-opener-policy": "same-origin",
    },
  },
  "/keys": { body: keysPage },
  "/hostile": { body: hostilePage },
  "/document-open": { body: documentOpenPage },
  "/transforms": { body: transformsPage },
  "/spa": { body: spaPage },
  "/rtl": { body: rtlPage },
  "/bad-input": { body: badInputPage },
  "/framed": { body: framedPage },
  "/drawing.svg": {
    type: "image/svg+xml",
    body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="5" cy="5" r="4"/></svg>',
  },
  "/data.xml": { type: "application/xml", body: "<?xml version='1.0'?><orders><order id='4711'/></orders>" },
  "/text.txt": { type: "text/plain; charset=utf-8", body: "A log, as tools show them." },
  "/paper.pdf": { type: "application/pdf", body: pdf },
};

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

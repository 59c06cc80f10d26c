import { createServer } from "node:http";
import { type Listening, listen } from "@/tests/support/listen";
import type { Scripts } from "./scripts";
import { VARIANTS, type VariantKey } from "./variants";

const ROW = "<tr><td>4711</td><td>Nordwind</td><td>late</td><td><button>Approve</button></td></tr>";

/** A tool's list as there are thousands, of about 1,000 elements. */
const page = (markup: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Orders</title>
<style>body{font:15px/1.5 sans-serif;margin:24px}td{border:1px solid #ccc;padding:2px 12px}</style></head><body>
<h1>Orders</h1><table>${ROW.repeat(160)}</table>${markup}</body></html>`;

/** Pages for what is read of a page, without any variant in them. */
export const READING_HOST = "reading.test";

/** With an address as tools have them: much of reading is looking for what is private in it. */
export const LARGE_PATH = "/erp/purchase-orders/4711/edit";

/** A grid without paging, as some tools draw it. */
const LARGE = `<!doctype html><html lang="en"><title>Purchase orders - Nordwind ERP</title><h1>Orders</h1><table>${ROW.repeat(16_700)}</table>`;

/** 2,000 texts in a window of 1280 x 800, every tenth of them private. */
const TEXTS = ["4711", "Nordwind", "late", "12 May", "Approve", "3 of 12", "v2.14.0", "East hall", "1,204.50"];
const FULL = `<!doctype html><html lang="en"><title>People</title><style>
body{margin:0;font:7px/8px sans-serif;display:grid;grid-template-columns:repeat(20,64px);grid-auto-rows:8px}
p{margin:0;overflow:hidden;white-space:nowrap}</style>${Array.from({ length: 2000 }, (_, index) => {
  const text = index % 10 === 9 ? `jo.${index}@nordwind.example` : TEXTS[index % 10];
  return `<p>${text}</p>`;
}).join("")}`;
const READING: Record<string, string> = { [LARGE_PATH]: LARGE, "/full": FULL };

/** What PostHog asks its server for: one survey behind a tab at the edge. */
const SURVEY = {
  id: "018f0000-0000-0000-0000-000000000001",
  name: "Feedback",
  type: "widget",
  start_date: "2024-01-01T00:00:00Z",
  end_date: null,
  conditions: null,
  appearance: { widgetType: "tab", widgetLabel: "Feedback", widgetColor: "#0c5a58" },
  questions: [{ id: "q", type: "open", question: "What annoys you here?" }],
  current_iteration: null,
};

/** Every variant's page at its own host, with all that the peers ask of their servers. */
export async function servePages(scripts: Scripts): Promise<Listening> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const host = request.headers.host ?? "";
    const key = host.split(".")[0] as VariantKey;
    const send = (type: string, body: string) =>
      response
        .writeHead(200, { "content-type": type, "access-control-allow-origin": "*", "cache-control": "no-store" })
        .end(body);
    const script = scripts[key]?.[pathname];
    const reading = host === READING_HOST ? READING[pathname] : undefined;
    if (reading !== undefined) send("text/html", reading);
    else if (pathname === "/" && key in VARIANTS) send("text/html", page(VARIANTS[key].markup));
    else if (script !== undefined) send(pathname.endsWith(".css") ? "text/css" : "text/javascript", script);
    else if (pathname.endsWith(".js")) send("text/javascript", "");
    else if (pathname.startsWith("/api/surveys")) send("application/json", JSON.stringify({ surveys: [SURVEY] }));
    else send("application/json", JSON.stringify({ surveys: true, featureFlags: {}, supportedCompression: [] }));
  });
  return listen(server);
}

import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import type { CollectorConfig } from "@/lib/protocol/collector-config";
import { LIMITS } from "@/lib/protocol/limits";
import type { Receipt } from "@/lib/protocol/receipt";
import { type Listening, listen } from "@/tests/support/listen";

const EPOCH = "11111111-1111-4111-8111-111111111111";
const CONFIG: CollectorConfig = {
  protocol: 1,
  minClient: "0.0.0",
  limits: {
    eventBytes: LIMITS.eventBytes,
    batchBytes: LIMITS.batchBytes,
    batchEvents: LIMITS.batchEvents,
    blobBytes: LIMITS.blobBytes,
    gzip: false,
  },
  org: { id: "bench", name: "Bench" },
  features: [],
  bucketBits: 0,
  pollScale: 1,
  reofferSpreadSec: 1800,
};

/** A collector that has everything at once, and a page to run the measures in: the client alone is measured. */
export async function serveBench(script: string): Promise<Listening> {
  let seq = 0;
  const receipt = (ids: string[]): Receipt => ({
    epoch: EPOCH,
    head: String((seq += ids.length)),
    results: ids.map((id) => ({ id, status: "accepted", seq: String(seq) })),
    wantBlobs: [],
  });
  const server = createServer((request, response) => {
    const send = (type: string, content: string) =>
      response.writeHead(200, { "content-type": type, "earshot-protocol": "1", "earshot-epoch": EPOCH }).end(content);
    const { url = "/" } = request;
    if (url === "/") return send("text/html", "<!doctype html><title>Bench</title><script src=/bench.js></script>");
    if (url === "/bench.js") return send("text/javascript", script);
    if (url === "/v1/config") return send("application/json", JSON.stringify(CONFIG));
    return void text(request).then((body) => {
      if (url !== "/v1/events") return send("application/json", "{}");
      const events = JSON.parse(body) as { id: string }[];
      return send("application/json", JSON.stringify(receipt(events.map(({ id }) => id))));
    });
  });
  return listen(server);
}

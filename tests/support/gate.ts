import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import { gunzipSync } from "node:zlib";
import { freePort } from "@/scripts/services/ports";

/** One request as it came through the gate. */
interface Passed {
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  /** Decompressed. */
  body: string;
}

interface FakeAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
}

/**
 * A door in front of a collector that a test can shut, listen at, and answer at in the collector's stead. It is much
 * quicker than starting a collector for every test that needs one to be away.
 */
export interface Gate {
  /** The endpoint to give to the extension; stays the same over `shut` and `open`. */
  url: string;
  /** From now on connections are refused, as by a collector that was stopped. */
  shut(): Promise<void>;
  open(): Promise<void>;
  /** Everything since the last `forget`. */
  passed: Passed[];
  /** Answers in the collector's stead where it returns something. */
  fake: ((passed: Passed) => FakeAnswer | null) | null;
  /** Open, nothing faked, nothing remembered. */
  reset(): Promise<void>;
}

export async function createGate(target: string): Promise<Gate> {
  const port = await freePort();
  const to = new URL(target);
  let server: Server | null = null;
  const gate: Gate = {
    url: `http://127.0.0.1:${port}`,
    passed: [],
    fake: null,
    async shut() {
      const closing = server;
      server = null;
      if (!closing) return;
      await new Promise<void>((resolve) => {
        closing.close(() => resolve());
        closing.closeAllConnections();
      });
    },
    async open() {
      if (server) return;
      const opening = createServer((incoming, outgoing) => void pass(incoming, outgoing));
      server = opening;
      await new Promise<void>((resolve) => opening.listen(port, "127.0.0.1", resolve));
    },
    async reset() {
      gate.fake = null;
      gate.passed.length = 0;
      await gate.open();
    },
  };

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks);
    const zipped = incoming.headers["content-encoding"] === "gzip";
    const { method = "GET", url: path = "/", headers } = incoming;
    const passed = { method, path, headers, body: (zipped ? gunzipSync(raw) : raw).toString("utf8") };
    gate.passed.push(passed);
    const fake = method === "OPTIONS" ? null : (gate.fake?.(passed) ?? null);
    if (fake) {
      outgoing.writeHead(fake.status, { "access-control-allow-origin": "*", ...fake.headers }).end(fake.body ?? "");
      return;
    }
    const onward = request({ host: to.hostname, port: to.port, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.writeHead(502).end());
    onward.end(raw);
  }

  await gate.open();
  return gate;
}

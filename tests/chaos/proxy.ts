import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { gunzipSync } from "node:zlib";
import { PROTOCOL_VERSION } from "@/lib/protocol/limits";
import { problemType } from "@/lib/protocol/problem";
import { freePort } from "@/scripts/services/ports";
import type { Random } from "@/tests/support/random";
import type { Bag } from "./bag";
import { answerOf, type Fault, fits, isPicture, type Seen, type Way, wayOf } from "./faults";

export interface ChaosProxy {
  /** The endpoint for the extension. */
  url: string;
  /** Share of requests that meet a fault, 0 to 1. */
  share: number;
  /** No picture comes through, whatever the share: each is told to come again in an hour. */
  turnsPicturesAway: boolean;
  /** How many of each there were, by name. */
  faults: Map<string, number>;
  /** The same, by what the request was about. */
  ways: Map<Way, number>;
  /** Nothing goes wrong any more; what waits for an answer that was never to come hears that there is none. */
  calm(): void;
  close(): Promise<void>;
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Of one hop only, or made anew here. Nothing is compressed on this side, so that it can be read and cut. */
const NOT_PASSED_ON = new Set(["connection", "keep-alive", "transfer-encoding", "content-length", "accept-encoding"]);
const NOT_NOW: Answer = { status: 503, headers: { "retry-after": "3600" }, body: Buffer.from("not now") };
/** In a receipt that takes nothing in, its history says nothing. */
const SOME_EPOCH = "00000000-0000-4000-8000-000000000000";

/**
 * Stands in front of a collector and lets things go wrong by chance, as `random` has it, with what the bag gives. The
 * processes of the collector get the requests in turn.
 */
export async function createChaosProxy(
  targets: readonly string[],
  bag: Bag<Fault>,
  random: Random,
): Promise<ChaosProxy> {
  const port = await freePort();
  const silent: ServerResponse[] = [];
  const proxy: ChaosProxy = {
    url: `http://127.0.0.1:${port}`,
    share: 0,
    turnsPicturesAway: false,
    faults: new Map(),
    ways: new Map(),
    calm() {
      proxy.share = 0;
      for (const outgoing of silent.splice(0)) outgoing.destroy();
    },
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };

  let turn = 0;
  const target = () => targets[turn++ % targets.length] ?? "";

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await readAll(incoming);
    const seen = look(incoming, body);
    if (proxy.turnsPicturesAway && isPicture(seen)) return write(outgoing, NOT_NOW);
    // A preflight is the browser's own question: what goes wrong with it goes wrong with the request.
    const isHit = seen.method !== "OPTIONS" && random.chance(proxy.share);
    const fault = isHit ? bag.draw((one) => fits(one, seen)) : null;
    const forward = (count?: number) =>
      count === undefined ? pass(target(), incoming, body) : pass(target(), incoming, partOf(seen, count), false);
    if (!fault) return write(outgoing, await forward());
    const way = wayOf(seen);
    proxy.faults.set(fault.name, (proxy.faults.get(fault.name) ?? 0) + 1);
    proxy.ways.set(way, (proxy.ways.get(way) ?? 0) + 1);
    if (fault.how === "cut request") await cutOff(target(), incoming, body);
    await meet(fault, seen, forward, outgoing, random);
    if (fault.how === "silence") silent.push(outgoing);
  }

  const server = createServer((incoming, outgoing) => {
    // The collector is away (killed, or not up yet), or the client is: a broken network to either.
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return proxy;
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function look({ method = "GET", url: path = "/", headers }: IncomingMessage, body: Buffer): Seen {
  const isEvents = method === "POST" && path.endsWith("/events");
  if (!isEvents) return { method, path, events: [] };
  const text = (headers["content-encoding"] === "gzip" ? gunzipSync(body) : body).toString("utf8");
  return { method, path, events: JSON.parse(text) as Seen["events"] };
}

/** The first of them only: what stands behind must not come before them. */
function partOf({ events }: Seen, count: number): Buffer {
  return Buffer.from(JSON.stringify(events.slice(0, count)));
}

/** `isEncoded`: the body is as it came, and compressed where the request's header says so. */
function pass(
  target: string,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  isEncoded = true,
): Promise<Answer> {
  const isPassedOn = (name: string) => !NOT_PASSED_ON.has(name) && (isEncoded || name !== "content-encoding");
  const passedOn = Object.entries(headers).filter(([name]) => isPassedOn(name));
  const to = new URL(url ?? "/", target);
  return new Promise((resolve, reject) => {
    // No connection is kept: one that the collector took with it when it died would fail another request.
    const asked = request(to, { method, headers: Object.fromEntries(passedOn), agent: false }, (answer) => {
      const kept = Object.entries(answer.headers).filter(([name]) => !NOT_PASSED_ON.has(name));
      const answered = Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
      readAll(answer).then(
        (read) => resolve({ status: answer.statusCode ?? 502, headers: answered, body: read }),
        reject,
      );
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

/** The first half of a request arrives, and then the connection breaks. */
function cutOff(target: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const asked = request(new URL(url ?? "/", target), {
      method,
      headers: { ...headers, "content-length": body.length },
      agent: false,
    });
    asked.on("error", () => undefined);
    asked.on("close", () => resolve());
    asked.write(body.subarray(0, body.length / 2), () => asked.destroy());
  });
}

async function meet(
  fault: Fault,
  seen: Seen,
  /** What the collector answers to the request, or to the first so many of its events. */
  forward: (count?: number) => Promise<Answer>,
  outgoing: ServerResponse,
  random: Random,
): Promise<void> {
  switch (fault.how) {
    case "refused":
    case "cut request":
      outgoing.destroy();
      return;
    case "silence":
      // The client gives up, and closes; or the run is over before.
      await forward();
      return;
    case "cut answer": {
      const { status, headers, body } = await forward();
      outgoing.writeHead(status, { ...headers, "content-length": String(body.length) });
      outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy());
      return;
    }
    case "truncated answer": {
      const answer = await forward();
      return write(outgoing, { ...answer, body: answer.body.subarray(0, answer.body.length / 2) });
    }
    case "lost answer":
      await forward();
      return write(outgoing, { status: fault.status, headers: {}, body: Buffer.from("gateway") });
    case "twice":
      await forward();
      return write(outgoing, await forward());
    case "partial receipt":
      return write(outgoing, partial(await forward(), random));
    case "part taken":
      return write(outgoing, await forward(random.int(1, seen.events.length - 1)));
    case "busy receipt":
      return write(outgoing, busy(seen));
    case "no protocol header": {
      const answer = await forward();
      delete answer.headers["earshot-protocol"];
      return write(outgoing, answer);
    }
    case "stranger":
    case "problem": {
      const answer = answerOf(fault, random, Date.now());
      const own: Record<string, string> = fault.how === "problem" ? { "earshot-protocol": PROTOCOL_VERSION } : {};
      const body = Buffer.from(answer.body);
      return write(outgoing, { status: answer.status, headers: { ...answer.headers, ...own }, body });
    }
    default:
      fault satisfies never;
  }
}

/** Without some of its lines; without all where there is only one. */
function partial(answer: Answer, random: Random): Answer {
  if (answer.status !== 200) return answer;
  const receipt = JSON.parse(answer.body.toString("utf8")) as { results: unknown[] };
  const isLeft = receipt.results.map(() => random.chance(0.5));
  if (!isLeft.includes(false)) isLeft[random.int(0, isLeft.length - 1)] = false;
  const results = receipt.results.filter((_, index) => isLeft[index]);
  return { ...answer, body: Buffer.from(JSON.stringify({ ...receipt, results })) };
}

function busy({ events }: Seen): Answer {
  const problem = { type: problemType("busy"), title: "Again, please" };
  const results = events.map(({ id }) => ({ id, status: "retry", retryAfter: 1, problem }));
  const receipt = { epoch: SOME_EPOCH, head: "0", results, wantBlobs: [] };
  const headers = { "content-type": "application/json", "earshot-protocol": PROTOCOL_VERSION };
  return { status: 200, headers, body: Buffer.from(JSON.stringify(receipt)) };
}

function write(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  outgoing.writeHead(status, { "access-control-allow-origin": "*", ...headers }).end(status === 204 ? undefined : body);
}

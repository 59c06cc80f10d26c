import { connect } from "node:net";
import { once } from "node:events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { open } from "@/tests/support/postgres-and-pglite";
import { createLog } from "../log";
import type { Db } from "../store/db";
import { newReport, openDesk, type Desk } from "../test-kit";

const lines: string[] = [];
let db: Db;
let desk: Desk;
let port = 0;

beforeAll(async () => {
  db = await open("pglite");
  const log = createLog(
    (line) => lines.push(line),
    () => new Date(),
  );
  desk = await openDesk(db, { log });
  const patience = { headersMs: 300, requestMs: 600 };
  const { endpoint } = await desk.collector.listen({ host: "127.0.0.1", port: 0, patience });
  port = Number(new URL(endpoint).port);
});
afterAll(async () => {
  await desk.collector.close();
  await db.close();
});

/** Sends raw text and reads until the other side closes; "" where it closed without a word. */
async function talk(text: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let said = "";
  socket.on("data", (chunk: Buffer) => (said += chunk.toString()));
  socket.on("error", () => {});
  socket.write(text);
  await once(socket, "close");
  return said;
}

function head(more: readonly string[] = []): string {
  const headers = [
    "Host: collector",
    `Authorization: Bearer ${desk.ingest}`,
    "Content-Type: application/json",
    ...more,
  ];
  return `POST /v1/events HTTP/1.1\r\n${headers.join("\r\n")}\r\n`;
}

function whole(body: string, more: readonly string[] = []): string {
  return `${head([`Content-Length: ${Buffer.byteLength(body)}`, "Connection: close", ...more])}\r\n${body}`;
}

const statusOf = (said: string) => said.split("\r\n")[0];

it.each<[string, () => string, string]>([
  ["1,000 long headers", () => whole("[]", many(1000, "x".repeat(40))), "HTTP/1.1 431 Request Header Fields Too Large"],
  ["1,000 short headers", () => whole("[]", many(1000, "x")), "HTTP/1.1 200 OK"],
  ["headers that never end", () => head(), "HTTP/1.1 408 Request Timeout"],
  ["a body that never ends", () => `${head(["Content-Length: 100"])}\r\n[`, "HTTP/1.1 408 Request Timeout"],
  [
    "a body that grows without end",
    () => `${head(["Transfer-Encoding: chunked"])}\r\n${chunkOf(1_100_000)}`,
    "HTTP/1.1 413",
  ],
  ["two lengths", () => `${head(["Content-Length: 2", "Content-Length: 3"])}\r\n[]`, "HTTP/1.1 400 Bad Request"],
  ["no HTTP at all", () => "\u0016\u0003\u0001 hello\r\n\r\n", "HTTP/1.1 400 Bad Request"],
  ["JSON as deep as it is long", () => whole("[".repeat(200_000) + "]".repeat(200_000)), "HTTP/1.1 200 OK"],
  ["bytes that are no UTF-8 in a header", () => whole("[]", ["X-Odd: \u00ff\u0001"]), "HTTP/1.1 400 Bad Request"],
])("answers %s and goes on", async (_name, text, expected) => {
  const said = await talk(text());
  expect(statusOf(said)).toContain(expected);
  await goesOn();
});

it("takes the last of two keys of one name, as every JSON parser does, and both stand under one id", async () => {
  const { event } = newReport();
  const text = JSON.stringify(event).replace('"words":', '"words":"first","words":');
  expect(await talk(whole(`[${text}]`))).toContain('"status":"accepted"');
  // What is stored is what was hashed: the event with the last one alone is the same event.
  expect(await talk(whole(`[${JSON.stringify(event)}]`))).toContain('"status":"duplicate"');
});

it("goes on where a client goes away in the middle, and has nothing to say about it in its log", async () => {
  const socket = connect(port, "127.0.0.1");
  socket.write(`${head(["Content-Length: 1000"])}\r\n[{`);
  await once(socket, "connect");
  socket.destroy();
  await once(socket, "close");
  await goesOn();
  expect(lines).toEqual([]);
});

async function goesOn(): Promise<void> {
  const { event } = newReport();
  expect(await talk(whole(JSON.stringify([event])))).toContain('"status":"accepted"');
}

function many(count: number, value: string): string[] {
  return Array.from({ length: count }, (_, at) => `X-${at}: ${value}`);
}

function chunkOf(bytes: number): string {
  return `${bytes.toString(16)}\r\n${"x".repeat(bytes)}\r\n`;
}

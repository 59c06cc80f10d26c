import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { must, same, type Clause } from "../clause";
import { makeEvent, makeReport, type CloudEvent } from "../make";
import { BATCH, outcomesOf, receiptOf, type World } from "../world";

/** What becomes of one event that is sent by itself. */
async function sent({ send }: World, event: CloudEvent): Promise<string> {
  return outcomesOf(await send([event]), [event])[0] ?? "";
}

function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, child]) => [key, turned(child)]),
  );
}

export const eventClauses: Clause[] = [
  {
    id: "receipt.form",
    section: 3,
    says: "A batch is answered 200 with a receipt; numbers are decimal strings, and head has reached them",
    async check({ send, filed }) {
      const report = makeReport();
      filed.push(report);
      const { head, results } = await send([report.event]);
      same(outcomesOf({ head, results, epoch: "", wantBlobs: [] }, [report.event]), ["accepted"], "a report");
      const seq = results[0]?.seq;
      must(seq !== undefined && BigInt(head) >= BigInt(seq), `head ${head} is behind ${seq}`);
    },
  },
  {
    id: "receipt.empty",
    section: 3,
    says: "An empty batch is answered with a receipt",
    async check({ send }) {
      same((await send([])).results, [], "results");
    },
  },
  {
    id: "receipt.duplicate",
    section: 3,
    says: "An event that comes again is a duplicate with its first number, and alone it leaves head as it is",
    async check({ send, file }) {
      const { event } = await file();
      const first = await send([event]);
      same(outcomesOf(first, [event]), ["duplicate"], "again");
      const again = await send([event, event]);
      same(
        again.results.map(({ status }) => status),
        ["duplicate", "duplicate"],
        "twice in one batch",
      );
      same(again.results[0]?.seq, first.results[0]?.seq, "its number");
      same(again.head, first.head, "head");
    },
  },
  {
    id: "receipt.key-order",
    section: 2,
    says: "The order of keys, and the source, make no other event",
    async check(world) {
      const { event } = await world.file();
      same(await sent(world, turned(event) as CloudEvent), "duplicate", "keys in another order");
      same(await sent(world, { ...event, source: `urn:earshot:install:${randomUUID()}` }), "duplicate", "other source");
    },
  },
  {
    id: "receipt.id-reused",
    section: 3,
    says: "Other content under a known id is rejected: id-reused",
    async check(world) {
      const { event } = await world.file();
      const other = { ...event, data: { ...event.data, words: "Something else" } };
      same(await sent(world, other), "rejected id-reused", "other words");
      same(await sent(world, { ...event, id: event.id.toUpperCase() }), "rejected id-reused", "the id in capitals");
    },
  },
  {
    id: "receipt.at-once",
    section: 3,
    says: "An event that comes twenty times at once is accepted once",
    async check({ send, filed }) {
      const report = makeReport();
      filed.push(report);
      const receipts = await Promise.all(Array.from({ length: 20 }, () => send([report.event])));
      const seen = receipts.flatMap(({ results }) => results.map(({ status }) => status));
      same(seen.filter((status) => status === "accepted").length, 1, "accepted");
      same(seen.filter((status) => status === "duplicate").length, 19, "duplicates");
    },
  },
  {
    id: "receipt.one-bad",
    section: 3,
    says: "A bad event is rejected with a pointer to its fault, and the others of its batch are stored",
    async check({ send, filed }) {
      const [good, bad, other] = [makeReport(), makeReport({ words: "x".repeat(4001) }), makeReport()];
      filed.push(good, other);
      const events = [good.event, bad.event, other.event];
      const receipt = await send(events);
      same(outcomesOf(receipt, events), ["accepted", "rejected invalid-event", "accepted"], "three events");
      const problem = receipt.results.find(({ id }) => id === bad.event.id)?.problem;
      must(problem?.pointer?.includes("words") === true, `the pointer is ${problem?.pointer}`);
    },
  },
  {
    id: "receipt.nameless",
    section: 3,
    says: "An event without an id harms no other",
    async check({ send, filed }) {
      const { event, ...report } = makeReport();
      filed.push({ ...report, event });
      const receipt = await send([{ ...event, id: "7" }, "text", {}, event]);
      same(outcomesOf(receipt, [event]), ["accepted"], "the good one");
    },
  },
  {
    id: "event.malformed",
    section: 2,
    says: "An event that is no CloudEvent of the protocol is rejected: invalid-event",
    async check(world) {
      const { event } = makeReport();
      const spoilt: [string, object][] = [
        ["another version of CloudEvents", { specversion: "0.3" }],
        ["a time that is none", { time: "yesterday" }],
        ["a subject that is no UUID", { subject: "mine" }],
        ["a strange source", { source: "https://elsewhere.example" }],
        ["no data", { data: null }],
        ["no words and no kind", { data: { ...event.data, words: " ", kind: undefined } }],
        ["no reply hash", { data: { ...event.data, replyHash: undefined } }],
        ["a name beside anon", { data: { ...event.data, identity: "anon" } }],
      ];
      for (const [what, more] of spoilt) {
        same(await sent(world, { ...event, ...more, id: randomUUID() }), "rejected invalid-event", what);
      }
    },
  },
  {
    id: "event.prototype",
    section: 2,
    says: "Keys that reach a prototype, and endless nesting, are rejected",
    async check(world) {
      for (const text of ['"__proto__":{"a":1}', '"constructor":{}', `"deep":${"[".repeat(60)}${"]".repeat(60)}`]) {
        const { event } = makeReport();
        const body = `[${JSON.stringify(event).replace('"words":', `${text},"words":`)}]`;
        const receipt = receiptOf(await world.ask("/v1/events", { as: "ingest", headers: BATCH, body }));
        same(outcomesOf(receipt, [event]), ["rejected invalid-event"], text.slice(0, 14));
      }
    },
  },
  {
    id: "event.too-large",
    section: 3,
    says: "An event beyond its limit is rejected: too-large",
    async check(world) {
      const { limits } = world.config;
      const { event } = makeReport({ later: "x".repeat(limits.eventBytes) });
      same(await sent(world, event), "rejected too-large", `${limits.eventBytes} bytes and more`);
    },
  },
  {
    id: "event.unknown-type",
    section: 2,
    says: "An event of a type from the future is stored, and known when it comes again",
    async check(world) {
      const { id } = await world.file();
      const event = makeEvent("conformance.noted.v1", id, { anything: [1, { goes: true }] });
      same(await sent(world, event), "accepted", "first");
      same(await sent(world, event), "duplicate", "again");
    },
  },
  {
    id: "event.unknown-subject",
    section: 4,
    says: "An event about a report that is not here yet is to come again, after a time",
    needs: "session",
    async check({ send }) {
      const early = makeEvent("status.set.v1", randomUUID(), { status: "heard", basedOn: null });
      const receipt = await send([early], "session");
      same(outcomesOf(receipt, [early]), ["retry unknown-subject"], "a status");
      must((receipt.results[0]?.retryAfter ?? 0) > 0, "retryAfter is missing");
    },
  },
  {
    id: "request.refused-whole",
    section: 3,
    says: "A request that cannot be read is refused with its reason, and nothing of it is stored",
    async check({ ask, config, send }) {
      const { head } = await send([]);
      const { event } = makeReport();
      const batch = JSON.stringify([event]);
      const many = JSON.stringify(Array.from({ length: config.limits.batchEvents + 1 }, () => makeReport().event));
      const of = async (body: BodyInit, headers: Record<string, string> = BATCH) =>
        (await ask("/v1/events", { as: "ingest", headers, body })).said;
      same(await of("{"), "400 bad-json", "no JSON");
      same(await of(new Uint8Array([0x5b, 0xff, 0x5d])), "400 bad-json", "no UTF-8");
      same(await of("{}"), "400 not-an-array", "no array");
      same(await of(many), "413 too-many-events", "too many events");
      same(await of(`["${"x".repeat(config.limits.batchBytes)}"]`), "413 batch-too-large", "too many bytes");
      same(await of(batch, { "content-type": "text/plain" }), "415 unsupported-media-type", "text/plain");
      same((await send([])).head, head, "head afterwards");
    },
  },
  {
    id: "request.limits",
    section: 3,
    says: "413 says what the limits are",
    async check({ ask, config }) {
      const body = `["${"x".repeat(config.limits.batchBytes)}"]`;
      const { text } = await ask("/v1/events", { as: "ingest", headers: BATCH, body });
      const { limits } = JSON.parse(text) as { limits?: object };
      same(limits, { bytes: config.limits.batchBytes, events: config.limits.batchEvents }, "limits");
    },
  },
  {
    id: "request.coding",
    section: 3,
    says: "A coding that it does not know is answered 415 with Accept-Encoding",
    async check({ ask }) {
      const headers = { ...BATCH, "content-encoding": "x-unknown" };
      const answer = await ask("/v1/events", { as: "ingest", headers, body: "[]" });
      same(answer.said, "415 unsupported-content-encoding", "x-unknown");
      must(answer.headers.get("accept-encoding") !== null, "no Accept-Encoding");
    },
  },
  {
    id: "request.gzip",
    section: 3,
    says: "gzip is taken where /v1/config says so, else answered 415",
    async check({ ask, config, filed }) {
      const report = makeReport();
      filed.push(report);
      const headers = { ...BATCH, "content-encoding": "gzip" };
      const body = gzipSync(JSON.stringify([report.event]));
      const answer = await ask("/v1/events", { as: "ingest", headers, body });
      if (!config.limits.gzip) same(answer.said, "415 unsupported-content-encoding", "gzip");
      else same(outcomesOf(receiptOf(answer), [report.event]), ["accepted"], "gzip");
    },
  },
  {
    id: "request.gzip-bomb",
    section: 3,
    says: "200 MB out of 200 kB of gzip are answered 413, not unpacked",
    async check({ ask, config }) {
      if (!config.limits.gzip) return;
      const headers = { ...BATCH, "content-encoding": "gzip" };
      const answer = await ask("/v1/events", { as: "ingest", headers, body: bomb() });
      same(answer.said, "413 batch-too-large", "the bomb");
    },
  },
];

/** 200 MB of blanks: ten members of 20 MB each, one after the other, as gzip allows. */
function bomb(): Buffer<ArrayBuffer> {
  const member = gzipSync(Buffer.alloc(20 * 1024 * 1024, 0x20), { level: 9 });
  return Buffer.concat(Array.from({ length: 10 }, () => member));
}

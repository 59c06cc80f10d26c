import { expect, it } from "vitest";
import { bucketFileSchema } from "@/lib/protocol/bucket-file";
import { collectorConfigSchema } from "@/lib/protocol/collector-config";
import { gunzipSync } from "node:zlib";
import { manyKnown } from "@/tests/support/many-known";
import { onBothEngines } from "@/tests/support/postgres-and-pglite";
import { envelope, newReport, openDesk } from "../test-kit";

const MOST_BYTES = 60 * 1024;
const BATCH = 100;

onBothEngines("the file of a thousand known annoyances", (db) => {
  it("is at most 60 KiB as it is served", async () => {
    const desk = await openDesk(db());
    const known = manyKnown(1000, 3);
    expect(new Set(known.map(({ title }) => title)).size).toBe(1000);
    const filed = known.map(({ origin, path }) => newReport({ context: { origin, path } }));
    const said = known.flatMap(({ title, text, workaround, lang, status }, at) => {
      const id = filed[at]?.id ?? "";
      const texts = { title, lang, place: "page", ...(text && { text }), ...(workaround && { workaround }) };
      const note = { status, basedOn: null, note: "Thank you. We look at it this week." };
      return [envelope("summary.published.v1", id, texts), envelope("status.set.v1", id, note)];
    });
    await sendAll(
      desk.ingest,
      filed.map(({ event }) => event),
    );
    await sendAll(desk.reviewer, said);

    const config = await desk.ask("/v1/config", { token: desk.ingest });
    const { publicToken } = collectorConfigSchema.parse(await config.json());
    const answer = await desk.collector.fetch(
      new Request(`http://collector.test/p/${publicToken}/all.json`, { headers: { "accept-encoding": "gzip" } }),
    );
    expect(answer.headers.get("content-encoding")).toBe("gzip");
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const { items } = bucketFileSchema.parse(JSON.parse(gunzipSync(bytes).toString()));
    expect(items.map(({ title }) => title).toSorted()).toEqual(known.map(({ title }) => title).toSorted());
    expect(bytes.byteLength).toBeLessThanOrEqual(MOST_BYTES);

    async function sendAll(token: string, events: readonly { id: string }[]) {
      for (let from = 0; from < events.length; from += BATCH) {
        const receipt = await desk.send(token, "/v1/events", events.slice(from, from + BATCH));
        expect(receipt.results.filter(({ status }) => status !== "accepted")).toEqual([]);
      }
    }
  });
});

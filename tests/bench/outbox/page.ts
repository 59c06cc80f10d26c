import { LIMITS } from "@/lib/protocol/limits";
import { earshotOutbox } from "./earshot";
import { dexie, raw } from "./floors";
import { body, postBatch } from "./outboxes";
import { sentry, workbox } from "./peers";
import { dexieRows, plainRows } from "./same-rows";

const { origin } = location;

globalThis.outboxBench = {
  outboxes: {
    raw,
    plainRows: plainRows(origin),
    dexie,
    dexieRows,
    earshot: earshotOutbox(origin),
    workbox: workbox(`${origin}/plain`),
    sentry: sentry(`${origin}/plain`),
  },
  async post(count) {
    const size = LIMITS.clientBatchEvents;
    const batches = Array.from({ length: Math.ceil(count / size) }, (_, index) =>
      Array.from({ length: Math.min(size, count - index * size) }, body),
    );
    const start = performance.now();
    for (const batch of batches) await postBatch(origin, batch);
    return performance.now() - start;
  },
};

import { LIMITS } from "@/lib/protocol/limits";
import { earshotOutbox } from "./earshot";
import { dexie, raw } from "./floors";
import { body } from "./outboxes";
import { sentry, workbox } from "./peers";

const { origin } = location;

globalThis.outboxBench = {
  outboxes: {
    raw,
    dexie,
    earshot: earshotOutbox(origin),
    workbox: workbox(`${origin}/plain`),
    sentry: sentry(`${origin}/plain`),
  },
  async post(count) {
    const size = LIMITS.clientBatchEvents;
    const batches = Array.from({ length: Math.ceil(count / size) }, (_, index) =>
      Array.from({ length: Math.min(size, count - index * size) }, body).join(","),
    );
    const start = performance.now();
    for (const batch of batches) {
      const response = await fetch(`${origin}/v1/events`, { method: "POST", body: `[${batch}]` });
      await response.json();
    }
    return performance.now() - start;
  },
};

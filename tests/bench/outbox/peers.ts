import { makeBrowserOfflineTransport, makeFetchTransport } from "@sentry/browser";
import { Queue } from "workbox-background-sync/Queue.js";
import { body, type Outbox, timed } from "./outboxes";

/** Workbox' queue of requests, as a service worker replays it. */
export function workbox(url: string): Outbox {
  // It looks for a service worker's registration, and does without where there is no background sync.
  Object.assign(globalThis, { registration: {} });
  const push = (queue: Queue) => queue.pushRequest({ request: new Request(url, { method: "POST", body: body() }) });
  return {
    add: (count) => {
      const queue = new Queue(crypto.randomUUID(), { forceSyncFallback: true });
      return timed(count, () => push(queue));
    },
    async drain(count) {
      const queue = new Queue(crypto.randomUUID(), { forceSyncFallback: true });
      for (let index = 0; index < count; index += 1) await push(queue);
      const start = performance.now();
      await queue.replayRequests();
      return performance.now() - start;
    },
  };
}

/** Sentry's offline transport: what cannot be sent is queued, and goes item by item later. */
export function sentry(url: string): Outbox {
  const make = (isAway: () => boolean, dbName: string) =>
    makeBrowserOfflineTransport((options) => {
      const inner = makeFetchTransport(options);
      return {
        flush: (timeout) => inner.flush(timeout),
        send: (envelope) => (isAway() ? Promise.reject(new Error("away")) : inner.send(envelope)),
      };
    })({ url, dbName, maxQueueSize: 100_000, recordDroppedEvent() {} });
  type Envelope = Parameters<ReturnType<typeof make>["send"]>[0];
  const envelope = (): Envelope => [
    { event_id: crypto.randomUUID().replaceAll("-", ""), sent_at: new Date().toISOString() },
    [[{ type: "event" }, { message: body() }]],
  ];
  return {
    add: (count) => {
      const transport = make(() => true, crypto.randomUUID());
      return timed(count, () => Promise.resolve(transport.send(envelope())));
    },
    async drain(count) {
      let away = true;
      const name = crypto.randomUUID();
      const transport = make(() => away, name);
      for (let index = 0; index < count; index += 1) await transport.send(envelope());
      away = false;
      const start = performance.now();
      await transport.flush();
      while ((await sizeOf(name)) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
      return performance.now() - start;
    },
  };
}

function sizeOf(name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const open = indexedDB.open(name);
    open.addEventListener("error", () => reject(new Error("no database")));
    open.addEventListener("success", () => {
      const db = open.result;
      const count = db.transaction("queue").objectStore("queue").count();
      count.addEventListener("success", () => {
        db.close();
        resolve(count.result);
      });
    });
  });
}

import { collectDefaultMetrics, Counter, Histogram, Registry } from "prom-client";

/**
 * What the collector counts, for Prometheus. Sums alone: no metric has a label that could name a person, a report, a
 * site or an address.
 */
export type Metrics = ReturnType<typeof createMetrics>;

/** From what a quick disk does in a moment to what a client no longer waits for. */
const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name: `earshot_${name}`, help, labelNames, registers });
  const histogram = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name: `earshot_${name}`, help, buckets, registers });
  return {
    registry,
    receiptSeconds: histogram("receipt_seconds", "From a batch that was read to its receipt.", SECONDS),
    groupEvents: histogram(
      "group_events",
      "Events that were committed together.",
      [1, 2, 5, 10, 25, 50, 100, 200, 400],
    ),
    lockWaitSeconds: histogram("feed_lock_wait_seconds", "How long a group waited for the feed's row.", SECONDS),
    events: counter("events_total", "Events by what became of them.", "status"),
    rejected: counter("rejected_events_total", "Events that were not taken, by reason.", "slug"),
    refused: counter("refused_requests_total", "Requests that were not taken, by reason.", "slug"),
    rateLimited: counter("rate_limited_total", "Requests over a limit, by limit.", "pool"),
    polls: counter("polls_total", "Questions for news: 304 means that there was none.", "what", "status"),
    epochChanges: counter("epoch_changes_total", "Epochs that began while this process ran."),
    blobBytes: counter("blob_bytes_total", "Bytes of pictures that came."),
    erased: counter("erased_total", "What the nightly purge has deleted.", "what"),
  };
}

/** Answers what a Prometheus asks, with the process's own figures. */
export function metricsFetch({ registry }: Metrics): (request: Request) => Promise<Response> {
  collectDefaultMetrics({ register: registry });
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (request.method !== "GET" || pathname !== "/metrics") return new Response(null, { status: 404 });
    return new Response(await registry.metrics(), { headers: { "Content-Type": registry.contentType } });
  };
}

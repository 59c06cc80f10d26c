import { randomUUID } from "node:crypto";
import type { Collector } from "@/scripts/services/collector";
import { type CloudEvent, makeReport } from "@/tests/conformance/make";

/** As many as one request may carry. */
const BATCH = 100;

/** Files reports from computers of colleagues, straight at the collector; each `data` says what is special about it. */
export async function colleaguesFile(collector: Collector, reports: readonly object[]): Promise<void> {
  const events = reports.map((data) => makeReport(data).event);
  await colleaguesSay(collector, events);
}

/** Any events from a computer without the extension, in their order. */
export async function colleaguesSay(
  collector: Collector,
  events: readonly CloudEvent[],
  as: "ingestToken" | "reviewerToken" = "ingestToken",
): Promise<void> {
  for (let from = 0; from < events.length; from += BATCH) {
    const sent = await fetch(`${collector.url}/v1/events`, {
      method: "POST",
      headers: { authorization: `Bearer ${collector[as]}`, "content-type": "application/json" },
      body: JSON.stringify(events.slice(from, from + BATCH)),
    });
    const text = await sent.text();
    if (!sent.ok || /"status":"(rejected|retry)"/.test(text)) {
      throw new Error(`the collector answered ${sent.status}: ${text}`);
    }
  }
}

/** A word that is in no other text, not even as a part of one: to search by. */
export function oneWord(): string {
  return `mark${randomUUID().replaceAll("-", "")}`;
}

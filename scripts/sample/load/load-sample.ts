import { randomUUID } from "node:crypto";
import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BlobFiles, openBlobFiles } from "@/collector/blobs/blob-files";
import { type Collector, createCollector } from "@/collector/create-collector";
import { settingsSchema } from "@/collector/settings";
import type { Db } from "@/collector/store/db";
import { openPglite } from "@/collector/store/open-pglite";
import { markAsSample } from "@/collector/store/org";
import type { ReportDoc } from "@/lib/protocol/documents";
import { organisationSubject } from "@/lib/protocol/organisation-subject";
import { receiptSchema } from "@/lib/protocol/receipt";
import { UNLIMITED_RATES } from "@/tests/support/unlimited-rates";
import { COMPANY, REVIEWERS } from "../company";
import type { SampleEvent, Via } from "../sample-events";
import { createCopies } from "./copies";
import { monthToShare, sharingDays } from "./share-months";
import { inWaves, requestOf } from "./waves";

/** The sample's organisation: another one than a trial's, so that no browser mixes the two. */
export const SAMPLE_ORG = "sample";

/** A file in the collector's folder that says that it is a sample's. */
export const NOTE = "sample.json";

interface LoadOptions {
  /** The collector's folder, which must not be there yet. */
  folder: string;
  /** Kept in the folder, as `NOTE`. */
  note: string;
  events: readonly SampleEvent[];
  /** Called now and then with how much is in, from 0 to 1. */
  onProgress(share: number): void;
}

/** Fills a collector's folder; it appears only once all is in. */
export async function loadSample({ folder, note, ...filling }: LoadOptions): Promise<void> {
  if (existsSync(folder)) throw new Error(`${folder} is there already: nothing is mixed into it.`);
  const unfinished = `${folder}.loading`;
  rmSync(unfinished, { recursive: true, force: true });
  const { db } = await openPglite(unfinished);
  await fillCollector({ ...filling, db, blobs: openBlobFiles(join(unfinished, "blobs"), SAMPLE_ORG) });
  writeFileSync(join(unfinished, NOTE), note, { mode: 0o600 });
  renameSync(unfinished, folder);
}

type Filling = Omit<LoadOptions, "folder" | "note"> & { db: Db; blobs: BlobFiles };

/**
 * Lets our collector live through the year, on a clock that stands at each wave's moment: every event goes through the
 * same requests, credentials and checks as a browser's, and nothing is written past them. Closes the database.
 */
export async function fillCollector({ db, blobs, events, onProgress }: Filling): Promise<void> {
  let clock = events.at(-1)?.at ?? 0;
  const collector = await createCollector({
    db,
    blobs,
    org: SAMPLE_ORG,
    orgName: COMPANY,
    settings: settingsSchema.parse({ rates: UNLIMITED_RATES }),
    now: () => new Date(clock),
  });
  try {
    await markAsSample(db, SAMPLE_ORG);
    // Made at the end of the year: a token lasts a year, and must be good at its beginning.
    const tokens = await makeTokens(collector);
    const copies = createCopies((path) => askAs(collector, tokens.by, SHARES, path));
    const days = sharingDays(events[0]?.at ?? clock, clock);
    let done = 0;
    for (const wave of inWaves(events)) {
      for (; days[0] !== undefined && days[0] <= (wave[0]?.at ?? 0); days.shift()) {
        clock = days[0];
        await shareMonth(collector, tokens.by, await copies(), clock);
      }
      clock = wave.at(-1)?.at ?? clock;
      await sendWave(collector, tokens.by, wave);
      done += wave.length;
      onProgress(done / events.length);
    }
    for (const id of tokens.ids) await collector.tokens.revoke(id, "sample");
  } finally {
    await collector.close();
  }
}

/** Who of IT shares the months. */
const [SHARES = ""] = REVIEWERS.en;

/** "Share this month", of the month before. */
async function shareMonth(collector: Collector, tokens: Tokens, docs: readonly ReportDoc[], at: number): Promise<void> {
  const data = monthToShare(docs, at);
  if (data === null) return;
  const event = {
    specversion: "1.0",
    id: randomUUID(),
    source: "urn:earshot:reviewer",
    type: "org.earshot.digest.published.v1",
    subject: organisationSubject(SAMPLE_ORG),
    time: new Date(at).toISOString(),
    datacontenttype: "application/json",
    data,
  };
  await send(collector, tokens, [{ at, via: { as: "reviewer", name: SHARES }, event }]);
}

function askAs(collector: Collector, tokens: Tokens, name: string, path: string): Promise<Response> {
  const { authorization } = wayOf({ as: "reviewer", name }, "", tokens);
  return collector.fetch(new Request(`http://collector${path}`, { headers: { authorization } }));
}

interface Tokens {
  ingest: string;
  reviewers: ReadonlyMap<string, string>;
}

async function makeTokens({ tokens }: Collector): Promise<{ by: Tokens; ids: string[] }> {
  const ingest = await tokens.create("ingest", "sample", "sample");
  const names = [...new Set(Object.values(REVIEWERS).flat())];
  const reviewers = await Promise.all(names.map((name) => tokens.create("reviewer", name, "sample")));
  return {
    by: { ingest: ingest.token, reviewers: new Map(reviewers.map(({ name, token }) => [name, token])) },
    ids: [ingest, ...reviewers].map(({ id }) => id),
  };
}

/** One wave: what may share a request does, as a browser would have it; what may not has its own. */
async function sendWave(collector: Collector, tokens: Tokens, wave: readonly SampleEvent[]): Promise<void> {
  const requests = new Map<string, SampleEvent[]>();
  for (const each of wave) {
    const key = requestOf(each);
    requests.set(key, [...(requests.get(key) ?? []), each]);
  }
  await Promise.all([...requests.values()].map((together) => send(collector, tokens, together)));
}

async function send(collector: Collector, tokens: Tokens, together: readonly SampleEvent[]): Promise<void> {
  const [first] = together;
  if (!first) return;
  const { path, authorization } = wayOf(first.via, first.event.subject, tokens);
  const response = await collector.fetch(
    new Request(`http://collector${path}`, {
      method: "POST",
      headers: { authorization, "content-type": "application/cloudevents-batch+json" },
      body: JSON.stringify(together.map(({ event }) => event)),
    }),
  );
  const body: unknown = await response.json();
  const receipt = receiptSchema.safeParse(body);
  const isIn = receipt.success && receipt.data.results.every(({ status }) => status === "accepted");
  if (!isIn) throw new Error(`The collector did not take the sample (${path}): ${JSON.stringify(body).slice(0, 400)}`);
}

function wayOf(via: Via, subject: string, tokens: Tokens): { path: string; authorization: string } {
  switch (via.as) {
    case "named":
      return { path: "/v1/events", authorization: `Bearer ${tokens.ingest}` };
    case "anonymous":
      return { path: "/v1/anon/events", authorization: `Bearer ${tokens.ingest}` };
    case "thread":
      return { path: `/v1/threads/${subject}/events`, authorization: `Reply ${via.key}` };
    case "reviewer":
      return { path: "/v1/events", authorization: `Bearer ${tokens.reviewers.get(via.name) ?? ""}` };
    default:
      return via satisfies never;
  }
}

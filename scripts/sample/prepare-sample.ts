import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { collectorKey } from "@/lib/outbox/collector-key";
import type { MineRow } from "@/lib/database/rows";
import { loadSample, NOTE, SAMPLE_ORG } from "./load/load-sample";
import { makeSample, type Sample } from "./make-sample";
import { TAGS } from "./person";

/** Who looks at the sample. */
export const ME = "Ada from Accounting";

const SEED = 20;
const REPORTS = 2000;

/** What stands in the note, for whoever looks at the sample later. */
interface Note {
  /** RFC 3339: when the year ended. */
  madeAt: string;
  mine: MineRow[];
}

export interface PrepareOptions {
  /** The folder of everything that the sample needs, a trial's collector never in it. */
  data: string;
  handbookOrigin: string;
  collectorUrl: string;
  print(line: string): void;
}

/** Makes the sample's collector where there is none yet. Gives what the browser of `ME` has of its reports. */
export async function prepareSample({
  data,
  handbookOrigin,
  collectorUrl,
  print,
}: PrepareOptions): Promise<readonly MineRow[]> {
  if (!isSample(data)) await make(data, handbookOrigin, print);
  const { mine } = JSON.parse(readFileSync(noteOf(data), "utf8")) as Note;
  // The collector may have another port than last time.
  const collector = collectorKey(collectorUrl, SAMPLE_ORG);
  return mine.map((row) => ({ ...row, collector }));
}

/** Whether the folder is a sample's. */
export function isSample(data: string): boolean {
  return existsSync(noteOf(data));
}

const noteOf = (data: string) => join(data, "collector", NOTE);

async function make(data: string, handbookOrigin: string, print: (line: string) => void): Promise<void> {
  refuseReal(data);
  mkdirSync(data, { recursive: true });
  const now = Date.now();
  const sample = makeSample({ seed: SEED, now, reports: REPORTS, handbookOrigin, me: ME });
  print(`Filling the collector with a year of a made-up company: ${sample.reports} reports. Once; a minute or so …`);
  let told = 0;
  const note: Note = { madeAt: new Date(now).toISOString(), mine: rowsOf(sample) };
  await loadSample({
    folder: join(data, "collector"),
    note: JSON.stringify(note),
    events: sample.events,
    onProgress(share) {
      const tenth = Math.floor(share * 10);
      if (tenth > told) print(`  ${tenth * 10} %`);
      told = Math.max(told, tenth);
    },
  });
}

function refuseReal(data: string): void {
  const isTaken = ["start.json", "collector", "browser"].some((name) => existsSync(join(data, name)));
  if (!isTaken) return;
  throw new Error(
    `${data} holds something that is no sample. Nothing is mixed: name another folder with --data, or leave it out.`,
  );
}

/** As the browser that filed them would have them: the words, and the key that only it has. */
function rowsOf({ mine }: Sample): MineRow[] {
  return mine.map(({ report, site, kind }) => ({
    id: report.id,
    collector: "",
    replyKey: report.key,
    identity: "claimed",
    createdAt: report.at,
    words: report.words,
    lang: TAGS[report.language],
    goal: null,
    kind,
    burden: report.burden ?? {},
    siteName: site,
    thread: null,
    etag: null,
    nextPollAt: 0,
    polledAt: 0,
    seenAt: report.at,
  }));
}

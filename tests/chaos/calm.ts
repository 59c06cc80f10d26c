import type { BlobRow } from "@/lib/database/rows";
import type { Person } from "./person";
import type { ChaosProxy } from "./proxy";
import type { Reviewer } from "./reviewer";
import { pause } from "./within";
import type { Writer } from "./writer";

/** Nothing waits longer for its turn in this build than half a minute. */
const PATIENCE_MS = 120_000;
const BETWEEN_LOOKS_MS = 500;

export interface CalmOptions {
  writers: readonly Writer[];
  reviewer: Reviewer;
  proxy: ChaosProxy;
  say(line: string): void;
}

export interface Calmed {
  /** How many pictures waited, and would have waited for an hour, while the last texts went out. */
  waited: number;
  /** How many of these texts did not. */
  heldBack: number;
}

/**
 * Nothing goes wrong any more, and all that waits goes out: first every text, while pictures are still turned away, then
 * the pictures, and then everybody reads what there is.
 */
export async function calmDown({ writers, reviewer, proxy, say }: CalmOptions): Promise<Calmed> {
  proxy.calm();
  proxy.turnsPicturesAway = true;
  // One more, so that the collector is heard: it may tell another history, and want all of it again.
  for (const writer of writers) await until(() => writer.file(false));
  await Promise.all([...writers, reviewer].map((person) => drain(person, say)));
  const held = await Promise.all(writers.map(writeBehindPicture));
  proxy.turnsPicturesAway = false;
  await Promise.all(writers.map((writer) => drainPictures(writer, say)));
  await Promise.all(writers.map((writer) => readThreads(writer, reviewer, say)));
  if (!(await until(() => hasRead(reviewer)))) say(`${reviewer.name} could not read what is new`);
  return {
    waited: held.reduce((sum, { waited }) => sum + waited, 0),
    heldBack: held.reduce((sum, { heldBack }) => sum + heldBack, 0),
  };
}

/** A text that is written while a picture was turned away for an hour; nothing opens any way in between. */
async function writeBehindPicture(writer: Writer): Promise<Calmed> {
  await until(() => writer.file(true));
  await until(async () => (await waitingPictures(writer)).some(({ attempt }) => attempt > 0));
  await until(() => writer.file(false));
  const heldBack = await untilNone(async () => (await writer.waiting()).waiting);
  return { waited: (await waitingPictures(writer)).length, heldBack };
}

/** Until nothing waits any more, or nothing moves. */
async function drain(person: Person, say: (line: string) => void): Promise<void> {
  let reason: string | null = null;
  const left = await untilNone(async () => {
    await tryAgain(person);
    const sync = await person.waiting();
    reason = sync.reason;
    return sync.waiting;
  });
  if (left > 0) say(`${left} events of ${person.name} still wait: ${reason ?? "nobody knows why"}`);
}

async function drainPictures(writer: Writer, say: (line: string) => void): Promise<void> {
  const left = await untilNone(async () => {
    await tryAgain(writer);
    return (await waitingPictures(writer)).length;
  });
  if (left > 0) say(`${left} pictures of ${writer.name} still wait`);
}

/** Until the reporter has read all that IT said to them. */
async function readThreads(writer: Writer, { profile: desk }: Reviewer, say: (line: string) => void): Promise<void> {
  const said = (await desk.read("outbox")).filter(({ route, state }) => route === "session" && state === "received");
  const left = await untilNone(async () => {
    await writer.profile.ask("popup.refresh", null).catch(() => undefined);
    const mine = (await writer.profile.read("mine")).filter(({ takenBackAt }) => takenBackAt === undefined);
    const revs = new Map(mine.map(({ id, thread }) => [id, BigInt(thread?.rev ?? 0)]));
    return said.filter(({ subject, seq }) => BigInt(seq ?? 0) > (revs.get(subject) ?? BigInt(seq ?? 0))).length;
  });
  if (left > 0) say(`${left} answers were not read by ${writer.name}`);
}

async function hasRead({ profile }: Reviewer): Promise<boolean> {
  await profile.ask("popup.refresh", null);
  return true;
}

/** Those that the collector wants and does not have. */
async function waitingPictures({ profile }: Writer): Promise<BlobRow[]> {
  const rows = await profile.read("blobs");
  return rows.filter(({ state }) => state === "wanted" || state === "leased");
}

/** Its worker or browser may not be up yet. */
async function tryAgain(person: Person): Promise<void> {
  await person.changePolicy().catch(() => undefined);
}

/** Asks again until it is so; gives whether it came to be in time. */
async function until(isSo: () => Promise<boolean>): Promise<boolean> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (Date.now() < giveUpAt) {
    if (await isSo().catch(() => false)) return true;
    await pause(BETWEEN_LOOKS_MS);
  }
  return false;
}

/** Counts again until there are none, or there are no fewer for a long time; gives how many there are then. */
async function untilNone(count: () => Promise<number>): Promise<number> {
  let before = -1;
  for (let movedAt = Date.now(); Date.now() - movedAt < PATIENCE_MS; await pause(BETWEEN_LOOKS_MS)) {
    const now = await count().catch(() => before);
    if (now === 0) return 0;
    if (now !== before) movedAt = Date.now();
    before = now;
  }
  return before;
}

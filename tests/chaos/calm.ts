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

/**
 * Nothing goes wrong any more, and all that waits goes out: first every text, while pictures are still turned away, then
 * the pictures, and then everybody reads what there is. Gives how many pictures waited when the last text was out.
 */
export async function calmDown({ writers, reviewer, proxy, say }: CalmOptions): Promise<{ waited: number }> {
  proxy.calm();
  proxy.turnedAway = 0;
  for (const writer of writers) await fileOne(writer, true);
  await until(async () => {
    await Promise.all(writers.map(tryAgain));
    return (proxy.turnedAway ?? 0) >= writers.length;
  });
  // One more, behind a picture that fails; and so the collector is heard: it may tell another history, and want all of it.
  for (const writer of writers) await fileOne(writer, false);
  await Promise.all([...writers, reviewer].map((person) => drain(person, say)));
  const waiting = await Promise.all(writers.map(waitingPictures));
  proxy.turnedAway = null;
  await Promise.all(writers.map((writer) => drainPictures(writer, say)));
  await Promise.all(writers.map((writer) => readThreads(writer, reviewer, say)));
  if (!(await until(() => hasRead(reviewer)))) say(`${reviewer.name} could not read what is new`);
  return { waited: waiting.reduce((sum, count) => sum + count, 0) };
}

async function fileOne(writer: Writer, withPicture: boolean): Promise<void> {
  await until(() => writer.file(withPicture));
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
    return waitingPictures(writer);
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
async function waitingPictures({ profile }: Writer): Promise<number> {
  const rows = await profile.read("blobs");
  return rows.filter(({ state }) => state === "wanted" || state === "leased").length;
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

import type { BlobRow, BodyRow, MineRow, OutboxRow, ReportRow } from "@/lib/database/rows";
import type { Profile } from "./profile";
import type { Acknowledged, SaidEvent } from "./verdict";
import type { TakingBack } from "./taking-back";

/** All that one browser has in the end. */
export interface Left {
  outbox: readonly OutboxRow[];
  bodies: readonly BodyRow[];
  mine: readonly MineRow[];
  reports: readonly ReportRow[];
  blobs: readonly BlobRow[];
  /** The pictures of which there are bytes still. */
  bytes: readonly Pick<BlobRow, "subject" | "sha256">[];
  /** All of it as text. */
  text: string;
}

export async function readLeft(profile: Profile): Promise<Left> {
  const left = {
    outbox: await profile.read("outbox"),
    bodies: await profile.read("bodies"),
    mine: await profile.read("mine"),
    reports: await profile.read("reports"),
    blobs: await profile.read("blobs"),
    bytes: (await profile.read("blobBytes")).map(({ subject, sha256 }) => ({ subject, sha256 })),
  };
  return { ...left, text: JSON.stringify([left, await profile.read("drafts")]) };
}

export function eventsOf({ outbox }: Left): SaidEvent[] {
  return outbox.map(({ id, subject, type, route, state, problem, order = 0 }) => {
    return { id, subject, type, route, state, slug: problem?.slug ?? null, order };
  });
}

/**
 * What became of the reports that somebody took back: "deleted" ones never left the computer, the others were erased.
 * Where a kill has cut off the answer, what is left says which.
 */
export type TakenBack = ReadonlyMap<string, "deleted" | "erased">;

export function takenBackOf({ mine }: Left, { asked, deleted }: TakingBack): TakenBack {
  const kept = new Map(mine.map((row) => [row.id, row]));
  const became = new Map<string, "deleted" | "erased">();
  for (const id of asked) {
    if (deleted.has(id) || !kept.has(id)) became.set(id, "deleted");
    else if (kept.get(id)?.takenBackAt !== undefined) became.set(id, "erased");
  }
  return became;
}

/** Without what was said of reports that its author took back. */
export function stillClaimed(acknowledged: readonly Acknowledged[], takenBack: TakenBack): Acknowledged[] {
  return acknowledged.filter(({ subject }) => !takenBack.has(subject));
}

import type { Stored } from "./stored";
import type { TakenPicture } from "./writer";

export interface PicturesSaid {
  /** Those that were called saved, and those that stand in the browser; each once. */
  taken: readonly TakenPicture[];
  /** How far the browser says that each has come, by `keyOf`. */
  states: ReadonlyMap<string, string>;
  /** Reports that were to be taken back at some time, even where their author thought better of it. */
  ended: ReadonlySet<string>;
}

export interface PictureVerdict {
  taken: number;
  /** At the collector, once, with the bytes that were taken. */
  arrived: number;
  /** Gone with their report, or because it was to go. */
  ended: number;
  wrong: string[];
}

export function keyOf({ subject, sha256 }: TakenPicture): string {
  return `${subject} ${sha256}`;
}

/** Compares the pictures that were taken with those that are stored; pure. No two of them have the same bytes. */
export function judgePictures({ taken, states, ended }: PicturesSaid, stored: Stored): PictureVerdict {
  const owed = taken.filter(({ subject }) => !ended.has(subject));
  const missing = owed.map((picture) => [picture, whyMissing(picture, states, stored)] as const);
  const named = new Set(stored.pictures.map(({ sha256 }) => sha256));
  const filed = new Set(taken.map(keyOf));
  return {
    taken: taken.length,
    arrived: missing.filter(([, why]) => why === null).length,
    ended: taken.length - owed.length,
    wrong: [
      ...missing.flatMap(([picture, why]) => (why === null ? [] : [`a picture ${why}: ${keyOf(picture)}`])),
      ...stored.files
        .filter(({ name, sha256 }) => name !== sha256)
        .map(({ name }) => `other bytes than named: ${name}`),
      ...stored.files.filter(({ name }) => !named.has(name)).map(({ name }) => `a file that no report names: ${name}`),
      ...stored.pictures
        .filter(({ report, sha256 }) => !filed.has(keyOf({ subject: report, sha256 })))
        .map(({ report, sha256 }) => `a picture that nobody took: ${report} ${sha256}`),
    ],
  };
}

function whyMissing(picture: TakenPicture, states: PicturesSaid["states"], stored: Stored): string | null {
  const { subject, sha256 } = picture;
  const state = states.get(keyOf(picture));
  if (state !== "stored") return `that waits here (${state ?? "nowhere"})`;
  const rows = stored.pictures.filter((row) => row.report === subject && row.sha256 === sha256 && row.isStored);
  if (rows.length !== 1) return `that the collector has ${rows.length} times`;
  if (!stored.files.some(({ name }) => name === sha256)) return "without its file";
  const attachments = stored.documents.get(subject)?.doc?.attachments ?? [];
  return attachments.some((each) => each.sha256 === sha256 && each.stored) ? null : "that its document does not show";
}

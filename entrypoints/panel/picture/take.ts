import type { Edits } from "@/lib/capture/picture/edits";
import type { Source } from "@/lib/capture/picture/make-picture";
import type { NoPicture } from "@/lib/capture/picture/shot";
import { send } from "@/lib/messaging/client";
import type { Picture, PointedElement } from "@/lib/messaging/messages";
import type * as work from "./work";

/** What most reports never need, loaded at the tick: the painter, the encoder and the editor. */
type Work = typeof work;

/** Why there is no picture; `out`: it was taken out of a report without a name. */
export type NoteName = NoPicture | "too-large" | "out";

/** The picture as it was taken, in this page's memory and nowhere else, and what has become of it. */
export interface Held {
  work: Work;
  source: Source;
  edits: Edits;
  /** What is black in it, in words. */
  said: string;
}

export type Made = { held: Held; picture: Picture } | { note: NoteName };

/** Takes a picture, blacks out what must be, and encodes it. Whatever goes wrong on the way: no picture. */
export async function takePicture(session: string, element: PointedElement | null): Promise<Made> {
  let source: Source | null = null;
  try {
    const parts = await import("./work");
    const taken = await send("panel.picture", { session, element });
    if (!taken.ok) return { note: taken.reason };
    source = await parts.readShot(taken.shot);
    return await encode(parts, source, { ...parts.NO_EDITS, crop: source.crop });
  } catch {
    source?.bitmap.close();
    return { note: "failed" };
  }
}

/** The same picture with other edits. */
export async function encode(parts: Work, source: Source, edits: Edits): Promise<Made> {
  try {
    const picture = await parts.makePicture(source, edits);
    return { held: { work: parts, source, edits, said: parts.sayBlack(source, edits) }, picture };
  } catch (error) {
    source.bitmap.close();
    return { note: error instanceof parts.TooLarge ? "too-large" : "failed" };
  }
}

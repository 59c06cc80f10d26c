import type { Picture } from "@/lib/messaging/messages";
import { coversInPixels, type Edits, startCrop } from "./edits";
import { nextEncoding } from "./encode-steps";
import { pixelScale } from "./geometry";
import { paintPicture } from "./paint";
import type { Cover, Rect, Shot } from "./shot";
import { bareWebp } from "./webp";

/** A shot that was unpacked: what editor and encoder work on. `close` it as soon as nobody needs it any more. */
export interface Source {
  bitmap: ImageBitmap;
  /** In pixels of the bitmap. */
  covers: Cover[];
  /** Around what was pointed at. */
  crop: Rect | null;
}

/** The picture is larger than any picture may be, however coarse. */
export class TooLarge extends Error {
  override name = "TooLarge";
}

/** Unpacks a shot. Throws where it is not certain what is where in it. */
export async function readShot({ png, view, covers, element }: Shot): Promise<Source> {
  const file = await (await fetch(png)).blob();
  const bitmap = await createImageBitmap(file);
  const size = { w: bitmap.width, h: bitmap.height };
  if (pixelScale(view, size) === null) {
    bitmap.close();
    throw new Error(`a picture of ${size.w} x ${size.h} of a window of ${view.w} x ${view.h}`);
  }
  return { bitmap, covers: coversInPixels(covers, view, size), crop: startCrop(element, view, size) };
}

/** Black-outs, crop and marks, encoded anew. Throws (`NotBlack`, `TooLarge` and others): then there is no picture. */
export async function makePicture({ bitmap, covers }: Source, edits: Edits): Promise<Picture> {
  const canvas = paintPicture(bitmap, covers, edits);
  const tried: number[] = [];
  let file: Blob | null = null;
  for (;;) {
    const next = nextEncoding(tried);
    if (next === "too-large") throw new TooLarge();
    if (next === "take") break;
    file = await canvas.convertToBlob({ type: "image/webp", quality: next.quality });
    tried.push(file.size);
  }
  // A browser that cannot encode WebP gives PNG without a word.
  const bytes = bareWebp(new Uint8Array((await file?.arrayBuffer()) ?? []));
  if (!bytes) throw new Error("not a WebP file");
  return { base64: base64(bytes), type: "image/webp", w: canvas.width, h: canvas.height };
}

/** RFC 4648 section 4. In pieces, since a call takes only so many arguments. */
function base64(bytes: Uint8Array): string {
  const PIECE = 0x3000;
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  }
  return text;
}

import { NO_EDITS } from "@/lib/capture/picture/edits";
import { readShot } from "@/lib/capture/picture/make-picture";
import { collectCovers, isSame } from "@/lib/capture/picture/page/collect";
import { paintPicture } from "@/lib/capture/picture/paint";

/** Runs in the page that is measured: what picture-rects.js and the panel do to a picture, without what lies between. */
globalThis.benchRedact = async (png) => {
  const began = performance.now();
  const before = collectCovers(window);
  const after = collectCovers(window);
  if (typeof before === "string" || typeof after === "string" || !isSame(before, after)) throw new Error("no picture");
  const collected = performance.now() - began;
  const source = await readShot({ png, ...after, element: null });
  const unpacked = performance.now();
  paintPicture(source.bitmap, source.covers, NO_EDITS);
  return { tookMs: collected + performance.now() - unpacked, covers: source.covers.length };
};

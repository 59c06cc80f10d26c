import { blackRects, type Edits, type Mark } from "./edits";
import { fit, type Size } from "./geometry";
import { LONG_SIDE } from "./encode-steps";
import type { Cover, Rect } from "./shot";

/** A picture has no theme: a red with a white edge is seen on any page. */
const INK = "#d3241b";
const EDGE = "#ffffff";
const BLACK = "#000000";

/** Redaction did not do what it must; there is no picture then. */
class NotBlack extends Error {
  override name = "NotBlack";
}

/**
 * The picture as it will be sent, on a fresh canvas of at most 1600 pixels. Black-outs overwrite the pixels of a full
 * copy before anything is scaled: smoothing must not mix what is private into what is around it. Throws `NotBlack`
 * where a pixel that was overwritten does not read black.
 */
export function paintPicture(source: ImageBitmap, covers: readonly Cover[], edits: Edits): OffscreenCanvas {
  const whole: Size = { w: source.width, h: source.height };
  const full = surface(whole);
  full.context.drawImage(source, 0, 0);
  const black = blackRects(covers, edits, whole);
  full.context.fillStyle = BLACK;
  for (const { x, y, w, h } of black) full.context.fillRect(x, y, w, h);
  for (const rect of black) assertBlack(full.context, rect);

  const crop = edits.crop ?? { x: 0, y: 0, ...whole };
  const size = fit(crop, LONG_SIDE);
  const out = surface(size);
  out.context.imageSmoothingQuality = "high";
  out.context.drawImage(full.canvas, crop.x, crop.y, crop.w, crop.h, 0, 0, size.w, size.h);
  out.context.scale(size.w / crop.w, size.h / crop.h);
  out.context.translate(-crop.x, -crop.y);
  // As wide as a finger's line at the size at which the picture is looked at.
  const width = Math.max(2, (Math.max(crop.w, crop.h) / 1200) * 4);
  for (const mark of edits.marks) if (mark.tool !== "black") drawMark(out.context, mark, width);
  return out.canvas;
}

function surface({ w, h }: Size) {
  const canvas = new OffscreenCanvas(w, h);
  const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  return { canvas, context };
}

function assertBlack(context: OffscreenCanvasRenderingContext2D, { x, y, w, h }: Rect): void {
  const { data } = context.getImageData(x, y, w, h);
  // Four bytes at a time, as the pixel lies in memory: alpha is last.
  const pixels = new Uint32Array(data.buffer);
  const opaque = new Uint32Array(new Uint8Array([0, 0, 0, 255]).buffer)[0];
  for (const pixel of pixels) if (pixel !== opaque) throw new NotBlack();
}

type Context = OffscreenCanvasRenderingContext2D;

function drawMark(context: Context, { tool, from, to }: Mark, width: number): void {
  context.lineJoin = "round";
  context.lineCap = "round";
  const path = new Path2D();
  if (tool === "frame") path.rect(from.x, from.y, to.x - from.x, to.y - from.y);
  else {
    path.moveTo(from.x, from.y);
    path.lineTo(to.x, to.y);
    const angle = Math.atan2(to.y - from.y, to.x - from.x);
    const length = Math.min(width * 6, Math.hypot(to.x - from.x, to.y - from.y) * 0.6);
    for (const turn of [-0.5, 0.5]) {
      path.moveTo(to.x, to.y);
      path.lineTo(to.x - length * Math.cos(angle + turn), to.y - length * Math.sin(angle + turn));
    }
  }
  for (const [style, lineWidth] of [
    [EDGE, width * 2],
    [INK, width],
  ] as const) {
    context.strokeStyle = style;
    context.lineWidth = lineWidth;
    context.stroke(path);
  }
}

import { i18n } from "#i18n";
import type { Tool } from "@/lib/capture/picture/edits";
import { between } from "@/lib/capture/picture/geometry";
import type { Rect } from "@/lib/capture/picture/shot";
import type { Draft } from "@/lib/capture/picture/stretch";

/** Where a rectangle is that is not set yet, for who does not see it: in parts of the picture. */
export function sayDraft({ from, to }: Draft, sight: Rect, tool: Tool): string {
  const part = (length: number, whole: number) => String(Math.round((length / whole) * 100));
  if (tool === "arrow") {
    return i18n.t("picture.editor.atArrow", [part(to.x - sight.x, sight.w), part(to.y - sight.y, sight.h)]);
  }
  const { x, y, w, h } = between(from, to);
  return i18n.t("picture.editor.at", [
    part(x - sight.x, sight.w),
    part(y - sight.y, sight.h),
    part(w, sight.w),
    part(h, sight.h),
  ]);
}
